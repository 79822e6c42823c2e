import type { Pool } from 'pg';
import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { HOUR_MS } from '../../../domain/calendar/instant.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { NOBODY_OF_OURS, openFileKey, openFileName } from './attachment-key.ts';
import { UPLOAD_HOURS } from './expire-uploads.job.ts';
import { ATTACHMENT_LINE, type AttachmentLine, rowOf } from './read-attachments.read.ts';

/** A file that somebody brought and that lies on no case yet. */
export type Upload = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
};

/** By what files are known again that are sent twice: a button pressed twice uploads them anew. */
export function sameFiles(files: readonly Upload[]): readonly string[] {
  return files.map(({ sha256 }) => sha256.toString('hex'));
}

/** Those of these uploads that this one brought and may still put to a case, in the order that they are named in. */
export async function readUploads(
  { pool, keyring }: { readonly pool: Pool; readonly keyring: Keyring },
  officeId: number,
  uploader: string,
  ids: readonly string[],
): Promise<readonly Upload[]> {
  if (ids.length === 0) return [];
  const rows = await withOffice(
    pool,
    officeId,
    async (tx) => {
      const found = await tx.query<AttachmentLine>(
        `select ${ATTACHMENT_LINE} from attachment a
          where a.office_id = $1 and a.attachment_id = any ($2::uuid[]) and a.uploader = $3 and a.erased_at is null
            and not exists (select from case_attachment b
              where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id))`,
        [officeId, ids, uploader],
      );
      return found.rows.map(rowOf);
    },
    { readOnly: true },
  );
  const uploads = rows.flatMap((row): readonly Upload[] => {
    const { attachmentId: id, mediaType, bytes, sha256, wrappedKey, sealedName } = row;
    if (sha256 === null || wrappedKey === null || sealedName === null) return [];
    const name = openFileName(openFileKey(keyring, { ...row, sha256, wrappedKey }), row, sealedName);
    return [{ id, name, mediaType, bytes, sha256 }];
  });
  return ids.flatMap((id) => uploads.find((one) => one.id === id) ?? []);
}

/** Bytes that people without an account may have waiting in one office, and that must stay free on the disk. */
const MOST_WAITING_BYTES = 2_000_000_000;
export const LEAST_FREE_BYTES = 500_000_000;

/** Whether another file has room: a full disk would refuse complaints, and strangers shall not fill it. `now` in milliseconds. */
export async function hasRoomForFiles(
  { pool, files }: { readonly pool: Pool; readonly files: FileStore },
  officeId: number,
  uploader: string,
  now: number,
): Promise<boolean> {
  const free = await files.freeBytes();
  if (free !== null && free < LEAST_FREE_BYTES) return false;
  if (uploader !== NOBODY_OF_OURS) return true;
  const since = new Date(now - UPLOAD_HOURS * HOUR_MS);
  const waiting = await withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ bytes: string }>(
        `select coalesce(sum(a.bytes), 0) as bytes from attachment a
          where a.office_id = $1 and a.uploaded_at >= $2 and a.uploader = $3 and not exists (
            select from case_attachment b where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id))`,
        [officeId, since, uploader],
      );
      return Number(rows[0]?.bytes ?? 0);
    },
    { readOnly: true },
  );
  return waiting < MOST_WAITING_BYTES;
}
