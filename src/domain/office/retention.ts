import type { Kind } from '../complaint/vocabulary.ts';
import { KINDS } from '../complaint/vocabulary.ts';
import type { OfficeData, RetentionSeries } from './office-data.ts';

/** Where an office's files name no schedule: *belum ditetapkan*, and nothing is destroyed without its archivist's word. */
export const USUAL_RETENTION: readonly RetentionSeries[] = [
  {
    key: 'pengaduan',
    label: 'Berkas pengaduan masyarakat',
    classification: null,
    kinds: KINDS,
    activeYears: 2,
    inactiveYears: 3,
    fate: 'assess',
    basis: null,
  },
];

/** The series of the retention schedule (JRA) that a case of this kind belongs to; null where the schedule names none. */
export function seriesOf(
  kind: Kind,
  { retention = USUAL_RETENTION }: Pick<OfficeData, 'retention'>,
): RetentionSeries | null {
  return retention.find(({ kinds }) => kinds.includes(kind)) ?? null;
}

/** Whole years from the end of the year in which the case was over, as archives count. */
export type RetentionSpan = {
  /** Last day of the active years, YYYY-MM-DD. */
  readonly activeTo: string;
  /** Last day of the inactive years; from the next day on its fate falls due. */
  readonly inactiveTo: string;
};

/**
 * Until when a file is kept, counted from the last day of the year in which the case was over.
 * Over on 2023-05-04 with 2 active and 3 inactive years: active to 2025-12-31, inactive to 2028-12-31.
 */
export function retentionSpan(
  overOn: string,
  series: Pick<RetentionSeries, 'activeYears' | 'inactiveYears'>,
): RetentionSpan {
  const year = Number(overOn.slice(0, 4));
  const activeTo = year + series.activeYears;
  return { activeTo: `${activeTo}-12-31`, inactiveTo: `${activeTo + series.inactiveYears}-12-31` };
}
