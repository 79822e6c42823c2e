import { formatDate } from '../calendar/format-date.ts';
import type { Limit } from '../calendar/limit.ts';
import type { Day } from '../complaint/event.ts';
import type { Operation } from '../complaint/vocabulary.ts';
import type { SopStep } from '../office/office-data.ts';
import { editionName, type SopEdition } from '../sop/sop-editions.ts';
import type { CountedTable } from './count-table.ts';
import type { StepEnd } from './fact-of-steps.ts';

/**
 * One step of an SOP over the cases of a period (rules 13 and 17). `measured` counts stopwatches with a beginning and
 * an end; automatic steps, those not measured and those that an answer at the desk made unnecessary stand beside it
 * and in no average.
 */
export type SopStepCount = {
  /** The name of the edition: the id of an SOP in force. */
  readonly sop: string;
  readonly title: string;
  /** When the office put another in its place; null = in force. */
  readonly replacedOn: Day | null;
  /** Null: the answer of an SOP that names no step for it, shown *tanpa waktu baku* (rule 17). */
  readonly no: number | null;
  readonly activity: string | null;
  readonly operation: Operation;
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

/** Cases in which a step came to the same end in the same time; `no` 0 = the answer that no step names. */
export type CountedStep = {
  /** The key of a `SopEdition`. */
  readonly sop: string;
  readonly no: number;
  readonly end: StepEnd;
  readonly unit: SopStepCount['unit'];
  readonly took: number;
  readonly count: number;
};

/**
 * Each step of each SOP in force, zero counts included, and those of its former editions by which a case was measured:
 * every case stands beside the standards that it began with. The answer of an SOP that names no step for it stands
 * before the filing. A stopwatch in another unit than its standard counts as not measured.
 */
export function countSopSteps(
  steps: readonly CountedStep[],
  editions: readonly SopEdition[],
): readonly SopStepCount[] {
  const shown = editions.filter(
    ({ key, replacedOn }) => replacedOn === null || steps.some(({ sop }) => sop === key),
  );
  return shown.flatMap((edition) => {
    const { sop } = edition;
    const rows = sop.steps.map((step) => countStep(steps, edition, step));
    if (sop.steps.some(({ operation }) => operation === 'answer')) return rows;
    const filing = sop.steps.findIndex(({ operation }) => operation === 'file');
    return rows.toSpliced(filing === -1 ? rows.length : filing, 0, countStep(steps, edition, null));
  });
}

function countStep(all: readonly CountedStep[], edition: SopEdition, step: SopStep | null): SopStepCount {
  const standard = step?.standard ?? null;
  const unit = standard?.unit === 'working-day' ? 'working-day' : 'service-minute';
  const ended = all.filter((one) => one.sop === edition.key && one.no === (step?.no ?? 0));
  const timed = ended.filter(({ end }) => end === 'measured' || end === 'beyond');
  const measured = timed.filter((one) => one.unit === unit);
  const count = (rows: readonly CountedStep[]): number => rows.reduce((sum, one) => sum + one.count, 0);
  const of = (end: StepEnd): number => count(ended.filter((one) => one.end === end));
  const n = count(measured);
  const total = measured.reduce((sum, one) => sum + one.took * one.count, 0);
  return {
    sop: editionName(edition),
    title: edition.sop.title,
    replacedOn: edition.replacedOn,
    no: step?.no ?? null,
    activity: step?.activity ?? null,
    operation: step?.operation ?? 'answer',
    standard,
    standardPrinted: step?.standardPrinted ?? null,
    unit,
    measured: n,
    median: medianOf(measured, n),
    meanTenths: n === 0 ? null : Math.round((total * 10) / n),
    beyond: standard === null ? null : count(measured.filter(({ end }) => end === 'beyond')),
    notNeeded: of('not-needed'),
    automatic: of('automatic'),
    unmeasured: of('unmeasured') + count(timed) - n,
  };
}

function medianOf(steps: readonly CountedStep[], n: number): number | null {
  let left = Math.ceil(n / 2);
  for (const { took, count } of [...steps].sort((a, b) => a.took - b.took)) {
    left -= count;
    if (left <= 0) return took;
  }
  return null;
}

/** "langsung-3", or "langsung-answer" for the answer of an SOP that names no step for it. */
export function sopStepKey({ sop, no }: Pick<SopStepCount, 'sop' | 'no'>): string {
  return `${sop}-${no ?? 'answer'}`;
}

/** The step that a key names, null for the answer that no step names; undefined = the office never had it. */
export function sopStepAt(
  key: string,
  editions: readonly SopEdition[],
): { readonly edition: SopEdition; readonly step: SopStep | null } | undefined {
  const dash = key.lastIndexOf('-');
  const edition = editions.find((one) => editionName(one) === key.slice(0, dash));
  const name = key.slice(dash + 1);
  const step = name === 'answer' ? null : edition?.sop.steps.find(({ no }) => String(no) === name);
  return edition === undefined || step === undefined ? undefined : { edition, step };
}

/** The table `sop-steps`: how often each step was measured. What was measured stands in the counts themselves. */
export function sopStepsTable(steps: readonly SopStepCount[]): CountedTable {
  const rows = steps.map((step) => ({
    key: sopStepKey(step),
    label: labelOf(step),
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
    unrecorded: 0,
    kinds: [],
    ofCases: false,
  };
}

function labelOf({ title, replacedOn, no, activity }: SopStepCount): string {
  const name = replacedOn === null ? title : `${title} (diganti ${formatDate(replacedOn, 'short')})`;
  return no === null ? `${name}, jawaban kepada pelapor` : `${name}, langkah ${no}: ${activity ?? ''}`;
}
