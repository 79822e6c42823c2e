import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { OfficeData, Sop } from '../../domain/office/office-data.ts';
import { buildSopSheet } from '../../domain/papers/build-sop-sheet.ts';
import { sopSheetFrame } from '../../domain/papers/sop-sheet-frame.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import { applyEdit, type OfficeEdit, partMark, partOf, placeOfPart } from '../offices/office-edit.ts';
import type { Remark } from '../offices/office-finding.ts';
import { officeValues } from '../offices/office-values.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, actingOn, todayAt } from './administration-desk.ts';
import type { PartErrors } from './part-fields.view.tsx';
import { inputsOf } from './part-form.ts';
import { saveEdit } from './save-edit.ts';
import { sopDifference } from './sop-difference.ts';
import { SopEditorView, type SopPreview } from './sop-editor.view.tsx';
import {
  NEW_SOP,
  readTypedSop,
  reshape,
  SOP_FIELDS,
  sopOfTyped,
  type TypedSop,
  typedSop,
} from './sop-form.ts';

/** A new SOP, where an address names one. */
const NEW = 'baru';

/** `/petugas/kantor/sop/:id`: the steps of an SOP, for a new version from a day on (rule 17). */
export function sopEditorPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => {
    const found = findSop(c, work);
    if (found === null) return c.notFound();
    const { sop, value, seen } = found;
    const typed = sop === null || value === null ? NEW_SOP : typedSop(value, sop);
    return show(c, desk, work, { sop, seen, typed, errors: {}, preview: null });
  });
}

/** The form sent: reshaped, looked at, or put into force from its day on. */
export function sendSop(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const found = findSop(c, work);
    if (found === null) return c.notFound();
    const { sop, value } = found;
    const read = await readForm(c);
    const names = ['id', ...SOP_FIELDS.flatMap(inputsOf)];
    const all = (name: string): readonly string[] => read?.all(name) ?? [];
    const head = Object.fromEntries(names.map((name) => [name, all(name).filter((one) => one !== '')]));
    const typed = readTypedSop(all, head);
    const seen = read?.values.dasar ?? found.seen;
    const step = read?.values.tahap ?? 'periksa';
    const shown = { sop, seen, errors: {}, preview: null };
    const other = reshape(typed, step);
    if (other !== null) return show(c, desk, work, { ...shown, typed: other });
    const id = sop?.id ?? head.id?.[0] ?? '';
    const edit: OfficeEdit = {
      part: { path: ['sops'], ids: ['id'], item: sop?.id ?? null },
      value: sopOfTyped(id, typed, value),
    };
    const { data } = work.office;
    const next = applyEdit(officeValues(data), edit);
    const judged = judgeOfficeValues(next, data);
    const place = placeOfPart(next, edit);
    const errors = sopErrors(place, judged.remarks);
    const office = judged.office;
    const made = office?.sops.find((one) => one.id === id);
    if (office === null || made === undefined) return show(c, desk, work, { ...shown, typed, errors });
    if (step !== 'simpan') {
      const warnings = judged.remarks.flatMap(({ at, severity, message, remedy }) =>
        severity === 'warning' && place.every((one, index) => at[index] === one)
          ? `${message} ${remedy}`
          : [],
      );
      const preview = await previewOf(c, desk, work, { office, before: sop, made, warnings });
      return show(c, desk, work, { ...shown, typed, preview });
    }
    const from = made.inForceFrom ?? todayAt(desk, work);
    const saved = await saveEdit(
      desk.owner,
      work.office,
      { section: 'sop', edit, seen, from, waits: false },
      actingOn(desk, work, 'office/administer'),
    );
    if (!saved.ok) {
      return show(c, desk, work, { ...shown, typed, errors: { '': wordsFor(c)('admin.changed-meanwhile') } });
    }
    desk.offices.forget();
    return seeOther(`/petugas/kantor?${saved.as}=sop`);
  });
}

function findSop(c: Context, { office }: AtWork) {
  const id = c.req.param('id') ?? '';
  const values = officeValues(office.data);
  const part = { path: ['sops'], ids: ['id'], item: id === NEW ? null : id };
  const sop = office.data.sops.find((one) => one.id === id) ?? null;
  if (sop === null && id !== NEW) return null;
  return { sop, value: sop === null ? null : partOf(values, part), seen: partMark(values, part) };
}

/** `steps.2.operation` of the office is `langkah.2.operation` of the form. */
function sopErrors(place: readonly PropertyKey[], remarks: readonly Remark[]): PartErrors {
  const errors: Record<string, string> = {};
  for (const { at, severity, message, remedy } of remarks) {
    if (severity === 'warning') continue;
    const isInside = place.every((one, index) => at[index] === one);
    const path = isInside ? at.slice(place.length).map(String).join('.') : '';
    const row = /^(?:steps|actors)\.\d+\.[a-zA-Z]+/.exec(path)?.[0];
    const head = SOP_FIELDS.find(({ name }) => path === name || path.startsWith(`${name}.`))?.name;
    const name = row?.replace(/^steps/, 'langkah').replace(/^actors/, 'pelaksana') ?? head ?? whole(path);
    errors[name] ??= `${message} ${remedy}`;
  }
  return errors;
}

function whole(path: string): string {
  const [first = ''] = path.split('.');
  return ['id', 'steps', 'actors'].includes(first) ? first : '';
}

async function previewOf(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  of: {
    readonly office: OfficeData;
    readonly before: Sop | null;
    readonly made: Sop;
    readonly warnings: readonly string[];
  },
): Promise<SopPreview> {
  const words = wordsFor(c);
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const today = todayAt(desk, work);
  const frame = sopSheetFrame(of.office, today, new Date(desk.clock()).toISOString(), 'F4');
  const from = of.made.inForceFrom ?? today;
  return {
    differences: sopDifference(of.before, of.made, of.office, words),
    warnings: of.warnings,
    paper: drawPaper(resolveTree(buildSopSheet(frame, of.made))),
    when: words(from > today ? 'admin.sop-from' : 'admin.sop-at-once', {
      day: formatDate(from, 'long', words.language),
    }),
  };
}

function show(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  shown: {
    readonly sop: Sop | null;
    readonly seen: string;
    readonly typed: TypedSop;
    readonly errors: PartErrors;
    readonly preview: SopPreview | null;
  },
): Response {
  const words = wordsFor(c);
  const { sop } = shown;
  const failed = Object.keys(shown.errors).length > 0;
  const body = (
    <SopEditorView
      staff={work.face}
      office={work.office.data}
      action={`/petugas/kantor/sop/${sop?.id ?? NEW}`}
      title={sop?.title ?? null}
      id={sop?.id ?? null}
      seen={shown.seen}
      typed={shown.typed}
      errors={shown.errors}
      preview={shown.preview}
    />
  );
  const title = sop?.title ?? words('admin.sop-new');
  return page(c, desk, { title, failed, styles: ['paper'] }, body, { status: failed ? 422 : 200 });
}
