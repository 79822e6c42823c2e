import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type FileRefusal, FileStop } from '../../../adapters/media/file-refusal.ts';
import { inspectFile } from '../../../adapters/media/inspect-file.ts';
import type { MediaType } from '../../../adapters/media/sniff-media.ts';
import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { sealChunks } from '../../../adapters/storage/sealed-chunks.ts';
import { newRecordKey } from '../../../platform/crypto.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { secretId } from '../../../platform/ids.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { insertAttachment } from './attachment.store.ts';
import { contentContext, sealFileName, wrapFileKey } from './attachment-key.ts';

/** What keeping files needs of the installation. */
export type FilesDesk = { readonly pool: Pool; readonly keyring: Keyring; readonly files: FileStore };

/** Most bytes of one file (contract). */
export const MOST_FILE_BYTES = 20_000_000;

export type KeptFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Of what is kept: by it the same file sent twice is known. */
  readonly sha256: Buffer;
};
export type KeepFileResult =
  | { readonly ok: true; readonly file: KeptFile }
  | { readonly ok: false; readonly refusal: FileRefusal };

/**
 * Takes a file in as it streams: judged by its bytes, without what a photo tells of where it was taken, sealed under a key of
 * its own, on the disk and then in the table. It lies on no case yet: `uploader` alone may put it to one, within a day.
 * `now` in milliseconds. Refuses what is not taken; nothing of it is left then.
 */
export async function keepFile(
  { pool, keyring, files }: FilesDesk,
  of: { readonly officeId: number; readonly uploader: string; readonly name: string },
  source: AsyncIterable<Uint8Array>,
  now: number,
): Promise<KeepFileResult> {
  const { officeId, uploader } = of;
  const place = { officeId, attachmentId: secretId() };
  const stored = { officeId, id: place.attachmentId };
  const key = newRecordKey();
  try {
    const inspected = await inspectFile(source, MOST_FILE_BYTES);
    const measured = measure(inspected.content);
    await files.write(stored, sealChunks(key, contentContext(place), measured.content));
    const { bytes, sha256 } = measured.result();
    const mediaType = inspected.mediaType();
    const facts = { ...place, uploader, mediaType, bytes, sha256, uploadedAt: now };
    const wrappedKey = wrapFileKey(keyring, key, facts);
    const sealedName = sealFileName(key, place, of.name);
    await withOffice(pool, officeId, (tx) =>
      insertAttachment(tx, { ...facts, keyId: keyring.current.id, wrappedKey, sealedName }),
    );
    return { ok: true, file: { id: place.attachmentId, name: of.name, mediaType, bytes, sha256 } };
  } catch (error) {
    await files.remove(stored);
    if (error instanceof FileStop) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function measure(content: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    if (bytes === 0) throw new FileStop('empty');
  }
  return { content: counted(), result: () => ({ bytes, sha256: hash.digest() }) };
}
