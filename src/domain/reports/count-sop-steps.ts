import type { Limit } from '../calendar/limit.ts';
import type { Operation } from '../complaint/vocabulary.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CountedTable } from './count-table.ts';

/**
 * One step of an SOP over the cases of a period (rules 13 and 17). `measured` counts stopwatches with a beginning and
 * an end; automatic steps, those not measured and those that an answer at the desk made unnecessary stand beside it
 * and in no average.
 */
export type SopStepCount = {
  readonly sop: string;
  /** Null: the answer of an SOP that names no step for it, shown *tanpa waktu baku* (rule 17). */
  readonly no: number | null;
  readonly activity: string | null;
  readonly operation: Operation | null;
  readonly standard: Limit | null;
  /** The standard as the office prints it ("10 menit"). */
  readonly standardPrinted: string | null;
  readonly measured: number;
  /** Unit of median and mean: minutes of service time, or whole working days (0 = the same day). */
  readonly unit: 'service-minute' | 'working-day';
  /** The lower of the two middle ones; null = nothing was measured. */
  readonly median: number | null;
  /** In tenths of the unit, rounded half up. */
  readonly meanTenths: number | null;
  /** *Melewati waktu baku*: never late, never in on-time (rule 13). Null where the step has no standard. */
  readonly beyond: number | null;
  /** *Tidak diperlukan: dijawab di tempat* (rule 4). */
  readonly notNeeded: number;
  readonly automatic: number;
  /** *Tidak terukur*: done in one act with the next one, without a beginning, or in a year that is not loaded. */
  readonly unmeasured: number;
};

/** The table `sop-steps`: how often each step was measured. What was measured stands in the counts themselves. */
export function sopStepsTable(steps: readonly SopStepCount[], office: OfficeData): CountedTable {
  const rows = steps.map((step) => ({
    key: `${step.sop}-${step.no ?? 'answer'}`,
    label: labelOf(step, office),
    count: step.measured,
    imported: 0,
    tenths: null,
  }));
  return {
    id: 'sop-steps',
    rows,
    total: rows.reduce((sum, row) => sum + row.count, 0),
    denominator: 0,
    imported: 0,
    kinds: [],
    ofCases: false,
  };
}

function labelOf({ sop, no, activity }: SopStepCount, office: OfficeData): string {
  const title = office.sops.find(({ id }) => id === sop)?.title ?? sop;
  return no === null ? `${title}, jawaban kepada pelapor` : `${title}, langkah ${no}: ${activity ?? ''}`;
}
