import { hash } from 'node:crypto';
import { type CopyRows, openCopyRows } from '../../../platform/database/copy-rows.ts';
import type { KeptFacts } from './change-facts.ts';
import type { Columns } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';
import { STEP_COLUMNS } from './step-fact-row.ts';

/**
 * What the seal of a case's row holds of its figures: every row of report_fact and report_fact_past, none more and none
 * less. Each row stands for itself as the database copies it in binary form, so that `verify` hashes what it is sent.
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

/** A row of figures as the database copies it, from its first value's length on. */
export type FactLine = Uint8Array;
/** All rows of a case but the steps; those of the past in any order. */
export type FactLines = { readonly current: FactLine; readonly past: readonly FactLine[] };

const HALF = 16;
/** The number of columns, and the first value's length: the same in every row. */
const [COUNT_BYTES, LENGTH_BYTES] = [2, 4];
const [CURRENT, PAST, STEPS] = [CURRENT_LINE, PAST_LINE, STEP_COLUMNS].map((columns) =>
  openCopyRows(
    columns.map(([, type]) => type),
    1024,
  ),
);

/** The first half: the figures with their times. */
export function hashFacts(facts: KeptFacts): Buffer {
  return hashFactLines(factLines(facts));
}

/** The second half: the steps, of which the current row alone tells. */
export function hashSteps(steps: readonly unknown[]): Buffer {
  return hashStepLine(stepLine(steps));
}

export function factLines({ past, current }: KeptFacts): FactLines {
  return {
    current: lineOf(CURRENT, [current.from, current.knownFrom, ...current.values]),
    past: past.map(({ from, to, knownFrom, knownTo, values }) =>
      lineOf(PAST, [from, to ?? 'infinity', knownFrom, knownTo ?? 'infinity', ...values]),
    ),
  };
}
export function stepLine(steps: readonly unknown[]): FactLine {
  return lineOf(STEPS, steps);
}

export function hashFactLines({ current, past }: FactLines): Buffer {
  const sorted = past.length > 1 ? past.toSorted(Buffer.compare) : past;
  let used = putValues(current, 0);
  for (const line of sorted) used = putValues(line, used);
  return half(message.subarray(0, used));
}
export function hashStepLine(steps: FactLine): Buffer {
  return half(steps.subarray(LENGTH_BYTES));
}

/** What is hashed next; kept, since a check of a whole store hashes millions. */
let message = Buffer.alloc(4096);

function putValues(line: FactLine, at: number): number {
  const bytes = line.length - LENGTH_BYTES;
  if (at + bytes > message.length) message = Buffer.concat([message, Buffer.alloc(at + bytes)]);
  message.set(line.subarray(LENGTH_BYTES), at);
  return at + bytes;
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

function half(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer').subarray(0, HALF);
}

function lineOf(rows: CopyRows | undefined, values: readonly unknown[]): FactLine {
  if (rows === undefined) throw new Error('A kind of row is missing');
  rows.add(values);
  return rows.takeCopy().subarray(COUNT_BYTES);
}
