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

/** As rows were hashed before the way of an answer stood in them (0015). */
const FORMER_COLUMNS = FACT_COLUMNS.length - 1;
const formerCurrentLine = openLines(CURRENT_LINE.slice(0, 2 + FORMER_COLUMNS));
const formerPastLine = openLines(PAST_LINE.slice(0, 4 + FORMER_COLUMNS));

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
  const half = sealed.subarray(0, HALF);
  const stood = hashFacts(former).equals(half) || hashFormerFacts(former).equals(half);
  return stood ? hashFacts(next) : Buffer.alloc(HALF);
}

/** Of rows that nobody has written anew since: no way of an answer stands in them. */
function hashFormerFacts({ past, current }: KeptFacts): Buffer {
  const known = (values: readonly unknown[]) => values.slice(0, FORMER_COLUMNS);
  const isFormer = [current, ...past].every(({ values }) => values[FORMER_COLUMNS] === null);
  if (!isFormer) return Buffer.alloc(0);
  return hashFactLines({
    current: formerCurrentLine([current.from, current.knownFrom, ...known(current.values)]),
    past: past.map(({ from, to, knownFrom, knownTo, values }) =>
      formerPastLine([from, to ?? 'infinity', knownFrom, knownTo ?? 'infinity', ...known(values)]),
    ),
  });
}

/** The half that stands where no step moved. */
export function sealedSteps(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(HALF);
}
