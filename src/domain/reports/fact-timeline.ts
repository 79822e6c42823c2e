import type { Calendar } from '../calendar/calendar.ts';
import { applyEvent } from '../complaint/apply-event.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { judgedLimit } from '../complaint/deadlines-of-case.ts';
import { effectiveTimes } from '../complaint/effective-times.ts';
import type { RecordedEvent } from '../complaint/event.ts';
import { foldCase } from '../complaint/fold-case.ts';
import { factOf } from './fact-of-case.ts';
import { datedActs, NO_DATED_ACTS } from './fact-of-dated-acts.ts';
import type { FactSegment, ReportFact } from './report-fact.ts';

/**
 * The facts of a case over the time in which they really stood, from everything recorded up to now (rule 36):
 * contiguous segments from receipt on, the last one open. Status, outcome, unit and times stand by their own dates;
 * what the case *is* (kind, service, channel, receipt, place, class, people, whether it counts) is read as it is
 * known now, over the whole timeline: a correction mends the past, a cancelled row never was a case (rule 11); dated
 * acts carry their own day.
 */
export function factTimeline(events: readonly RecordedEvent[], calendar: Calendar): readonly FactSegment[] {
  const last = foldCase(events);
  const known = factOf(last, calendar, datedActs(events, calendar));
  const times = effectiveTimes(events, last.receivedAt);
  const segments: FactSegment[] = [];
  let state: CaseState | null = null;
  for (const [index, recorded] of events.entries()) {
    state = applyEvent(state, recorded);
    const fact = asItStood(state, last, known, calendar);
    const effectiveFrom = times[index] ?? last.receivedAt;
    const previous = segments.at(-1);
    if (previous !== undefined && sameFact(previous.fact, fact)) continue;
    if (previous === undefined || previous.effectiveFrom < effectiveFrom) {
      if (previous !== undefined) {
        segments[segments.length - 1] = { ...previous, effectiveTo: effectiveFrom };
      }
      segments.push({ effectiveFrom, effectiveTo: null, fact });
      continue;
    }
    // Same instant: only what stood after the last of its entries has any length of time.
    segments.pop();
    const before = segments.at(-1);
    if (before !== undefined && sameFact(before.fact, fact)) {
      segments[segments.length - 1] = { ...before, effectiveTo: null };
    } else {
      segments.push({ effectiveFrom, effectiveTo: null, fact });
    }
  }
  return segments;
}

function asItStood(state: CaseState, last: CaseState, known: ReportFact, calendar: Calendar): ReportFact {
  const { receivedAt, precision } = last;
  // Times count from the receipt as it is known now, with which a reaction at the receipt moves.
  const firstReactionAt = last.reactedByReceiving === true ? last.firstReactionAt : state.firstReactionAt;
  const then = factOf({ ...state, receivedAt, precision, firstReactionAt }, calendar, NO_DATED_ACTS);
  const answered = then.answeredAt !== null;
  return {
    ...known,
    status: then.status,
    outcome: then.outcome,
    answerWay: then.answerWay,
    unit: then.unit,
    answeredAt: then.answeredAt,
    closedAt: then.closedAt,
    answerWorkingDays: answered ? known.answerWorkingDays : null,
    // A case that ended without an answer owed its limit until then, by the receipt as it is known now.
    dueAt: then.closedAt === null ? (judgedLimit(last)?.dueAt ?? null) : known.dueAt,
    atDesk: then.atDesk,
    reactionTime: then.reactionTime,
    finishTime: then.finishTime,
  };
}

function sameFact(a: ReportFact, b: ReportFact): boolean {
  // Both are written by the same literal, so their keys come in the same order.
  return JSON.stringify(a) === JSON.stringify(b);
}
