import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import type { ComplaintEvent, Corrected, Instant, RespondentRef, TextId } from './event.ts';
import { gate } from './gate.ts';
import { happenedAhead } from './late-entry.ts';
import { moveJudgedLimit } from './move-deadlines.ts';
import { unknownValue } from './office-words.ts';
import { oversightByCategory } from './oversight-by-category.ts';
import { markByService } from './protected-by-service.ts';
import { afterEvent, withDue } from './with-due.ts';

export type CorrectCommand = {
  readonly changes: Omit<Corrected['changes'], 'oversight'>;
  readonly reason: TextId | null;
};

/**
 * Mends what was written down wrongly, with a reason; the former value stays in the history (rule 11). Deadlines are
 * counted anew, also those that have ended: a correction says what was true all the time; but what was promised as another
 * kind and has passed stays passed (rule 15). A service that is protected by itself protects the case (rule 6), oversight
 * follows the category.
 */
export function decideCorrect(state: CaseState, command: CorrectCommand, context: Context): Decision {
  const closed = gate(state, 'correct', context.actor);
  if (closed !== null) return closed;
  const { changes, reason } = command;
  if (reason === null) return refuse({ refusal: 'reason-required' });
  if (!changesSomething(state, changes)) return refuse({ refusal: 'nothing-changes' });
  const unknown = unknownValue(changes, context.office);
  if (unknown !== null) return unknown;
  if (unsettles(state.people.respondents, changes.respondents)) {
    return refuse({ refusal: 'respondent-settled' });
  }
  const wrong = wrongTimes(state, changes, context);
  if (wrong !== null) return wrong;
  const { category = state.category, service = state.service } = changes;
  const oversight = oversightByCategory(state, category, context.office);
  const moves = category !== state.category && oversight !== state.oversight;
  const events: ComplaintEvent[] = [];
  let after = state;
  for (const part of receiptFirst(state, moves ? { ...changes, oversight } : changes)) {
    const corrected: Corrected = { type: 'corrected', at: context.now, reason, due: [], changes: part };
    const counted = withDue(after, corrected, context);
    after = afterEvent(after, counted, context);
    // Once judged or missed, a limit is not promised anew; only the receipt from which it runs may be another.
    const isKept = after.judged || after.missed !== undefined;
    const moved = isKept ? moveJudgedLimit(after, 'correction', context) : [];
    after = moved.reduce((moving, event) => afterEvent(moving, event, context), after);
    events.push(counted, ...moved);
  }
  return accept(...events, ...markByService(state, service, { at: context.now }, context.office));
}

/** Where it becomes another kind, too: what had passed by then is known from the true receipt. */
function receiptFirst(
  { kind, ownReceipt }: CaseState,
  changes: Corrected['changes'],
): readonly Corrected['changes'][] {
  const { receivedAt = ownReceipt.at, precision = ownReceipt.precision, ...rest } = changes;
  const isOther = receivedAt !== ownReceipt.at || precision !== ownReceipt.precision;
  if (!isOther || rest.kind === undefined || rest.kind === kind) return [changes];
  return [{ receivedAt, precision }, rest];
}

/**
 * Rule 28: a correction names an account where none stood and nobody was to settle it. Whom a wall stands around, and who
 * works elsewhere, is settled anew by two (`settle-respondent`).
 */
function unsettles(former: readonly RespondentRef[], after: readonly RespondentRef[] = former): boolean {
  return former.some((one, place) => {
    const { account, standing, settledBy, alone } = after[place] ?? {};
    const same = standing === one.standing && settledBy === one.settledBy && alone === one.alone;
    const plain = one.account === null && one.standing === undefined;
    return !same || (account !== one.account && !plain);
  });
}

function wrongTimes(
  state: CaseState,
  changes: CorrectCommand['changes'],
  { now, calendar }: Context,
): Refused | null {
  const { receivedAt, happenedOn = state.happenedOn, precision = state.ownReceipt.precision } = changes;
  if (receivedAt === undefined && changes.happenedOn === undefined) return null;
  if (receivedAt !== undefined && receivedAt > now) {
    return refuse({ refusal: 'time-in-future', at: receivedAt });
  }
  const first = firstAct(state);
  if (receivedAt !== undefined && receivedAt > first) {
    return refuse({ refusal: 'time-before-receipt', at: first, receivedAt });
  }
  const receipt = { at: receivedAt ?? state.ownReceipt.at, precision };
  return happenedAhead(happenedOn, receipt, now, calendar.zone);
}

/** It was received when somebody wrote it down, and before whatever was done to it, which may be written later (rule 1). */
function firstAct(state: CaseState): Instant {
  const { recordedAt, verification, forwardedAt, answeredAt, closedAt, sop } = state;
  const reactedAt = state.reactedByReceiving === true ? null : state.firstReactionAt;
  const steps = sop.steps.map(({ operation, finishedAt }) => (operation === 'intake' ? null : finishedAt));
  return [verification.verifiedAt, forwardedAt, reactedAt, answeredAt, closedAt, ...steps].reduce(
    (first: Instant, at) => (at !== null && at < first ? at : first),
    recordedAt,
  );
}

function changesSomething(state: CaseState, changes: CorrectCommand['changes']): boolean {
  const present: Readonly<Record<string, unknown>> = {
    ...state,
    ...state.people,
    receivedAt: state.ownReceipt.at,
    precision: state.ownReceipt.precision,
  };
  return Object.entries(changes).some(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(present[key]),
  );
}
