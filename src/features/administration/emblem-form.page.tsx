import type { Context, Handler } from 'hono';
import { readEmblem } from '../../adapters/documents/emblem/read-emblem.ts';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { isUpload, readUpload } from '../../platform/http/read-upload.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { explainEmblem } from '../offices/check-emblem.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import { applyEdit, type OfficeEdit, partMark } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, actingOn, todayAt } from './administration-desk.ts';
import { EMBLEM_PART, emblemEdit, svgSource } from './emblem-edit.ts';
import { EmblemFormView, EmblemPreviewView } from './emblem-form.view.tsx';
import type { PartErrors } from './part-fields.view.tsx';
import { refusalWord } from './refusal-words.ts';
import { saveEdit } from './save-edit.ts';

/** As much as a file of an office may have. */
const MOST_BYTES = 256 * 1024;

/** `/petugas/kantor/lambang`: the emblem as it stands, and another in its place. */
export function emblemFormPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => showForm(c, desk, work, {}));
}

/** A picture sent: cleaned as `office apply` does, shown beside the old one, put into force from its day on. */
export function sendEmblem(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    if (!isUpload(c)) return c.notFound();
    const words = wordsFor(c);
    const upload = await readUpload(c, 'gambar');
    const typed = upload?.values ?? {};
    const step = typed.tahap ?? 'periksa';
    if (step === 'ubah') return showForm(c, desk, work, {});
    const removing = step === 'hapus' || step === 'simpan-hapus';
    // On the second page the picture comes back as text.
    const bytes = upload?.file?.bytes ?? Buffer.from(typed.isi ?? '', 'base64');
    const refuse = (gambar: string): Response => showForm(c, desk, work, { gambar });
    if (!removing && bytes.length === 0) return refuse(words('admin.emblem-choose'));
    if (bytes.length > MOST_BYTES) return refuse(words('admin.emblem-too-large'));
    const read = removing ? null : readEmblem(bytes);
    if (read !== null && !read.ok) {
      const { message, remedy } = explainEmblem(read);
      return refuse(`${words('admin.emblem-this', { message })} ${remedy}`);
    }
    const edit = emblemEdit(read === null ? null : { svg: read.svg, isPng: bytes[0] === 0x89 });
    const { data } = work.office;
    const judged = judgeOfficeValues(applyEdit(officeValues(data), edit), data);
    if (judged.office === null) {
      const found = judged.remarks.find(({ severity }) => severity !== 'warning');
      return refuse(found === undefined ? words('form.invalid') : `${found.message} ${found.remedy}`);
    }
    const waits = !work.actor.may.has('publication/approve');
    const today = todayAt(desk, work);
    const from = typed.mulai ?? today;
    const seen = typed.dasar ?? partMark(officeValues(data), EMBLEM_PART);
    const show = (errors: PartErrors): Response => {
      const failed = Object.keys(errors).length > 0;
      const body = (
        <EmblemPreviewView
          staff={work.face}
          before={sourceOf(data.letterhead.emblemSvg)}
          after={read === null ? null : svgSource(read.svg)}
          content={removing ? '' : Buffer.from(bytes).toString('base64')}
          seen={seen}
          from={from}
          waits={waits}
          errors={errors}
        />
      );
      return page(c, desk, { title: words('admin.s.emblem'), failed }, body, { status: failed ? 422 : 200 });
    };
    if (step !== 'simpan' && step !== 'simpan-hapus') return show({});
    if (parseTypedDay(from) === null) return show({ mulai: words('form.invalid-date') });
    return save(c, desk, work, { edit, seen, from, waits });
  });
}

async function save(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  change: {
    readonly edit: OfficeEdit;
    readonly seen: string;
    readonly from: string;
    readonly waits: boolean;
  },
): Promise<Response> {
  const acting = actingOn(desk, work, 'office/administer');
  const saved = await saveEdit(desk.owner, work.office, { section: 'lambang', ...change }, acting);
  if (!saved.ok) return showForm(c, desk, work, { '': wordsFor(c)(refusalWord(saved.refusal)) });
  desk.offices.forget();
  return seeOther(`/petugas/kantor?${saved.as}=lambang`);
}

function showForm(c: Context, desk: AdministrationDesk, work: AtWork, errors: PartErrors): Response {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const { data } = work.office;
  const body = (
    <EmblemFormView
      staff={work.face}
      now={sourceOf(data.letterhead.emblemSvg)}
      seen={partMark(officeValues(data), EMBLEM_PART)}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('admin.s.emblem'), failed }, body, { status: failed ? 422 : 200 });
}

function sourceOf(svg: string | undefined): string | null {
  return svg === undefined ? null : svgSource(svg);
}
