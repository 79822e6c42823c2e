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

const HALF = 16;
/** Before the first value: the number of columns and that value's length, the same in every row. */
const HEAD_BYTES = 6;
const [CURRENT, PAST, STEPS] = [CURRENT_LINE, PAST_LINE, STEP_COLUMNS].map((columns) =>
  openCopyRows(
    columns.map(([, type]) => type),
    1024,
  ),
);

/** The first half: the figures with their times. */
export function hashFacts({ past, current }: KeptFacts): Buffer {
  return hashFactLines(
    lineOf(CURRENT, [current.from, current.knownFrom, ...current.values]),
    past.map(({ from, to, knownFrom, knownTo, values }) =>
      lineOf(PAST, [from, to ?? 'infinity', knownFrom, knownTo ?? 'infinity', ...values]),
    ),
  );
}

/** The second half: the steps, of which the current row alone tells. */
export function hashSteps(steps: readonly unknown[]): Buffer {
  return hashStepLine(lineOf(STEPS, steps));
}

/** A letter a byte; the rows of the past in any order. */
export function hashFactLines(current: string, past: readonly string[]): Buffer {
  return half(current + past.toSorted().join(''));
}
export function hashStepLine(steps: string): Buffer {
  return half(steps);
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

function half(line: string): Buffer {
  return hash('sha256', Buffer.from(line, 'latin1'), 'buffer').subarray(0, HALF);
}

function lineOf(rows: CopyRows | undefined, values: readonly unknown[]): string {
  if (rows === undefined) throw new Error('A kind of row is missing');
  rows.add(values);
  const bytes = rows.take();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', HEAD_BYTES);
}
