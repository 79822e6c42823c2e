import type { ClientBase } from 'pg';
import { openCopyOut } from './copy-out.ts';

/** The rows of a COPY, one at a time, read where they lie: what a row gives is good until the next `step`. */
export type CopiedRows = {
  /** Goes to the next row. 'wait': it has not come yet; await `more`, then step again. */
  readonly step: () => 'row' | 'wait' | 'end';
  /** Resolves when more has come; rejects with what the database refused. */
  readonly more: () => Promise<void>;
  readonly isNull: (column: number) => boolean;
  /** A view, not a copy. */
  readonly bytes: (column: number) => Buffer;
  /** A view of several columns, each from its length on. */
  readonly line: (column: number, lastColumn: number) => Buffer;
  readonly int16: (column: number) => number;
  readonly int32: (column: number) => number;
  readonly bool: (column: number) => boolean;
  /** Milliseconds since 1970 of a timestamptz; no whole number where it carries microseconds. */
  readonly instant: (column: number) => number;
  /** Days since 1970 of a date. */
  readonly day: (column: number) => number;
  readonly utf8: (column: number) => string;
  /** A letter for each byte from the one column to the end of the other: to compare bytes by. */
  readonly latin1: (column: number, lastColumn?: number) => string;
};

/** Before the first row: signature, flags and the length of an extension that nobody has. */
const HEADER_BYTES = 19;
/** A message: its kind in one byte, then its length, which counts itself. */
const KIND_BYTES = 1;
const HEAD_BYTES = 5;
/** A row, and what may stand between two: the answer to COPY, notices, settings, notifications. */
const ROW = 'd'.charCodeAt(0);
const BETWEEN = new Set(Buffer.from('HNSA'));
const FIRST_BYTES = 128 * 1024;
const EPOCH_2000_MS = 946_684_800_000;
const EPOCH_2000_DAY = 10_957;

/**
 * Reads `copy (<select>) to stdout` in its binary form. Nothing is made for a row but the values asked for, since a
 * check of a whole store reads millions of small ones. Read it to its end, or end the connection.
 */
export function copiedRows(client: ClientBase, select: string): CopiedRows {
  const out = openCopyOut(client, `copy (${select}) to stdout (format binary)`);
  let data: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** Where the next message begins, and where that ends which has come. */
  let at = 0;
  let end = 0;
  let begun = false;
  let complete = false;
  /** Something stands at `at` that is none of the rows: the driver reads on. */
  let left = false;
  let ended = false;
  const starts: number[] = [];
  const lengths: number[] = [];

  function step(): 'row' | 'wait' | 'end' {
    while (!left && at + HEAD_BYTES <= end) {
      const next = at + KIND_BYTES + data.readInt32BE(at + KIND_BYTES);
      const kind = data[at] ?? 0;
      left = kind !== ROW && !BETWEEN.has(kind);
      if (left || next > end) break;
      const place = at + HEAD_BYTES + (begun || kind !== ROW ? 0 : HEADER_BYTES);
      at = next;
      if (kind !== ROW) continue;
      begun = true;
      if (place < next && readRow(place)) return 'row';
    }
    return ended ? 'end' : 'wait';
  }

  /** False for the mark of the end. */
  function readRow(from: number): boolean {
    const columns = data.readInt16BE(from);
    complete = columns === -1;
    let place = from + 2;
    for (let column = 0; column < columns; column += 1) {
      const length = data.readInt32BE(place);
      place += 4;
      starts[column] = place;
      lengths[column] = length;
      if (length > 0) place += length;
    }
    return !complete;
  }

  async function more(): Promise<void> {
    if (left) {
      await out.leave(Buffer.from(data.subarray(at, end)));
      if (!complete) throw new Error('COPY ended within a row');
      ended = true;
      return;
    }
    const came = await out.read();
    if (end + came.length > data.length) makeRoom(came.length);
    end += came.copy(data, end);
  }

  function makeRoom(bytes: number): void {
    const rest = end - at;
    const room = rest + bytes > data.length ? Buffer.allocUnsafeSlow((rest + bytes) * 2) : data;
    data.copy(room, 0, at, end);
    data = room;
    at = 0;
    end = rest;
  }

  const start = (column: number): number => starts[column] ?? 0;
  const stop = (column: number): number => start(column) + Math.max(0, lengths[column] ?? 0);
  return {
    step,
    more,
    isNull: (column) => lengths[column] === -1,
    bytes: (column) => data.subarray(start(column), stop(column)),
    line: (column, last) => data.subarray(start(column) - 4, stop(last)),
    int16: (column) => data.readInt16BE(start(column)),
    int32: (column) => data.readInt32BE(start(column)),
    bool: (column) => data[start(column)] === 1,
    instant: (column) => {
      const from = start(column);
      const micros = data.readInt32BE(from) * 2 ** 32 + data.readUInt32BE(from + 4);
      return micros / 1000 + EPOCH_2000_MS;
    },
    day: (column) => data.readInt32BE(start(column)) + EPOCH_2000_DAY,
    utf8: (column) => data.toString('utf8', start(column), stop(column)),
    latin1: (column, last = column) => data.toString('latin1', start(column), stop(last)),
  };
}
