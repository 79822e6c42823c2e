import type { Context, Handler } from 'hono';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { type OfficeData, SENTENCE_KEYS } from '../../domain/office/office-data.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { type Words, wordsOf } from '../../platform/words/words.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import {
  applyEdit,
  itemKey,
  type OfficeEdit,
  type PartValue,
  partMark,
  partOf,
  placeOfPart,
} from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { readRemovedKeys } from '../offices/removed-keys.read.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, actingOn, permissionOf, todayAt } from './administration-desk.ts';
import { countMovedDeadlines } from './count-moved-deadlines.read.ts';
import type { EditSection } from './edit-section.ts';
import { EDIT_SECTIONS, findSection, hasSection } from './edit-sections-table.ts';
import { formErrors } from './form-errors.ts';
import { listWaitingChanges } from './office-change.store.ts';
import { PartFormView, type PartPlace, PartPreviewView } from './part.view.tsx';
import { partDifference } from './part-difference.ts';
import { type FormValues, formOfPart, inputsOf, partOfForm } from './part-form.ts';
import { readInputs } from './read-inputs.page.ts';
import { refusalWord } from './refusal-words.ts';
import { needsSecondPerson, refuseRoles, saveEdit } from './save-edit.ts';

/** Whoever may change any part; which ones is asked for each. */
export const EDITORS = [...new Set(EDIT_SECTIONS.flatMap(({ needs }) => needs))];

/** A new item, where an address names one. */
const NEW = 'baru';

type Asked = {
  readonly section: EditSection;
  readonly item: string | null;
  readonly edit: (value: OfficeEdit['value']) => OfficeEdit;
  readonly old: ReturnType<typeof partOf>;
  readonly place: PartPlace;
};

/** `/petugas/kantor/:section/:item`, and of a part that is no list `/petugas/kantor/:section`: its form. */
export function partPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, EDITORS, (c, work) => {
    const asked = readAsked(c, work);
    if (asked === null) return c.notFound();
    return showForm(c, desk, asked, formOfPart(asked.section, asked.old), {}, null);
  });
}

/** The same form sent: looked at, put into force, or taken back to be changed again. */
export function sendPart(desk: AdministrationDesk): Handler {
  return staffPage(desk, EDITORS, async (c, work) => {
    const asked = readAsked(c, work);
    if (asked === null) return c.notFound();
    const { section, old } = asked;
    const typed = await readInputs(c, section.fields.flatMap(inputsOf));
    const step = typed.values.tahap ?? 'periksa';
    const place = { ...asked.place, seen: typed.values.dasar ?? asked.place.seen };
    const sent: Asked = { ...asked, place };
    if (step === 'ubah') return showForm(c, desk, sent, typed.form, {}, null);
    const removing = step === 'hapus' || step === 'simpan-hapus';
    if (removing && (!section.mayRemove || old === null)) return c.notFound();
    const edit = asked.edit(removing ? null : partOfForm(section, typed.form, old));
    const saving = step === 'simpan' || step === 'simpan-hapus';
    const from = typed.values.mulai ?? todayAt(desk, work);
    if (!saving) return look(c, desk, work, sent, { edit, form: typed.form, from, errors: {} });
    if (parseTypedDay(from) === null) {
      const errors = { mulai: wordsFor(c)('form.invalid-date') };
      return look(c, desk, work, sent, { edit, form: typed.form, from, errors });
    }
    return save(c, desk, work, sent, { edit, form: typed.form, from, errors: {} });
  });
}

function readAsked(c: Context, { office, actor, face }: AtWork): Asked | null {
  const section = findSection(c.req.param('section'));
  const named = c.req.param('item') ?? null;
  if (section === undefined || !section.needs.some((one) => actor.may.has(one))) return null;
  if (!hasSection(office.data, section)) return null;
  const isRecord = section.ids === null;
  if (isRecord !== (named === null)) return null;
  const isNew = named === NEW;
  if (isNew && !section.mayAdd) return null;
  const values = officeValues(office.data);
  const part = partNamed(section, isNew || isRecord ? null : named);
  const stored = isNew ? null : partOf(values, part);
  // A record that the files leave out is the usual one, or empty.
  const old = isRecord ? { ...section.usual?.(office.data), ...withoutAbsent(stored ?? {}) } : stored;
  if (old === null && !isNew) return null;
  const action = `/petugas/kantor/${section.key}${named === null ? '' : `/${encodeURIComponent(named)}`}`;
  const place: PartPlace = {
    staff: face,
    section,
    office: office.data,
    action,
    item: old === null || isRecord ? null : String(old[section.name] ?? named),
    isNew,
    seen: partMark(values, part),
  };
  return { section, item: part.item, edit: (value) => ({ part, value }), old, place };
}

/** A record that has no place of its own is told by the keys that its form is about. */
function partNamed({ path, ids, fields }: EditSection, item: string | null): OfficeEdit['part'] {
  const own = [...new Set(fields.map(({ name }) => name.split('.')[0] ?? ''))];
  return { path, ids, item, ...(ids === null && path.length === 0 ? { keys: own } : {}) };
}

function withoutAbsent(value: PartValue): PartValue {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

function showForm(
  c: Context,
  desk: AdministrationDesk,
  { section, place }: Asked,
  form: FormValues,
  errors: Readonly<Record<string, string>>,
  done: string | null,
): Response {
  const failed = Object.keys(errors).length > 0;
  const fields = section.fields.filter(({ onlyNew }) => !onlyNew || place.isNew);
  const body = (
    <PartFormView
      {...place}
      fields={fields}
      form={form}
      errors={errors}
      done={done}
      usual={usualSentences(section, wordsFor(c))}
    />
  );
  return page(c, desk, { title: wordsFor(c)(section.title), failed }, body, { status: failed ? 422 : 200 });
}

type Typed = {
  readonly edit: OfficeEdit;
  readonly form: FormValues;
  readonly from: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** What the change would do; what `office check` refuses goes back into the form. */
async function look(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  asked: Asked,
  { edit, form, from, errors }: Typed,
): Promise<Response> {
  const words = wordsFor(c);
  const { section, old } = asked;
  const { data, officeId } = work.office;
  const values = officeValues(data);
  const next = applyEdit(values, edit);
  const judged = judgeOfficeValues(next, data);
  const removing = edit.value === null;
  const found = formErrors(section.fields, removing ? section.path : placeOfPart(next, edit), judged.remarks);
  const made = judged.office;
  if (made === null) return showForm(c, desk, asked, form, found.errors, null);
  const read = await withOffice(desk.owner, officeId, async (tx) => ({
    removed: await readRemovedKeys(tx, officeId, data, made, desk.clock()),
    waiting: await listWaitingChanges(tx, officeId),
    refused: await refuseRoles(tx, desk.keyring, work.office, {
      ...{ edit, asker: work.actor.account, today: todayAt(desk, work) },
    }),
  }));
  if (read.refused !== null) {
    return showForm(c, desk, asked, form, { may: words(refusalWord(read.refused.refusal)) }, null);
  }
  const alike = read.waiting.some((one) => isSamePart(one.edit, edit));
  const before = formOfPart(section, old);
  const after = removing ? {} : formOfPart(section, partOf(next, keyed(section, edit)));
  const body = (
    <PartPreviewView
      {...asked.place}
      form={form}
      removing={removing}
      differences={partDifference(section, data, [before, after], words)}
      warnings={found.warnings}
      follows={[
        ...read.removed.map((one) => words('admin.borne', { ...one, label: one.label })),
        ...sampleSentences(section, made, words),
        ...(section.movesDeadlines ? [await saidMoved(desk, work, made, words)] : []),
        ...(needsSecondPerson(data, edit) ? [words('admin.second-person')] : []),
        ...(alike ? [words('admin.same-part-waits')] : []),
      ]}
      from={from}
      errors={errors}
      waits={waitsForApproval(work, section) || needsSecondPerson(data, edit)}
    />
  );
  const failed = Object.keys(errors).length > 0;
  return page(c, desk, { title: words(section.title), failed }, body, { status: failed ? 422 : 200 });
}

/** What is told where the office has no words of its own. */
function usualSentences({ key }: EditSection, words: Words): Readonly<Record<string, string>> {
  if (key !== 'kalimat') return {};
  const ticket = '{ticket}';
  const indonesian = wordsOf('id');
  const usual = {
    acknowledged: indonesian('mail.acknowledged.lead', { ticket, when: '{when}' }),
    asked: indonesian('mail.asked.lead', { ticket }),
    answered: indonesian('mail.answered.lead', { ticket }),
    closed: indonesian('mail.closed.lead', { ticket }),
  };
  return Object.fromEntries(
    Object.entries(usual).map(([name, text]) => [name, words('admin.usual', { text })]),
  );
}

/** Each sentence of the office as a complainant would read it. */
function sampleSentences({ key }: EditSection, { sentences }: OfficeData, words: Words): readonly string[] {
  if (key !== 'kalimat') return [];
  return SENTENCE_KEYS.flatMap((one) => {
    const said = sentences?.[one]
      ?.replaceAll('{ticket}', 'TBL-2K4M-9XYZ')
      .replaceAll('{when}', words('admin.sample-when'));
    return said === undefined ? [] : [words('admin.sample', { text: said })];
  });
}

/** Of two changes of one part the later finds the part changed, and is refused. */
function isSamePart({ part: one }: OfficeEdit, { part: other }: OfficeEdit): boolean {
  if (other.item === null && other.ids !== null) return false;
  if (one.path.join() !== other.path.join() || one.item !== other.item) return false;
  return (
    one.keys === undefined || other.keys === undefined || one.keys.some((key) => other.keys?.includes(key))
  );
}

/** A new item is found by its own key afterwards. */
function keyed({ ids }: EditSection, { part, value }: OfficeEdit): OfficeEdit['part'] {
  return ids === null || part.item !== null ? part : { ...part, item: itemKey(value, ids) };
}

async function saidMoved(
  desk: AdministrationDesk,
  { office }: AtWork,
  next: AtWork['office']['data'],
  words: Words,
): Promise<string> {
  const { moved, looked, all } = await countMovedDeadlines(desk.pool, office, next, desk.clock());
  return words(all ? 'admin.moved' : 'admin.moved-of', { moved, looked });
}

function waitsForApproval({ actor }: AtWork, { isApproved }: EditSection): boolean {
  return isApproved && !actor.may.has('publication/approve');
}

async function save(
  c: Context,
  desk: AdministrationDesk,
  work: AtWork,
  asked: Asked,
  typed: Typed,
): Promise<Response> {
  const words = wordsFor(c);
  const { section } = asked;
  const { edit, form, from } = typed;
  // What nobody may put into force is not kept for an approval either.
  const judged = judgeOfficeValues(applyEdit(officeValues(work.office.data), edit), work.office.data);
  if (judged.office === null) return look(c, desk, work, asked, typed);
  const waits = waitsForApproval(work, section);
  const saved = await saveEdit(
    desk.owner,
    work.office,
    { section: section.key, edit, seen: asked.place.seen, from, waits },
    actingOn(desk, work, permissionOf(work, section.needs)),
  );
  if (!saved.ok) {
    if (saved.refusal === 'register-started') {
      const errors = Object.fromEntries(
        saved.started.map(({ year, firstNo }) => [
          'startAt',
          words('admin.register-started', { year, first: firstNo }),
        ]),
      );
      return showForm(c, desk, asked, form, errors, null);
    }
    const { refusal } = saved;
    const sentence = words(refusalWord(refusal));
    return showForm(c, desk, asked, form, { [refusal === 'own-role' ? 'may' : '']: sentence }, null);
  }
  desk.offices.forget();
  return seeOther(`/petugas/kantor?${saved.as}=${section.key}`);
}
