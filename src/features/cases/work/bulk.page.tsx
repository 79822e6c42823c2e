import type { Context, Handler } from 'hono';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { bodyOfForm, fieldOfForm } from '../acts/body-of-form.ts';
import { formFields } from '../acts/form-field.ts';
import { operationSchema } from '../acts/operation-bodies.ts';
import { operationForm } from '../case-page/operation-form.presenter.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { keyOfForm } from '../doors/idempotency-key.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { inboxRow } from '../lists/inbox.presenter.ts';
import { listByTicket } from '../lists/list-by-ticket.read.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { type ActedOn, actOnMany, BULK_ACTS, type BulkAct, type Pick, readPicks } from './act-on-many.ts';
import { type BulkProps, BulkView } from './bulk.view.tsx';

/** What several cases are asked at once: of each operation the fields that may be the same for all. */
const FIELDS: Readonly<Record<BulkAct, readonly string[]>> = {
  dispose: ['unit', 'owner', 'instructions'],
  acknowledge: ['channel', 'text'],
};

/** GET `/petugas/sekaligus?tindakan=&kasus=…`: the chosen cases, and one form for all of them. */
export function bulkPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, BULK_ACTS, (c, work) => {
    const act = BULK_ACTS.find((one) => one === c.req.query('tindakan'));
    if (act === undefined || !work.actor.may.has(act)) return c.notFound();
    const picks = readPicks(c.req.queries('kasus') ?? []);
    return show(c, desk, work, { act, picks, done: [], refused: new Map(), errors: {}, values: {} }, 200);
  });
}

/** Each case is decided by itself; those that were refused stay on the form with what was typed. */
export function sendBulk(desk: CasePagesDesk): Handler {
  return staffPage(desk, BULK_ACTS, async (c, work) => {
    const form = await readForm(c);
    const act = BULK_ACTS.find((one) => one === form?.values.tindakan);
    if (form === null || act === undefined || !work.actor.may.has(act)) return c.notFound();
    const words = wordsFor(c);
    const picks = readPicks(form.all('kasus'));
    const schema = operationSchema(act);
    const body = bodyOfForm(schema, form, work.office.zone);
    const parsed = schema.safeParse(body, { reportInput: true });
    const { values } = form;
    if (!parsed.success) {
      const errors = formErrors(fieldSentences(parsed.error.issues, words), act);
      return show(c, desk, work, { act, picks, done: [], refused: new Map(), errors, values }, 422);
    }
    const key = keyOfForm(values.idempotencyKey);
    const many = { office: work.office, actor: actingAs(work, act), act, body, key };
    const acted = await actOnMany(desk.cases, many, picks, desk.clock());
    const done = acted.filter(({ result }) => result.ok);
    const left = acted.filter(({ result }) => !result.ok);
    const refused = new Map(left.map((one) => [one.ticket, sentenceOf(one, words)]));
    const status = left.length === 0 ? 200 : 409;
    return show(c, desk, work, { act, picks: left, done, refused, errors: {}, values }, status);
  });
}

function formErrors(
  told: readonly { readonly field: string; readonly message: string }[],
  act: BulkAct,
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, message } of told) {
    errors[fieldOfForm(field, formFields(operationSchema(act))) ?? ''] ??= message;
  }
  return errors;
}

function sentenceOf({ result }: ActedOn, words: Words): string {
  if (result.ok) return '';
  if ('issues' in result) {
    return fieldSentences(result.issues, words)
      .map(({ message }) => message)
      .join(' ');
  }
  return refusalAnswer(result, words, () => false).sentence;
}

type Shown = {
  readonly act: BulkAct;
  /** Those that are still to be done. */
  readonly picks: readonly Pick[];
  readonly done: readonly Pick[];
  /** Why not, by ticket. */
  readonly refused: ReadonlyMap<string, string>;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
};

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { act, picks, done, refused, errors, values }: Shown,
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const found = await listByTicket(
    desk.pool,
    office,
    actor,
    picks.map(({ ticket }) => ticket),
  );
  const [{ lines, ...opened }, colleagues] = await Promise.all([
    openLines(desk.cases, office, actor, found),
    listColleagues(desk.pool, office),
  ]);
  const told = { ...opened, now: desk.clock(), office, words, colleagues };
  const state = opened.states.values().next().value;
  const failed = refused.size > 0 || Object.keys(errors).length > 0;
  const props: BulkProps = {
    staff: work.face,
    act,
    // A case that changed meanwhile is taken as it stands now: it was seen again, with its sentence.
    rows: lines.map((line) => ({
      row: inboxRow(line, told),
      refused: refused.get(line.ticket) ?? null,
    })),
    fields: state === undefined ? [] : fieldsOf(act, state, work, words, colleagues),
    done: done.map(({ ticket }) => ticket),
    errors,
    values,
    idempotencyKey: randomToken(),
  };
  const title = words(`work.bulk-${act}`);
  return page(c, desk, { title, failed, islands: ['staff'] }, <BulkView {...props} />, { status });
}

function fieldsOf(
  act: BulkAct,
  state: CaseState,
  { office }: AtWork,
  words: Words,
  colleagues: BulkProps['fields'][number]['options'] & {},
): BulkProps['fields'] {
  const setting = {
    data: office.data,
    state,
    words,
    staff: colleagues,
    people: [],
    respondents: [],
    mayClassify: false,
  };
  return operationForm(act, setting)
    .filter(({ name }) => FIELDS[act].includes(name))
    .map(({ value: _own, ...field }) => field);
}
