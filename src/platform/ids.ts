import { randomFillSync, randomUUID } from 'node:crypto';

export type NewId = () => string;

const pool = Buffer.alloc(16 * 256);
let used = pool.length;
let lastMillis = 0;
let sequence = 0;

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit sequence that keeps ids of one process in
 * the order of their making, then 62 random bits. Made here because PostgreSQL has uuidv7() only from 18 on.
 */
export function uuidv7(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  stepSequence(now, bytes.readUInt16BE(6) & 0x07ff);
  bytes.writeUIntBE(lastMillis, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A new millisecond starts at a random place in the lower half, so that there is room to count upwards. */
function stepSequence(now: number, start: number): void {
  if (now > lastMillis) {
    lastMillis = now;
    sequence = start;
  } else if (sequence < 0x0fff) {
    sequence += 1;
  } else {
    lastMillis += 1;
    sequence = start;
  }
}

/** An id that is a secret as long as nobody is told it: 122 random bits (UUID version 4). */
export function secretId(): string {
  return randomUUID();
}
