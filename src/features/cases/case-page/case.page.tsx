import type { Context, Handler } from 'hono';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { awaitsRespondent } from '../../../domain/people/may.ts';
import { isPermission } from '../../../domain/people/permissions.ts';
import { isUpload } from '../../../platform/http/read-upload.ts';
import { randomToken } from '../../../platform/random-code.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import { bodyOfForm, fieldOfForm } from '../acts/body-of-form.ts';
import { formFields } from '../acts/form-field.ts';
import { isCaseOperation, operationSchema } from '../acts/operation-bodies.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
import { fileErrors } from '../attachments/file-words.presenter.ts';
import { filesDeskOf } from '../attachments/files-desk.ts';
import { filesOfForm } from '../attachments/files-of-form.ts';
import { readReceivedForm } from '../attachments/received-form.page.ts';
import { uploaderOf } from '../attachments/uploader-of.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { caseMailLines } from '../notices/case-mails.presenter.ts';
import { listCaseMails } from '../notices/list-mails.read.ts';
import { normalTicket } from '../store/ticket.ts';
import type { OpenedPerson } from '../vault/read-people.ts';
import { casePage } from './case.presenter.ts';
import { type CaseProps, CaseView } from './case.view.tsx';
import { readCase } from './read-case.read.ts';
import { readContacts } from './read-contacts.ts';
import { withServiceSheet } from './service-sheet.presenter.ts';
import { beforeOf } from './timeline-page.ts';

export type CaseShow = {
  readonly failed?: CaseProps['failed'];
  readonly opened?: OpenedPerson | null;
  readonly done?: string | null;
  /** An operation was just done: the last act of this account tells which. */
  readonly saved?: boolean;
  readonly before?: number | null;
  /** The sheet of the service is asked for in the answer (rule 8). */
  readonly insert?: boolean;
  readonly status?: number;
};

/** `/petugas/kasus/{ticket}`. What this reader may not see is not found. */
export function caseDetailPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], (c, work) => {
    const words = wordsFor(c);
    const act = c.req.query('selesai') ?? '';
    const before = beforeOf(c.req.query('sebelum'));
    const insert = c.req.query('sisip') === 'layanan';
    const saved = isCaseOperation(act);
    return showCase(c, desk, work, { done: doneWords(act, words), saved, before, insert });
  });
}

function doneWords(act: string, words: Words): string | null {
  const key = `done.${act}`;
  return isWordKey(key) ? words(key) : null;
}

export async function showCase(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  show: CaseShow,
): Promise<Response> {
  const words = wordsFor(c);
  const now = desk.clock();
  const { office, actor } = work;
  const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
  const reading = await readCase(desk.cases, office, ref, actor, now);
  if (reading === null) return c.notFound();
  const [contacts, colleagues, mails, beside] = await Promise.all([
    reading.handlesIt || awaitsRespondent(reading.state)
      ? readContacts(desk.cases, office, ref, actor, now)
      : null,
    listColleagues(desk.pool, office),
    listCaseMails(desk.pool, office.officeId, reading.caseId),
    desk.tellBeside(office, reading.caseId, words),
  ]);
  const plain = casePage({
    reading,
    office,
    words,
    now,
    staff: work.face,
    account: work.staff.account,
    deputyOf: actor.deputyOf,
    ownRoles: (actor.held ?? []).map(({ role }) => role),
    colleagues,
    contacts,
    opened: show.opened ?? null,
    failed: show.failed ?? null,
    done: show.done ?? null,
    saved: show.saved ?? false,
    before: show.before ?? null,
    beside,
  });
  const props = show.insert ? withServiceSheet(plain) : plain;
  const failed = props.failed !== null;
  const head = { title: props.title, failed, islands: ['staff'] };
  const body = (
    <CaseView {...props} mails={caseMailLines(mails, office, words)} idempotencyKey={randomToken()} />
  );
  return page(c, desk, head, body, { status: show.status ?? 200 });
}

/** A button of the case page: one operation, then back to the case. */
export function sendOperation(desk: CasePagesDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const ticket = normalTicket(c.req.param('ticket') ?? '');
    const operation = operationOf(c);
    if (ticket === null || operation === null) return c.notFound();
    const words = wordsFor(c);
    const { office, actor } = work;
    // Files are kept as they come in: not for a case that is not there for whoever brings them.
    if (isUpload(c) && (await readCase(desk.cases, office, { ticket }, actor, desk.clock())) === null)
      return c.notFound();
    const who = { officeId: office.officeId, uploader: uploaderOf(actor) };
    const received = await readReceivedForm(c, filesDeskOf(desk), () => Promise.resolve(who), desk.clock());
    if (received === null) return c.notFound();
    const { form, files } = received;
    const { values, all } = form;
    const fields = formFields(operationSchema(operation));
    const brought = filesOfForm(fields, files);
    const wrong = { ...fileErrors(received.refused, words), ...brought.errors(words) };
    if (Object.keys(wrong).length > 0) {
      return showCase(c, desk, work, {
        failed: { operation, errors: wrong, values, all, files },
        status: 422,
      });
    }
    const { insteadOf, insteadOfReason = '' } = values;
    if (insteadOf !== undefined && insteadOfReason.trim() === '') {
      const errors = { insteadOfReason: words('instead.reason-required') };
      return showCase(c, desk, work, { failed: { operation, errors, values, all, files }, status: 422 });
    }
    const version = Number(values.version);
    const expectedVersion = Number.isSafeInteger(version) && version > 0 ? version : null;
    const call = {
      ticket,
      operation,
      expectedVersion,
      body: { ...bodyOfForm(operationSchema(operation), form, work.office.zone), ...brought.ids },
      same: brought.same,
      insteadOf: insteadOf === undefined ? null : { reason: insteadOfReason.slice(0, 4000).toWellFormed() },
    };
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      run(desk, work, { ...call, key }),
    );
    if (result.ok) return seeOther(`/petugas/kasus/${ticket}?selesai=${operation}`);
    const onForm = (place: string | null) => (place === null ? null : fieldOfForm(place, fields));
    if ('issues' in result) {
      const errors: Record<string, string> = {};
      for (const { field, message } of fieldSentences(result.issues, words)) {
        errors[onForm(field) ?? ''] ??= message;
      }
      return showCase(c, desk, work, { failed: { operation, errors, values, all, files }, status: 422 });
    }
    const { field, sentence, status } = refusalAnswer(result, words, (name) => onForm(name) !== null);
    const errors = { [onForm(field) ?? '']: sentence };
    return showCase(c, desk, work, { failed: { operation, errors, values, all, files }, status });
  });
}

type Call = {
  readonly ticket: string;
  readonly operation: CaseOperation;
  readonly expectedVersion: number | null;
  readonly body: Record<string, unknown>;
  /** By what its files are known again, in place of their ids. */
  readonly same: Record<string, unknown>;
  /** Why he does it for an absent holder (rule 23). */
  readonly insteadOf: { readonly reason: string } | null;
  readonly key: string;
};

function run(desk: CasePagesDesk, work: AtWork, call: Call): Promise<BodyResult> {
  const { ticket, operation, expectedVersion, body, same, insteadOf, key } = call;
  const actor = isPermission(operation) ? actingAs(work, operation) : work.actor;
  const idempotency = { key, body: JSON.stringify({ ...body, ...same, insteadOf }) };
  const request = {
    office: work.office,
    ref: { ticket },
    operation,
    body,
    actor,
    insteadOf,
    expectedVersion,
    idempotency,
  };
  return runBody(desk.cases, request, desk.clock());
}

/** "review/start" comes as two parts of the address. */
function operationOf(c: Context): CaseOperation | null {
  const [first, second] = [c.req.param('operation'), c.req.param('part')];
  const operation = second === undefined ? first : `${first}/${second}`;
  return operation !== undefined && isCaseOperation(operation) ? operation : null;
}
