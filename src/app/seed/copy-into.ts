import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { COPY_HEAD, COPY_TAIL } from '../../platform/database/copy-rows.ts';

const PIECE = 64 * 1024;

/**
 * Sends rows in binary COPY format to a table; names of tables and columns are the program's own. Once the database has
 * them, the bytes are given back and `rows` is empty: left to the collector, they make it search the whole heap every
 * other chunk.
 */
export async function copyInto(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin (format binary)`));
  await pipeline(Readable.from(pieces(rows)), stream);
  rows.buffer.transfer(0);
}

function* pieces(rows: Uint8Array): Generator<Buffer> {
  yield Buffer.from(COPY_HEAD);
  for (let at = 0; at < rows.length; at += PIECE) {
    yield Buffer.from(rows.buffer, rows.byteOffset + at, Math.min(PIECE, rows.length - at));
  }
  yield Buffer.from(COPY_TAIL);
}
