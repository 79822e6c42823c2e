import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { errorCode } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { openFile } from '../attachments/open-file.ts';
import {
  ATTACHMENT_LINE,
  type AttachmentLine,
  type AttachmentRow,
  rowOf,
} from '../attachments/read-attachments.read.ts';

export type AttachmentRule =
  /** No file lies in the folder for a row that says so. */
  | 'file-missing'
  /** The file, or its row, is another than the one that was brought. */
  | 'file-changed'
  /** Its key was wrapped with a key that is not here. */
  | 'key-missing'
  /** It lies on a case whose history does not name it, or is named and lies nowhere. */
  | 'file-unnamed'
  | 'file-unbound';
export type AttachmentFinding = {
  readonly rule: AttachmentRule;
  readonly officeId: number;
  readonly attachmentId: string;
};

type Row = AttachmentLine & { readonly isBound: boolean };

/**
 * Reads every file through, as its row seals it, and holds which case it lies on against the histories. Run as the owner in a
 * transaction that sees one moment. Gives how many files there are. Of an upload that expires meanwhile nothing is found.
 */
export async function verifyAttachments(
  owner: ClientBase,
  keyring: Keyring,
  files: FileStore,
): Promise<{ readonly files: number; readonly findings: readonly AttachmentFinding[] }> {
  const { rows } = await owner.query<Row>(
    `select ${ATTACHMENT_LINE}, exists (
         select from case_attachment b where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
         union all
         select from paper_attachment b where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
         union all
         select from meeting_attachment b where (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
       ) as "isBound" from attachment a
      where a.erased_at is null order by a.office_id, a.attachment_id`,
  );
  const findings: AttachmentFinding[] = [];
  for (const { isBound, ...line } of rows) {
    const row = rowOf(line);
    const rule = await judge(keyring, files, row);
    const { officeId, attachmentId } = row;
    if (rule !== null && (isBound || rule !== 'file-missing'))
      findings.push({ rule, officeId, attachmentId });
  }
  const unnamed = await owner.query<{ officeId: number; attachmentId: string }>(UNNAMED);
  for (const one of unnamed.rows) findings.push({ rule: 'file-unnamed', ...one });
  const unbound = await owner.query<{ officeId: number; attachmentId: string }>(UNBOUND);
  for (const one of unbound.rows) findings.push({ rule: 'file-unbound', ...one });
  return { files: rows.length, findings };
}

/** The chain holds what the entries say: here only whether each names what lies on its case. */
const UNNAMED = `select b.office_id as "officeId", b.attachment_id as "attachmentId" from case_attachment b
  where not exists (select from case_event e where e.office_id = b.office_id and e.case_id = b.case_id
    and position(b.attachment_id::text in e.body) > 0)`;

/** Entries that name files, by the fields that hold them. */
const UNBOUND = `select e.office_id as "officeId", named.id as "attachmentId"
  from (select office_id, case_id, body from case_event
         where body like '%"attachments":["%' or body like '%"proof":"%' or body like '%"scan":"%'
            or body like '%"type":"document-received"%') e,
    lateral (
      select jsonb_array_elements_text(e.body::jsonb #> '{event,attachments}') as id
       where jsonb_typeof(e.body::jsonb #> '{event,attachments}') = 'array'
      union all
      select e.body::jsonb #>> path from (values ('{event,proof}'::text[]), ('{event,scan}'), ('{event,attachment}')) p (path)
       where jsonb_typeof(e.body::jsonb #> path) = 'string'
    ) named
  where not exists (select from case_attachment b where b.office_id = e.office_id and b.case_id = e.case_id
    and b.attachment_id::text = named.id)
  and e.body::jsonb #>> '{event,type}' <> 'attachment-erased'`;

async function judge(keyring: Keyring, files: FileStore, row: AttachmentRow): Promise<AttachmentRule | null> {
  try {
    const content = await openFile({ keyring, files }, row);
    // Half-erased: told by the ledger of erasures.
    if (content === null || row.sha256 === null) return null;
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
    }
    return bytes === row.bytes && hash.digest().equals(row.sha256) ? null : 'file-changed';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'file-missing' || code === 'key-missing') return code;
    if (code === 'seal-broken') return 'file-changed';
    throw error;
  }
}
