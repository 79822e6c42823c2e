import { localDate } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import type { OfficeData, RetentionSeries } from '../office/office-data.ts';
import { retentionSpan, seriesOf } from '../office/retention.ts';
import type { CaseState } from './case-state.ts';
import type { Day } from './event.ts';
import { instantMs } from './instant-ms.ts';
import { laneStage } from './lane-stage.ts';

/** Why a file whose time is over is kept all the same. */
export type RetentionHold = 'not-filed' | 'ombudsman' | 'lane' | 'no-series' | 'kept-for-good';

export type CaseRetention = {
  readonly series: RetentionSeries | null;
  readonly activeTo: Day | null;
  readonly inactiveTo: Day | null;
  readonly isDue: boolean;
  readonly hold: RetentionHold | null;
};

/**
 * How long the file of this case is kept, whether that is over `today`, and what holds it back: at the Ombudsman, in the closed
 * lane or with a decree or duty still awaited it is evidence.
 */
export function retentionOfCase(state: CaseState, office: OfficeData, zone: Zone, today: Day): CaseRetention {
  const series = seriesOf(state.kind, office);
  const overOn = localDate(instantMs(state.closedAt ?? state.receivedAt), zone);
  const span = series === null ? null : retentionSpan(overOn, series);
  return {
    series,
    activeTo: span?.activeTo ?? null,
    inactiveTo: span?.inactiveTo ?? null,
    isDue: span !== null && today > span.inactiveTo,
    hold: holdOf(state, series),
  };
}

function holdOf(state: CaseState, series: RetentionSeries | null): RetentionHold | null {
  if (state.status !== 'filed') return 'not-filed';
  if (state.marks.atOmbudsman) return 'ombudsman';
  const stage = laneStage(state);
  if (state.marks.restricted || (stage !== null && stage !== 'over')) return 'lane';
  if (series === null) return 'no-series';
  return series.fate === 'keep' ? 'kept-for-good' : null;
}
