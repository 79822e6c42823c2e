import { computeDue } from '../calendar/compute-due.ts';
import { localDate } from '../calendar/instant.ts';
import type { OfficeDuty } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type {
  DutyOpened,
  InvestigationAssigned,
  InvestigationFound,
  SanctionRecorded,
} from './closed-lane-event.ts';
import type { Context } from './context.ts';
import { isPublic } from './decide-approve-duty.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import type { AccountId, AttachmentId, Day, TextId } from './event.ts';
import { gate } from './gate.ts';
import { instantMs } from './instant-ms.ts';
import { respondentAmong } from './lane-people.ts';

export type AssignInvestigationCommand = {
  readonly investigators: readonly { readonly account: AccountId }[];
  readonly from: Day;
  readonly to: Day;
  readonly letterNumber?: string | null;
  /** Reviewer as investigator, or a unit looking into itself: only by this record (law 8). */
  readonly override?: InvestigationAssigned['overridden'];
};

/**
 * *Surat tugas*: reviewers do not investigate, no unit looks into itself, the terlapor is never named (rules 27, 28).
 * Who works in which unit comes from the context, never from the command.
 */
export function decideAssignInvestigation(
  state: CaseState,
  command: AssignInvestigationCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'investigation/assign', context.actor);
  if (closed !== null) return closed;
  const { from, to, letterNumber = null, override = null } = command;
  const investigators = command.investigators.map(({ account }) => account);
  if (investigators.length === 0) return refuse({ refusal: 'people-required' });
  if (to < from) return refuse({ refusal: 'period-backwards' });
  const respondent = respondentAmong(investigators, state);
  if (respondent !== null) return refuse({ refusal: 'respondent-named', account: respondent });
  const unknown = investigators.find((account) => (context.unitsOf?.(account) ?? null) === null);
  if (unknown !== undefined) return refuse({ refusal: 'unknown-account', account: unknown });
  const standing = conflicts(state, investigators, context);
  const conflict = standing.find((one) => one.refusal !== override?.rule);
  if (conflict !== undefined) return conflict;
  const overridden = standing.length > 0 ? override : null;
  return accept({
    type: 'investigation-assigned',
    at: context.now,
    investigators,
    from,
    to,
    letterNumber,
    overridden,
  });
}

function conflicts(
  state: CaseState,
  investigators: readonly AccountId[],
  { unitsOf = () => null }: Context,
): readonly Refused[] {
  const reviewers = state.review?.reviewers ?? [];
  const units = new Set([
    state.unit,
    ...state.people.respondents.map(({ unit }) => unit),
    ...state.people.respondents.flatMap(({ account }) => (account === null ? [] : (unitsOf(account) ?? []))),
  ]);
  const both = investigators.find((account) => reviewers.includes(account));
  const own = investigators.flatMap((account) => unitsOf(account) ?? []).find((unit) => units.has(unit));
  return [
    ...(both === undefined ? [] : [refuse({ refusal: 'reviewer-is-investigator', account: both })]),
    ...(own === undefined ? [] : [refuse({ refusal: 'own-unit', unit: own })]),
  ];
}

/** *Layak / tidak layak diaudit* with grounds, by the team, before it starts (rule 27). */
export function decideAssessInvestigation(
  state: CaseState,
  command: { readonly worthy: boolean; readonly grounds: TextId | null },
  context: Context,
): Decision {
  const closed = gate(state, 'investigation/assess', context.actor);
  if (closed !== null) return closed;
  if (command.grounds === null) return refuse({ refusal: 'reason-required' });
  const { worthy, grounds } = command;
  return accept({ type: 'investigation-assessed', at: context.now, worthy, grounds });
}

export type FindCommand = {
  readonly finding: InvestigationFound['finding'];
  readonly text: TextId;
  /** Due date of duties for which the office's papers name no time, or whose time no loaded calendar can count. */
  readonly dutyDueOn?: Day;
};

/**
 * The team's finding; *tidak sesuai standar* opens the office's duties with their due dates (rule 30). A due date that the
 * calendar cannot count is asked for, not guessed.
 */
export function decideFind(state: CaseState, command: FindCommand, context: Context): Decision {
  const { now } = context;
  const closed = gate(state, 'investigation/find', context.actor);
  if (closed !== null) return closed;
  const { finding, text, dutyDueOn } = command;
  const duties: DutyOpened[] = [];
  for (const duty of finding === 'below-standard' ? context.office.duties : []) {
    const dueOn = dutyDue(duty, dutyDueOn, context);
    if (dueOn === null) return refuse({ refusal: 'duty-day-required', duty: duty.key });
    duties.push({ type: 'duty-opened', at: now, duty: duty.key, dueOn });
  }
  return accept({ type: 'investigation-found', at: now, finding, text }, ...duties);
}

/** Without a time of its own, and none named, a duty falls due in the statute's 14 days to tell the complainant. */
const DUTY_DAYS = { count: 14, unit: 'calendar-day' } as const;

/** Null where its year is not loaded and nobody named a day (design law 3). */
function dutyDue(
  { within }: OfficeDuty,
  named: Day | undefined,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): Day | null {
  if (within === null && named !== undefined) return named;
  const counted = computeDue(calendar, instantMs(now), within ?? DUTY_DAYS);
  return counted.ok ? counted.dueOn : (named ?? null);
}

/**
 * That a duty was done, and what proves it: where and when it stands, or a file (rule 30). For those who follow up; what is
 * done before the public only once its text is approved (rule 31).
 */
export function decideFulfilDuty(
  state: CaseState,
  command: { readonly duty: string; readonly text?: TextId | null; readonly proof?: AttachmentId | null },
  context: Context,
): Decision {
  const closed = gate(state, 'fulfil-duty', context.actor);
  if (closed !== null) return closed;
  const { duty, text = null, proof = null } = command;
  const open = state.duties.find((one) => one.duty === duty && !one.fulfilled);
  if (open === undefined) return refuse({ refusal: 'unknown-duty', duty });
  if (open.approved === undefined && isPublic(duty, context.office)) {
    return refuse({ refusal: 'duty-not-approved', duty });
  }
  if (text === null && proof === null) return refuse({ refusal: 'proof-required' });
  return accept({ type: 'duty-fulfilled', at: context.now, duty, text, proof });
}

/** The decree of the competent official outside, or *tidak ada* (rule 29). Tanggap records it, it sanctions nobody. */
export function decideRecordSanction(
  state: CaseState,
  command: { readonly sanction: SanctionRecorded['sanction'] },
  context: Context,
): Decision {
  const closed = gate(state, 'investigation/sanction', context.actor);
  if (closed !== null) return closed;
  const { sanction } = command;
  const today = localDate(instantMs(context.now), context.calendar.zone);
  if (sanction !== null && sanction.on > today) return refuse({ refusal: 'time-in-future', at: sanction.on });
  return accept({ type: 'sanction-recorded', at: context.now, sanction });
}
