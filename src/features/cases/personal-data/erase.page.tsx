import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { awaitsRespondent, may } from '../../../domain/people/may.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors, Option } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { fileSize } from '../attachments/file-words.presenter.ts';
import { factSetting } from '../case-page/case.presenter.ts';
import { type CaseReading, readCase } from '../case-page/read-case.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { TELLING_OF_PEOPLE } from '../vault/keeper.ts';
import { EraseView } from './erase.view.tsx';
import { type ErasureRequest, erasePersonalData } from './erase-personal-data.ts';
import { readErasure } from './read-erasure.ts';

type Values = Readonly<Record<string, string>>;

/** `/petugas/kasus/{ticket}/hapus-data`: what can be erased of a case, one thing at a time (UU 27/2022 ps. 43). */
export function erasePage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], (c, work) => showErase(c, desk, work, {}, {}, 200));
}

export function sendErase(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['identity/erase'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const reading = await readHere(c, desk, work);
    if (reading === null) return c.notFound();
    const read = readErasure(values, subjectsOf(reading, work, words), words);
    if (!read.ok) return showErase(c, desk, work, values, read.errors, 422);
    const { ground } = read;
    const [kind, id = ''] = read.subject.split(':');
    const actor = actingAs(work, 'identity/erase');
    const subject = subjectOf(kind, id);
    const ref = { caseId: reading.caseId };
    const request = { office: work.office, ref, subject, ground, actor };
    const erased = await erasePersonalData(desk.cases, request, desk.clock());
    if (erased.ok) {
      // Without their keys nobody opens them; what a crash leaves here goes with the next look through the folder.
      for (const file of erased.files) await desk.files.remove({ officeId: work.office.officeId, id: file });
      return seeOther(`/petugas/kasus/${reading.state.ticket}?selesai=erased`);
    }
    const field = erased.refusal === 'respondent-undecided' ? '' : 'subject';
    return showErase(c, desk, work, values, { [field]: words(`erase.${erased.refusal}`) }, 409);
  });
}

function subjectOf(kind: string | undefined, id: string): ErasureRequest['subject'] {
  if (kind === 'orang') return { identity: id };
  return kind === 'berkas' ? { attachment: id } : { text: id };
}

function readHere(c: Context, desk: CasePagesDesk, work: AtWork): Promise<CaseReading | null> {
  const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
  return readCase(desk.cases, work.office, { ticket }, work.actor, desk.clock());
}

async function showErase(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  values: Values,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const reading = await readHere(c, desk, work);
  if (reading === null || !may(work.actor, 'identity/erase', reading.state)) return c.notFound();
  const { ticket } = reading.state;
  const waits = awaitsRespondent(reading.state);
  const body = (
    <EraseView
      nothing={words(waits ? 'erase.respondent-undecided' : 'erase.nothing')}
      staff={work.face}
      here="inbox"
      title={words('erase.title')}
      lead={words('erase.lead')}
      back={{ href: `/petugas/kasus/${ticket}`, text: words('case.page', { ticket }) }}
      action={`/petugas/kasus/${ticket}/hapus-data`}
      subjects={waits ? [] : subjectsOf(reading, work, words)}
      values={values}
      errors={errors}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words('erase.page'), failed }, body, { status });
}

const BEGINNING = 60;

/**
 * Everybody and everything written of this case that is still there. How somebody is reached is told here no more
 * openly than on the case page (rule 32).
 */
function subjectsOf(reading: CaseReading, { office }: AtWork, words: Words): readonly Option[] {
  const { people, texts } = reading;
  const { seesContacts } = factSetting(reading, office, words, [], []);
  const persons = people.flatMap(({ identityId, part, masked }) =>
    masked === null
      ? []
      : [{ value: `orang:${identityId}`, label: `${words(`person.${part}`)} ${masked.name ?? ''}`.trim() }],
  );
  const written = [...texts.values()].flatMap(({ textId, purpose, body, writtenAt }) => {
    if (body === null) return [];
    const key = `text.${purpose}`;
    const beginning =
      TELLING_OF_PEOPLE.has(purpose) && !seesContacts
        ? formatInstant(Date.parse(writtenAt), office.zone, words.language)
        : body.length > BEGINNING
          ? `${body.slice(0, BEGINNING).trimEnd()}…`
          : body;
    return [{ value: `teks:${textId}`, label: `${isWordKey(key) ? words(key) : purpose}: ${beginning}` }];
  });
  const files = [...reading.files.values()].flatMap(({ id, name, bytes, isErased }) =>
    isErased
      ? []
      : [
          {
            value: `berkas:${id}`,
            label: `${words('file.label-one')}: ${name ?? ''} (${fileSize(bytes, words)})`,
          },
        ],
  );
  return [...persons, ...written, ...files];
}
