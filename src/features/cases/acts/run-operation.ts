import type { ClientBase } from 'pg';
import { localDate } from '../../../domain/calendar/instant.ts';
import { attachmentsOf, tooManyOwnFiles } from '../../../domain/complaint/attachments-of-event.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Context } from '../../../domain/complaint/context.ts';
import { registrationYear } from '../../../domain/complaint/decide-register.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import { tooManyOwnEntries } from '../../../domain/complaint/own-entries.ts';
import { absentRole } from '../../../domain/people/absent-role.ts';
import { type CaseActor, permissionsOf } from '../../../domain/people/case-actor.ts';
import { type Follow, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { sopOf } from '../../offices/sop-of-version.ts';
import { rolesOfDay } from '../../people/deputies/roles-of-day.read.ts';
import { readOpenAccounts } from '../../people/list-colleagues.read.ts';
import { readOneHand } from '../../people/one-hand.read.ts';
import { isUnclaimable } from '../attachments/uploader-of.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { keepAnswer } from '../doors/kept-answer.ts';
import type { StoreRefused } from '../doors/store-refused.ts';
import { type CaseRef, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { readStaffUnits } from '../store/staff-units.read.ts';
import { isAloneAbove, readThoseAbove } from '../store/those-above.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { type Keeper, openKeeper } from '../vault/keeper.ts';
import { placeOfText, unnamedText } from '../vault/named-by-events.ts';
import { hasNameAndAddress } from '../vault/person-of.ts';
import { readPeople } from '../vault/read-people.ts';
import { sendToCase } from './append-to-case.ts';
import { carryWalls } from './carry-walls.ts';
import { type Commands, decideOperation, type RunnableOperation, takesNumber } from './decide-operation.ts';
import { answerOf, type MeetRequest, meetCase, type OperationAnswer } from './meet-case.ts';
import { repeatsWhatWasTold } from './repeats-what-was-told.ts';
import { readLastYear, takeRegisterNumber } from './take-register-number.ts';
import { underItsRole } from './under-its-role.ts';

export type OperationRequest<O extends RunnableOperation = RunnableOperation> = MeetRequest & {
  readonly ref: CaseRef;
  readonly operation: O;
  /** Writes the command; texts and people go through the keeper, which gives their ids. */
  readonly command: (keep: Keeper) => Commands[O];
  /** Why he does it for the absent holder of the role whose step it is (rule 23). */
  readonly insteadOf?: { readonly reason: string } | null;
  /** What was sent: names the field of a text that the act does not take. */
  readonly body?: object;
};

export type OperationResult =
  | { readonly ok: true; readonly answer: OperationAnswer; readonly repeated: boolean }
  | Refused
  | StoreRefused;

/**
 * Runs one operation on one case: load and lock, decide (pure), save, one commit. `now` in milliseconds.
 * Refuses with the core's refusal, or with `case-not-found`, `version-conflict`, `idempotency-key-reused`, `answer-erased`.
 */
export function runOperation<O extends RunnableOperation>(
  desk: CaseDesk,
  request: OperationRequest<O>,
  now: number,
): Promise<OperationResult> {
  const work = async (tx: ClientBase, follow: Follow): Promise<OperationResult> => {
    const { result, saving } = await sendOperation(tx, desk, request, now);
    // The commit follows the writes without waiting for them: the register's counter is locked for one journey less.
    follow(saving);
    return result;
  };
  return withOffice(desk.pool, request.office.officeId, work, { retries: 2 }).catch(asRefusal);
}

/** Only the store knows whether a file is still there to be put to a case, and for whom. */
function asRefusal(error: unknown): OperationResult {
  if (isUnclaimable(error)) return { ok: false, refusal: 'attachment-not-yours' };
  throw error;
}

/** The same inside a transaction of the caller, who has set the office. A refusal has written nothing. */
export async function runInTransaction<O extends RunnableOperation>(
  tx: ClientBase,
  desk: Pick<CaseDesk, 'keyring' | 'newId'>,
  request: OperationRequest<O>,
  now: number,
): Promise<OperationResult> {
  const { result, saving } = await sendOperation(tx, desk, request, now);
  await saving;
  return result;
}

type Sent = { readonly result: OperationResult; readonly saving: Promise<unknown> };

async function sendOperation<O extends RunnableOperation>(
  tx: ClientBase,
  desk: Pick<CaseDesk, 'keyring' | 'newId'>,
  request: OperationRequest<O>,
  now: number,
): Promise<Sent> {
  const refuse = (result: OperationResult): Sent => ({ result, saving: Promise.resolve() });
  const { office, operation } = request;
  const { keyring } = desk;
  const loaded = await lockCase(tx, keyring, office.officeId, request.ref);
  if (loaded === null) return refuse({ ok: false, refusal: 'case-not-found' });
  const met = await meetCase(tx, keyring, request, [loaded], now);
  if (!met.goesOn) return refuse(met.result);
  const { kept } = met;
  const own = writesOfHisOwn(request);
  const full = own === null ? null : tooManyOwnEntries(loaded.events, own, new Date(now).toISOString());
  if (full !== null) return refuse(full);
  const keeper = openKeeper(keyring, { officeId: office.officeId, caseId: loaded.caseId }, desk.newId);
  const command = await withVaultFacts(tx, keyring, office.officeId, loaded, request.command(keeper), keeper);
  const { state } = loaded.head;
  const actor = forAbsentHolder(
    underItsRole(request.actor, operation, office, state),
    request,
    state,
    keeper,
  );
  if (actor === null) return refuse({ ok: false, refusal: 'field-not-taken', field: 'insteadOf' });
  // Two clocks may differ by a little: nothing is recorded before what it follows.
  const plain = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
  const context =
    operation === 'settle-respondent'
      ? await withThoseWhoSettle(tx, keyring, office, state, plain)
      : operation === 'change-owner'
        ? await withThoseWhoWork(tx, keyring, office, plain)
        : await withStaffUnits(tx, office, state, command, plain);
  const numbered = takesNumber(operation, state);
  const lastYear = numbered ? await readLastYear(tx, office, Date.parse(context.now)) : null;
  const foreseen = { year: registrationYear(context), no: 1, printed: '', lastYear };
  let decided = decideOperation(operation, state, command, context, foreseen);
  if (!decided.ok) return refuse(decided);
  const files = own === null ? [] : decided.events.flatMap(attachmentsOf);
  if (files.length > 0 && tooManyOwnFiles(loaded.events, files.length)) {
    return refuse({ ok: false, refusal: 'too-many-files' });
  }
  const lost = unnamedText(keeper, decided.events, actor);
  if (lost !== null) {
    return refuse({ ok: false, refusal: 'field-not-taken', field: placeOfText(request.body, lost.body) });
  }
  if (numbered) {
    // The counter is the last that is locked, once it is sure that only the saving is left.
    const register = await takeRegisterNumber(tx, office, Date.parse(context.now));
    decided = decideOperation(operation, state, command, context, register);
    if (!decided.ok) throw new Error(`The register number changed the decision: ${decided.refusal}`);
  }
  if (operation === 'settle-respondent' && context.isAlone === true && actor.by === 'staff') {
    const access = { accessId: desk.newId(), at: Date.parse(context.now), actor, caseId: loaded.caseId };
    await logAccess(tx, office.officeId, { ...access, action: 'settled-alone' });
  }
  const sent = sendToCase(tx, keyring, office, loaded, {
    events: decided.events,
    actor,
    recordedAt: context.now,
    keeper,
  });
  const answer = answerOf(loaded.caseId, sent.state);
  const keeping =
    kept === null ? null : keepAnswer(tx, keyring, office.officeId, loaded.caseId, kept, answer, now);
  const saving = inOrder(sent.saving, keeping);
  if (sent.state.absorbed.length > 0) {
    await saving;
    await carryWalls(tx, desk, { ...request, actor }, sent.state, Date.parse(context.now));
  }
  return { result: { ok: true, answer, repeated: false }, saving };
}

/** The same actor *mewakili* an absent holder, marked with the reason; null where the step is his own or a program asks. */
function forAbsentHolder(
  actor: CaseActor,
  { office, operation, insteadOf = null }: Pick<OperationRequest, 'office' | 'operation' | 'insteadOf'>,
  state: CaseState,
  keeper: Keeper,
): CaseActor | null {
  if (insteadOf === null) return actor;
  const own = (actor.held ?? [actor]).map(({ role }) => role);
  const role = actor.by === 'staff' ? absentRole(sopOf(office, state.sop), operation, own) : null;
  const reason = keeper.text('reason', insteadOf.reason);
  return role === null || reason === null ? null : { ...actor, insteadOf: { role, reason } };
}

/** What a complainant writes himself; what he confirms or withdraws happens once. */
function writesOfHisOwn({ actor, operation }: OperationRequest): 'replied' | 'reopened' | null {
  if (actor.by !== 'complainant') return null;
  if (operation === 'reply') return 'replied';
  return operation === 'reopen' ? 'reopened' : null;
}

/** The first to fail says why; those after it only that the transaction is aborted. */
async function inOrder(first: Promise<unknown>, second: Promise<unknown> | null): Promise<void> {
  second?.catch(() => undefined);
  await first;
  await second;
}

/**
 * A letter needs name and address, and an answer may repeat what the complainant was told (rule 25): only the vault and
 * the texts know, so it is asked here.
 */
async function withVaultFacts<C extends object>(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  loaded: LoadedCase,
  command: C,
  { texts }: Keeper,
): Promise<C> {
  const repeats =
    'templateConfirmed' in command &&
    (await repeatsWhatWasTold(tx, keyring, officeId, loaded, textIn(command), texts));
  const told = repeats ? { ...command, repeatsWhatWasTold: true } : command;
  const answer = 'answer' in command && typeof command.answer === 'object' ? command.answer : null;
  if (!isLetter(command) && !isLetter(answer)) return told;
  const { caseId, head } = loaded;
  const first = head.state.people.reporters[0]?.identity;
  const people = await readPeople(tx, keyring, officeId, caseId);
  const person = people.find((one) => one.identityId === first)?.person;
  const fact = { hasNameAndAddress: hasNameAndAddress(person) };
  return { ...told, ...(isLetter(answer) ? { answer: { ...answer, ...fact } } : fact) };
}

function isLetter(given: object | null): given is object {
  return given !== null && 'way' in given && given.way === 'letter';
}

function textIn(command: object): string | undefined {
  return 'text' in command && typeof command.text === 'string' ? command.text : undefined;
}

/** Who investigates and who is complained of work in the units that the office's own records name (law 8). */
async function withStaffUnits(
  tx: ClientBase,
  office: Office,
  state: CaseState,
  command: object,
  context: Context,
): Promise<Context> {
  if (!('investigators' in command)) return context;
  const { investigators } = command;
  const named = Array.isArray(investigators) ? investigators : [];
  const accounts = [...named, ...state.people.respondents].flatMap(({ account }) => account ?? []);
  const units = await readStaffUnits(tx, office, accounts, Date.parse(context.now));
  return { ...context, unitsOf: (account) => units.get(account) ?? null };
}

/** A case goes over to somebody who works on cases today, by a role of his own or of somebody for whom he stands in. */
async function withThoseWhoWork(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  context: Context,
): Promise<Context> {
  const today = localDate(Date.parse(context.now), office.zone);
  const held = await rolesOfDay(tx, keyring, office.officeId, today);
  const working = held.filter(({ role }) => permissionsOf([role], office.data).has('case/read-open'));
  const accounts = new Set(working.map(({ account }) => account));
  return { ...context, worksOnCases: (account) => accounts.has(account) };
}

/**
 * Rule 28: who is left above the units, which accounts are closed, whether the two who say the same are two (law 8), and
 * whether the office has a second at all.
 */
async function withThoseWhoSettle(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  state: CaseState,
  context: Context,
): Promise<Context> {
  const now = Date.parse(context.now);
  const { account } = context.actor;
  const { people } = state;
  const joined = new Set<string>();
  for (const other of new Set(people.respondents.flatMap(({ said }) => said?.by ?? []))) {
    const isOne = account === null || (await readOneHand(tx, keyring, office.officeId, account, other, now));
    if (isOne) joined.add(other);
  }
  const above = await readThoseAbove(tx, keyring, office, now);
  const isAlone = await isAloneAbove(tx, keyring, office, account, { state, above }, now);
  const open = await readOpenAccounts(tx, office.officeId);
  return {
    ...context,
    above,
    isAlone,
    isOneHandWith: (other) => joined.has(other),
    isClosed: (other) => !open.has(other),
  };
}
