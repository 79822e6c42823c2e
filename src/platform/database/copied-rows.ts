import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';

/** The rows of a COPY, one at a time, read where they lie: what a row gives is good until the next `step`. */
export type CopiedRows = {
  /** Goes to the next row. 'wait': it has not come yet; await `more`, then step again. */
  readonly step: () => 'row' | 'wait' | 'end';
  /** Resolves when more has come; rejects with what the database refused. */
  readonly more: () => Promise<void>;
  readonly isNull: (column: number) => boolean;
  /** A view, not a copy. */
  readonly bytes: (column: number) => Buffer;
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
const EPOCH_2000_MS = 946_684_800_000;
const EPOCH_2000_DAY = 10_957;

/**
 * Reads `copy (<select>) to stdout` in its binary form. Nothing is made for a row but the values asked for, since a
 * check of a whole store reads millions of small ones. Read it to its end, or end the connection.
 */
export function copiedRows(client: ClientBase, select: string): CopiedRows {
  const stream: AsyncIterable<Buffer> = client.query(to(`copy (${select}) to stdout (format binary)`));
  const chunks = stream[Symbol.asyncIterator]();
  let data: Buffer = Buffer.alloc(0);
  /** Where the next row begins; within the first piece, after the header. */
  let at = HEADER_BYTES;
  let complete = false;
  let ended = false;
  const starts: number[] = [];
  const lengths: number[] = [];

  function step(): 'row' | 'wait' | 'end' {
    if (ended) return 'end';
    if (complete || at + 2 > data.length) return 'wait';
    const columns = data.readInt16BE(at);
    if (columns === -1) {
      complete = true;
      return 'wait';
    }
    let place = at + 2;
    for (let column = 0; column < columns; column += 1) {
      if (place + 4 > data.length) return 'wait';
      const length = data.readInt32BE(place);
      place += 4;
      starts[column] = place;
      lengths[column] = length;
      if (length > 0) place += length;
    }
    if (place > data.length) return 'wait';
    at = place;
    return 'row';
  }

  async function more(): Promise<void> {
    const next = await chunks.next();
    if (next.done === true) {
      if (!complete) throw new Error('COPY ended within a row');
      ended = true;
      return;
    }
    const rest = data.length - at;
    if (rest <= 0) at -= data.length;
    data = rest <= 0 ? next.value : Buffer.concat([data.subarray(at), next.value]);
    if (rest > 0) at = 0;
  }

  const start = (column: number): number => starts[column] ?? 0;
  const end = (column: number): number => start(column) + Math.max(0, lengths[column] ?? 0);
  return {
    step,
    more,
    isNull: (column) => lengths[column] === -1,
    bytes: (column) => data.subarray(start(column), end(column)),
    int16: (column) => data.readInt16BE(start(column)),
    int32: (column) => data.readInt32BE(start(column)),
    bool: (column) => data[start(column)] === 1,
    instant: (column) => {
      const from = start(column);
      const micros = data.readInt32BE(from) * 2 ** 32 + data.readUInt32BE(from + 4);
      return micros / 1000 + EPOCH_2000_MS;
    },
    day: (column) => data.readInt32BE(start(column)) + EPOCH_2000_DAY,
    utf8: (column) => data.toString('utf8', start(column), end(column)),
    latin1: (column, last = column) => data.toString('latin1', start(column), end(last)),
  };
}
