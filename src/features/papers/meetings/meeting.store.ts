import type { ClientBase } from 'pg';
import type { MeetingRecord } from '../../../domain/papers/meeting-record.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import { openFileKey, openFileName } from '../../cases/attachments/attachment-key.ts';
import {
  ATTACHMENT_LINE,
  type AttachmentLine,
  type AttachmentRow,
  rowOf,
} from '../../cases/attachments/read-attachments.read.ts';

export type StoredMeeting = {
  readonly id: string;
  readonly record: MeetingRecord;
  /** How often it was changed. */
  readonly revision: number;
};

export type MeetingLine = {
  readonly id: string;
  readonly day: string;
  readonly event: string;
  readonly place: string;
};

type Reader = Pick<ClientBase, 'query'>;

/** The meetings of an office, the latest first. */
export async function listMeetings(
  tx: Reader,
  officeId: number,
  most: number,
): Promise<readonly MeetingLine[]> {
  const { rows } = await tx.query<{ id: string; day: string; record: string }>(
    `select meeting_id as id, held_on as day, record from meeting where office_id = $1
      order by held_on desc, meeting_id desc limit $2`,
    [officeId, most],
  );
  return rows.map(({ id, day, record }) => {
    const { event, place } = trustedJson<MeetingRecord>(record);
    return { id, day, event, place };
  });
}

export async function readMeeting(tx: Reader, officeId: number, id: string): Promise<StoredMeeting | null> {
  const { rows } = await tx.query<{ record: string; revision: number }>(
    'select record, revision from meeting where office_id = $1 and meeting_id = $2',
    [officeId, id],
  );
  const [row] = rows;
  return row === undefined
    ? null
    : { id, record: trustedJson<MeetingRecord>(row.record), revision: row.revision };
}

export async function insertMeeting(
  tx: Reader,
  officeId: number,
  meeting: {
    readonly id: string;
    readonly record: MeetingRecord;
    readonly account: string;
    readonly now: number;
  },
): Promise<void> {
  const at = new Date(meeting.now);
  await tx.query(
    `insert into meeting (office_id, meeting_id, held_on, record, recorded_by, recorded_at, changed_at, revision)
     values ($1, $2, $3, $4, $5, $6, $6, 1)`,
    [officeId, meeting.id, meeting.record.day, JSON.stringify(meeting.record), meeting.account, at],
  );
}

/** False when somebody else changed it since this revision. */
export async function updateMeeting(
  tx: Reader,
  officeId: number,
  { id, record, revision }: StoredMeeting,
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meeting set held_on = $4, record = $5, changed_at = $6, revision = revision + 1
      where office_id = $1 and meeting_id = $2 and revision = $3`,
    [officeId, id, revision, record.day, JSON.stringify(record), new Date(now)],
  );
  return rowCount === 1;
}

/** Puts files that this person brought to the meeting. Fails where somebody else brought them, or they are gone. */
export async function bindMeetingFiles(
  tx: Reader,
  officeId: number,
  of: {
    readonly meeting: string;
    readonly uploader: string;
    readonly files: readonly string[];
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into meeting_attachment (office_id, attachment_id, meeting_id, uploader, bound_at)
     select $1, file, $2, $3, $4 from unnest($5::uuid[]) file`,
    [officeId, of.meeting, of.uploader, new Date(of.now), of.files],
  );
}

export type MeetingFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly row: AttachmentRow;
};

/** The files of a meeting, the first brought first; one whose row was changed outside Tanggap is left out. */
export async function readMeetingFiles(
  tx: Reader,
  keyring: Keyring,
  officeId: number,
  meeting: string,
): Promise<readonly MeetingFile[]> {
  const { rows } = await tx.query<AttachmentLine>(
    `select ${ATTACHMENT_LINE} from attachment a
       join meeting_attachment b on (b.office_id, b.attachment_id) = (a.office_id, a.attachment_id)
      where a.office_id = $1 and b.meeting_id = $2 order by b.bound_at, a.attachment_id`,
    [officeId, meeting],
  );
  return rows.map(rowOf).flatMap((row) => {
    const { sha256, wrappedKey, sealedName, attachmentId: id, bytes } = row;
    if (sha256 === null || wrappedKey === null || sealedName === null) return [];
    try {
      const name = openFileName(openFileKey(keyring, { ...row, sha256, wrappedKey }), row, sealedName);
      return [{ id, name, bytes, row }];
    } catch {
      return [];
    }
  });
}
