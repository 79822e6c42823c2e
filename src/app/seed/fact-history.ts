import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { RecordedEvent } from '../../domain/complaint/event.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import { stepFacts } from '../../domain/reports/fact-of-steps.ts';
import { factTimeline } from '../../domain/reports/fact-timeline.ts';
import { changeFacts, type KnownStretch, type PastFact } from '../../features/cases/store/change-facts.ts';
import { factRow } from '../../features/cases/store/fact-row.ts';
import { stepFactRow } from '../../features/cases/store/step-fact-row.ts';
import type { OfficeCodes } from '../../features/offices/office-codes.ts';
import type { WrittenAct } from './write-history.ts';

/** The report facts that a case leaves in the store when its acts are recorded one after the other. */
export type FactHistory = {
  readonly current: KnownStretch;
  readonly past: readonly PastFact[];
  readonly steps: readonly unknown[];
};

export function factHistory(
  acts: readonly WrittenAct[],
  office: OfficeData,
  codes: OfficeCodes,
  calendar: Calendar,
): FactHistory {
  const events: RecordedEvent[] = [];
  let past: readonly PastFact[] = [];
  let current: KnownStretch | null = null;
  for (const act of acts) {
    for (const event of act.events) {
      events.push({
        seq: events.length + 1,
        recordedAt: act.recordedAt,
        actor: actorOfHistory(act.actor),
        event,
      });
    }
    const next = factTimeline(events, calendar).map(({ effectiveFrom, effectiveTo, fact }) => ({
      from: effectiveFrom,
      to: effectiveTo,
      values: factRow(fact, codes),
    }));
    const known = past.filter((one) => one.knownTo === null);
    const former: readonly KnownStretch[] = current === null ? [] : [...known, current];
    const change = changeFacts(former, next, act.recordedAt);
    past = past.map((one) => {
      const end = change.ended.find(
        (ended) => one.knownTo === null && ended.from === one.from && ended.knownFrom === one.knownFrom,
      );
      return end === undefined ? one : { ...one, to: end.to, knownTo: end.knownTo };
    });
    past = [...past, ...change.added];
    if (change.current !== null) current = { ...change.current, to: null };
  }
  if (current === null) throw new Error('A case without acts has no facts');
  const sop = office.sops.find(({ id }) => id === sopNamed(events));
  return { current, past, steps: stepFactRow(stepFacts(events, sop, calendar), codes) };
}

function sopNamed(events: readonly RecordedEvent[]): string | null {
  const first = events[0]?.event;
  return first?.type === 'received' ? first.sop : null;
}
