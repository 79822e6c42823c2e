import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { Fault } from '../../platform/errors.ts';

/** A first byte tells how a file was sealed, so that another way can be added. */
const VERSION = 1;
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES };

/**
 * Seals a stream with AES-256-GCM, chunk by chunk, so that nothing of a file is given out before it is known to be whole. A
 * chunk's nonce is its number, and its context says whether it is the last: a chunk that is moved, left out or added does not
 * open. The key must be this file's alone.
 */
export async function* sealChunks(
  key: KeyObject,
  context: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  yield Buffer.of(VERSION);
  let number = 0;
  for await (const { bytes, last } of chunksOf(source, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number), OPTIONS);
    cipher.setAAD(contextOf(context, last));
    const sealed = cipher.update(bytes);
    cipher.final();
    yield Buffer.concat([sealed, cipher.getAuthTag()]);
    number += 1;
  }
}

/** Opens what `sealChunks` made. Throws Fault 'seal-broken' for another key, another context or a changed byte. */
export async function* openChunks(
  key: KeyObject,
  context: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of chunksOf(withoutVersion(source), CHUNK_BYTES + TAG_BYTES)) {
    yield openChunk(key, contextOf(context, last), number, bytes);
    number += 1;
  }
}

function openChunk(key: KeyObject, context: Buffer, number: number, bytes: Buffer): Buffer {
  const tagAt = bytes.length - TAG_BYTES;
  if (tagAt < 0) throw broken();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number), OPTIONS);
    decipher.setAAD(context);
    decipher.setAuthTag(bytes.subarray(tagAt));
    const plain = decipher.update(bytes.subarray(0, tagAt));
    decipher.final();
    return plain;
  } catch (cause) {
    throw broken(cause);
  }
}

async function* withoutVersion(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of source) {
    if (!isFirst) yield piece;
    else if (piece.length > 0) {
      if (piece[0] !== VERSION) throw broken();
      isFirst = false;
      yield piece.subarray(1);
    }
  }
  if (isFirst) throw broken();
}

/** Pieces of exactly `size` bytes, the last of which may be shorter, and is empty where there is nothing at all. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    held.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = Buffer.concat(held, length);
    let at = 0;
    // What is full waits for one more byte: only then it is known not to be the last.
    for (; length - at > size; at += size) yield { bytes: all.subarray(at, at + size), last: false };
    held = [all.subarray(at)];
    length -= at;
  }
  yield { bytes: Buffer.concat(held, length), last: true };
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

function contextOf(context: string, last: boolean): Buffer {
  return Buffer.from(`${last ? 'last' : 'more'}\n${context}`);
}

function broken(cause?: unknown): Fault {
  return new Fault('seal-broken', 'Berkas tersegel tidak dapat dibuka: kuncinya lain, atau isinya berubah.', {
    cause,
  });
}
