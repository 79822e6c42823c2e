import type { ClientBase } from 'pg';
import {
  ATTACHMENT_LINE,
  type AttachmentLine,
  type AttachmentRow,
  rowOf,
} from '../cases/attachments/read-attachments.read.ts';

/** The scan that lies on this paper, or null; another paper's file is not found. */
export async function readSignedCopy(
  tx: ClientBase,
  officeId: number,
  paperId: string,
  attachmentId: string,
): Promise<AttachmentRow | null> {
  const { rows } = await tx.query<AttachmentLine>(
    `select ${ATTACHMENT_LINE} from attachment a
       join paper_attachment b on (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
      where a.office_id = $1 and b.paper_id = $2 and a.attachment_id = $3`,
    [officeId, paperId, attachmentId],
  );
  const [row] = rows;
  return row === undefined ? null : rowOf(row);
}
