import type { ClientBase } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import { type AttachmentFacts, openFileKey, openFileName } from './attachment-key.ts';

/** A file of a case as it may be shown; `name` null = erased, or its row was changed outside Tanggap. */
export type CaseFile = {
  readonly id: string;
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly isErased: boolean;
  /** Erased, or its row is another than was written: it does not open. */
  readonly opens: boolean;
};

export type AttachmentRow = Omit<AttachmentFacts, 'sha256'> & {
  readonly sha256: Buffer | null;
  readonly keyId: string;
  readonly wrappedKey: Buffer | null;
  readonly sealedName: Buffer | null;
  readonly erasedAt: Date | null;
};

/** The rows of those of these files that lie on this case; another case's file is not found. */
export async function readAttachmentRows(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
  ids: readonly string[],
): Promise<readonly AttachmentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<AttachmentLine>(
    `select ${ATTACHMENT_LINE} from attachment a
       join case_attachment b on (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
      where a.office_id = $1 and b.case_id = $2 and a.attachment_id = any ($3::uuid[])`,
    [officeId, caseId, ids],
  );
  return rows.map(rowOf);
}

/** The files of a case by their ids, as its entries name them. */
export async function readCaseFiles(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseFile>> {
  const rows = await readAttachmentRows(tx, officeId, caseId, ids);
  return new Map(rows.map((row) => [row.attachmentId, caseFile(keyring, row)]));
}

function caseFile(keyring: Keyring, row: AttachmentRow): CaseFile {
  const { attachmentId: id, mediaType, bytes, erasedAt } = row;
  const name = nameOf(keyring, row);
  return { id, name, mediaType, bytes, isErased: erasedAt !== null, opens: name !== null };
}

function nameOf(keyring: Keyring, row: AttachmentRow): string | null {
  const { sha256, wrappedKey, sealedName } = row;
  if (sha256 === null || wrappedKey === null || sealedName === null) return null;
  try {
    return openFileName(openFileKey(keyring, { ...row, sha256, wrappedKey }), row, sealedName);
  } catch {
    // One row that was changed does not close the page of its case: `verify` tells of it.
    return null;
  }
}

/** A row as the database gives it: bytes of a bigint come as text. */
export type AttachmentLine = Omit<AttachmentRow, 'bytes' | 'uploadedAt'> & {
  readonly bytes: string;
  readonly uploadedAt: Date;
};
export const ATTACHMENT_LINE = `a.office_id as "officeId", a.attachment_id as "attachmentId", a.uploader,
  a.media_type as "mediaType", a.bytes, a.sha256, a.key_id as "keyId", a.wrapped_key as "wrappedKey",
  a.sealed_name as "sealedName", a.uploaded_at as "uploadedAt", a.erased_at as "erasedAt"`;

export function rowOf(line: AttachmentLine): AttachmentRow {
  return { ...line, bytes: Number(line.bytes), uploadedAt: line.uploadedAt.getTime() };
}
