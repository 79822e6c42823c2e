import type { RecordedEvent } from '../../domain/complaint/event.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import { stepFacts } from '../../domain/reports/fact-of-steps.ts';
import { factTimeline } from '../../domain/reports/fact-timeline.ts';
import {
  afterChange,
  changeFacts,
  type KeptFacts,
  knownStretches,
} from '../../features/cases/store/change-facts.ts';
import { factRow } from '../../features/cases/store/fact-row.ts';
import { stepFactRow } from '../../features/cases/store/step-fact-row.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { editionOf } from '../../features/offices/sop-of-version.ts';
import type { WrittenAct } from './write-history.ts';

/** The report facts that a case leaves in the store when its acts are recorded one after the other. */
export type FactHistory = KeptFacts & { readonly steps: readonly unknown[] };

export function factHistory(
  acts: readonly WrittenAct[],
  office: Pick<Office, 'sopEditions' | 'codes' | 'calendar'>,
): FactHistory {
  const { codes, calendar } = office;
  const events: RecordedEvent[] = [];
  let kept: KeptFacts | null = null;
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
    const change = changeFacts(kept === null ? [] : knownStretches(kept), next, act.recordedAt);
    if (kept !== null) kept = afterChange(kept, change);
    else if (change.current !== null) {
      kept = { past: change.added, current: { ...change.current, to: null } };
    }
  }
  if (kept === null) throw new Error('A case without acts has no facts');
  const first = events[0]?.event;
  const edition =
    first?.type === 'received' ? editionOf(office, { sop: first.sop, version: first.sopVersion }) : undefined;
  return { ...kept, steps: stepFactRow(stepFacts(events, edition, calendar), codes) };
}
