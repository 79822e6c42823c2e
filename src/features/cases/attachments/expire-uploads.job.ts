import type { Pool } from 'pg';
import type { FileStore, StoredFile } from '../../../adapters/storage/file-store.ts';
import { HOUR_MS } from '../../../domain/calendar/instant.ts';

/** So long an upload waits for the complaint or the entry that it belongs to. */
export const UPLOAD_HOURS = 24;
/** Files whose rows are asked for at a time. */
const AT_A_TIME = 500;

/**
 * Takes away uploads that nobody put to a case within a day, and then every file in the folder that no row knows any more: what
 * an erasure or a crash left there. A file is written before its row, so that a young one without a row is left alone. Run
 * as the owner; may run twice at once. `now` in milliseconds. Gives how many rows and how many files went.
 */
export async function expireUploads(
  owner: Pool,
  files: FileStore,
  now: number,
): Promise<{ readonly expired: number; readonly removed: number }> {
  const before = now - UPLOAD_HOURS * HOUR_MS;
  // One that is put to a case this very moment is locked by its foreign key, and passed over.
  const { rowCount } = await owner.query(
    `delete from attachment where (office_id, attachment_id) in (
       select office_id, attachment_id from attachment a
        where a.uploaded_at < $1 and a.erased_at is null and not exists (
          select from case_attachment b where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id))
          and not exists (
          select from paper_attachment p where (p.office_id, p.attachment_id) = (a.office_id, a.attachment_id))
          and not exists (
          select from meeting_attachment m where (m.office_id, m.attachment_id) = (a.office_id, a.attachment_id))
          for update skip locked)`,
    [new Date(before)],
  );
  let removed = 0;
  let gathered: StoredFile[] = [];
  for await (const file of files.list()) {
    if (file.changedAt >= before) continue;
    gathered.push(file);
    if (gathered.length < AT_A_TIME) continue;
    removed += await removeUnknown(owner, gathered);
    gathered = [];
  }
  return { expired: rowCount ?? 0, removed: removed + (await removeUnknown(owner, gathered)) };
}

/** A file that stands in the table, and is not erased, stays. */
async function removeUnknown(owner: Pool, found: readonly StoredFile[]): Promise<number> {
  const places = found.flatMap(({ place }) => place ?? []);
  const { rows } = await owner.query<{ id: string }>(
    `select a.attachment_id id from attachment a
       join unnest($1::smallint[], $2::uuid[]) f (office_id, attachment_id) using (office_id, attachment_id)
      where a.erased_at is null`,
    [places.map(({ officeId }) => officeId), places.map(({ id }) => id)],
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = found.filter(({ place }) => place === null || !known.has(place.id));
  for (const { discard } of unknown) await discard();
  return unknown.length;
}
