import type { ClientBase } from 'pg';
import type { AttachmentFacts } from './attachment-key.ts';

export type NewAttachment = AttachmentFacts & {
  readonly keyId: string;
  readonly wrappedKey: Buffer;
  readonly sealedName: Buffer;
};

/** Writes down a file that lies in the data folder already, whole. */
export async function insertAttachment(tx: ClientBase, one: NewAttachment): Promise<void> {
  await tx.query(
    `insert into attachment (office_id, attachment_id, uploader, media_type, bytes, sha256, key_id, wrapped_key, sealed_name, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      one.officeId,
      one.attachmentId,
      one.uploader,
      one.mediaType,
      one.bytes,
      one.sha256,
      one.keyId,
      one.wrappedKey,
      one.sealedName,
      new Date(one.uploadedAt),
    ],
  );
}

/**
 * Puts files to a case for ever, in the transaction of the entry that names them. Fails where one lies on a case already, was
 * brought by another, or is not there (`isUnclaimable`). No statement where there are none.
 */
export function bindAttachments(
  tx: Pick<ClientBase, 'query'>,
  [officeId, caseId]: readonly [number, string],
  bound: { readonly ids: readonly string[]; readonly uploader: string; readonly at: string },
): Promise<unknown> | null {
  if (bound.ids.length === 0) return null;
  return tx.query(
    `insert into case_attachment (office_id, case_id, attachment_id, uploader, bound_at)
     select $1, $2, unnest($3::uuid[]), $4, $5`,
    [officeId, caseId, bound.ids, bound.uploader, bound.at],
  );
}

/** Destroys the keys of files; gives those that were still there. */
export async function eraseAttachments(
  tx: ClientBase,
  officeId: number,
  caseId: string,
  ids: readonly string[],
  at: string,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<{ id: string }>(
    `update attachment a set wrapped_key = null, sealed_name = null, sha256 = null, erased_at = $4
       from case_attachment b
      where a.office_id = $1 and a.attachment_id = any ($3::uuid[]) and a.erased_at is null
        and (b.office_id, b.attachment_id, b.case_id) = (a.office_id, a.attachment_id, $2::uuid)
      returning a.attachment_id id`,
    [officeId, caseId, ids, at],
  );
  return rows.map(({ id }) => id);
}
