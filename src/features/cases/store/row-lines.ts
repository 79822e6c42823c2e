import { sha256 } from '../../../platform/crypto.ts';
import { openCopyRows } from '../../../platform/database/copy-rows.ts';
import type { Columns } from './columns.ts';

/**
 * A row as the database copies it in binary form, from its first value's length on: what stands beside a case is hashed
 * as it is sent, so that `verify` makes nothing of it. Every length stands before its value, so no two rows read alike.
 */
export type RowLine = Uint8Array;

/** The number of columns, and the first value's length: the same in every row of its kind. */
const [COUNT_BYTES, LENGTH_BYTES] = [2, 4];

/** Writes rows of these columns as the database would copy them. */
export function openLines(columns: Columns): (values: readonly unknown[]) => RowLine {
  const rows = openCopyRows(
    columns.map(([, type]) => type),
    1024,
  );
  return (values) => {
    rows.add(values);
    return rows.takeCopy().subarray(COUNT_BYTES);
  };
}

/** Half a SHA-256 over the rows, one after the other: 16 bytes. */
export function hashLines(lines: readonly RowLine[]): Buffer {
  let used = 0;
  for (const line of lines) used = putValues(line, used);
  return sha256(message.subarray(0, used)).subarray(0, 16);
}

/** For rows that come in any order. */
export function sortLines(lines: readonly RowLine[]): readonly RowLine[] {
  return lines.length > 1 ? lines.toSorted(Buffer.compare) : lines;
}

/** What is hashed next; kept, since a check of a whole store hashes millions. */
let message = Buffer.alloc(4096);

function putValues(line: RowLine, at: number): number {
  const bytes = line.length - LENGTH_BYTES;
  if (at + bytes > message.length) message = Buffer.concat([message, Buffer.alloc(at + bytes)]);
  message.set(line.subarray(LENGTH_BYTES), at);
  return at + bytes;
}
