import type { KeptFacts } from './change-facts.ts';
import type { Columns } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';
import { hashLines, openLines, type RowLine, sortLines } from './row-lines.ts';
import { STEP_COLUMNS } from './step-fact-row.ts';

/**
 * What the seal of a case's row holds of its figures: every row of report_fact and report_fact_past, none more and none
 * less.
 */
export const CURRENT_LINE: Columns = [
  ['effective_from', 'timestamptz'],
  ['recorded_from', 'timestamptz'],
  ...FACT_COLUMNS,
];
export const PAST_LINE: Columns = [
  ['effective_from', 'timestamptz'],
  ['effective_to', 'timestamptz'],
  ['recorded_from', 'timestamptz'],
  ['recorded_to', 'timestamptz'],
  ...FACT_COLUMNS,
];

/** All rows of a case but the steps; those of the past in any order. */
export type FactLines = { readonly current: RowLine; readonly past: readonly RowLine[] };

const HALF = 16;
const currentLine = openLines(CURRENT_LINE);
const pastLine = openLines(PAST_LINE);
export const stepLine: (steps: readonly unknown[]) => RowLine = openLines(STEP_COLUMNS);

/** The first half: the figures with their times. */
export function hashFacts(facts: KeptFacts): Buffer {
  return hashFactLines(factLines(facts));
}

/** The second half: the steps, of which the current row alone tells. */
export function hashSteps(steps: readonly unknown[]): Buffer {
  return hashLines([stepLine(steps)]);
}

export function factLines({ past, current }: KeptFacts): FactLines {
  return {
    current: currentLine([current.from, current.knownFrom, ...current.values]),
    past: past.map(({ from, to, knownFrom, knownTo, values }) =>
      pastLine([from, to ?? 'infinity', knownFrom, knownTo ?? 'infinity', ...values]),
    ),
  };
}

export function hashFactLines({ current, past }: FactLines): Buffer {
  return hashLines([current, ...sortLines(past)]);
}

/**
 * The figures' half after a change. Rows that somebody changed before it stay found: no row gives nothing but zeros.
 */
export function hashChangedFacts(former: KeptFacts, sealed: Uint8Array, next: KeptFacts): Buffer {
  return hashFacts(former).equals(sealed.subarray(0, HALF)) ? hashFacts(next) : Buffer.alloc(HALF);
}

/** The half that stands where no step moved. */
export function sealedSteps(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(HALF);
}
