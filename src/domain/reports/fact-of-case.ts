import type { Calendar } from '../calendar/calendar.ts';
import { toIsoDate } from '../calendar/epoch-day.ts';
import { localDay } from '../calendar/instant.ts';
import { answeringWorkingDays } from '../calendar/working-days.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { judgedLimit } from '../complaint/deadlines-of-case.ts';
import type { Day, Instant } from '../complaint/event.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import type { DatedActs, ReportFact } from './report-fact.ts';

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
    unit: state.unit,
    place: state.place,
    provenance: state.provenance,
    precision: state.precision,
    receivedOn: receivedOn(state, calendar),
    counted: !state.cancelled && state.mergedInto === null,
    cancelled: state.cancelled,
    anonymous: state.marks.anonymous,
    urgent: state.marks.urgent,
    protected: state.marks.protected,
    complainants: state.people.reporters.length,
    registerYear: state.register?.year ?? null,
    registerNo: state.register?.no ?? null,
    firstReactionAt: state.firstReactionAt,
    answeredAt: state.answeredAt,
    closedAt: state.closedAt,
    answerWorkingDays:
      measurable && state.answeredAt !== null
        ? workingDaysToAnswer(state.receivedAt, state.answeredAt, calendar)
        : null,
    dueAt: owedUntil(state),
    atDesk: state.answer?.atDesk ?? false,
    ...acts,
  };
}

function receivedOn({ receivedAt, precision }: CaseState, calendar: Calendar): Day {
  const day = toIsoDate(localDay(instantMs(receivedAt), calendar.zone));
  return precision === 'month' ? `${day.slice(0, 7)}-01` : day;
}

/** Null where a year between is not loaded: an unmeasured answer, never a guessed one (law 3). */
function workingDaysToAnswer(receivedAt: Instant, answeredAt: Instant, calendar: Calendar): number | null {
  const counted = answeringWorkingDays(calendar, instantMs(receivedAt), instantMs(answeredAt));
  return counted.ok ? counted.days : null;
}

/**
 * The limit that on-time is judged by. Withdrawn or archived within it, without an answer: nothing was owed any more, so
 * it counts as without limit.
 */
export function owedUntil(
  state: Pick<CaseState, 'ended' | 'due' | 'answeredAt' | 'closedAt'>,
): Instant | null {
  const dueAt = judgedLimit(state)?.dueAt ?? null;
  const endedUnanswered = state.answeredAt === null && state.closedAt !== null;
  return endedUnanswered && dueAt !== null && state.closedAt <= dueAt ? null : dueAt;
}
