import type { Calendar, CalendarNotLoaded } from '../calendar/calendar.ts';
import { localDate } from '../calendar/instant.ts';
import { answeringWorkingDays, type DayCount, workingDatesUntil } from '../calendar/working-days.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { judgedLimit } from '../complaint/deadlines-of-case.ts';
import type { Day, Instant } from '../complaint/event.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import { isCounted } from '../complaint/is-counted.ts';
import { isUnmeasured } from './report-cell.ts';
import type { DatedActs, ElapsedKey, ReportFact } from './report-fact.ts';

/** What reports count of a case as it stands, with its dated acts: codes and times, no person (rule 36). */
export function factOf(state: CaseState, calendar: Calendar, acts: DatedActs): ReportFact {
  const measurable = state.precision !== 'month';
  return {
    kind: state.kind,
    channel: state.channel,
    service: state.service,
    category: state.category,
    severityFirst: state.severity.first,
    severity: state.severity.now,
    status: state.status,
    outcome: state.outcome,
    answerWay: state.answer?.way ?? null,
    unit: state.unit,
    place: state.place,
    provenance: state.provenance,
    precision: state.precision,
    receivedOn: receivedOn(state, calendar),
    counted: isCounted(state),
    cancelled: state.cancelled,
    anonymous: state.marks.anonymous,
    urgent: state.marks.urgent,
    protected: state.marks.protected,
    complainants: state.people.reporters.length,
    registerYear: state.register?.year ?? null,
    registerNo: state.register?.no ?? null,
    answeredAt: state.answeredAt,
    closedAt: state.closedAt,
    answerWorkingDays:
      measurable && state.answeredAt !== null
        ? workingDaysToAnswer(state.receivedAt, state.answeredAt, calendar)
        : null,
    dueAt: owedUntil(state),
    atDesk: state.answer?.atDesk ?? false,
    recordingTime: recordingTime(state, calendar),
    reactionTime: timeUntil(state.firstReactionAt, state, calendar),
    finishTime: timeUntil(state.closedAt, state, calendar),
    ...acts,
  };
}

function receivedOn({ receivedAt, precision }: CaseState, calendar: Calendar): Day {
  const day = localDate(instantMs(receivedAt), calendar.zone);
  return precision === 'month' ? `${day.slice(0, 7)}-01` : day;
}

/** Null where a year between is not loaded: an unmeasured answer, never a guessed one (law 3). */
function workingDaysToAnswer(receivedAt: Instant, answeredAt: Instant, calendar: Calendar): number | null {
  const counted = answeringWorkingDays(calendar, instantMs(receivedAt), instantMs(answeredAt));
  return counted.ok ? counted.days : null;
}

/** Rule 1: how late the office wrote down what it had received. The old register tells of no such moment (rule 37). */
function recordingTime({ provenance, ownReceipt, recordedAt }: CaseState, calendar: Calendar): ElapsedKey {
  if (provenance === 'register-lama' || ownReceipt.precision === 'month') return 'not-recorded';
  return elapsedKey(workingDatesUntil(calendar, instantMs(ownReceipt.at), instantMs(recordedAt)));
}

/** Rule 36: first reaction and finish, counted in working days as the answer is. */
function timeUntil(at: Instant | null, state: CaseState, calendar: Calendar): ElapsedKey {
  if (isUnmeasured(state)) return 'not-recorded';
  if (at === null) return 'not-yet';
  return elapsedKey(answeringWorkingDays(calendar, instantMs(state.receivedAt), instantMs(at)));
}

function elapsedKey(counted: DayCount | CalendarNotLoaded): ElapsedKey {
  if (!counted.ok) return 'not-recorded';
  const { days } = counted;
  if (days <= 1) return days === 1 ? '1' : '0';
  if (days <= 3) return '2-3';
  return days <= 10 ? '4-10' : '11+';
}

/**
 * The limit that on-time is judged by. Withdrawn or archived within it, without an answer: nothing was owed any more, so
 * it counts as without limit.
 */
export function owedUntil(
  state: Pick<CaseState, 'ended' | 'due' | 'missed' | 'answeredAt' | 'closedAt'>,
): Instant | null {
  const dueAt = judgedLimit(state)?.dueAt ?? null;
  const endedUnanswered = state.answeredAt === null && state.closedAt !== null;
  return endedUnanswered && dueAt !== null && state.closedAt <= dueAt ? null : dueAt;
}
