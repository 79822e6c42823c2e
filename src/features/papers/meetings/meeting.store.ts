import type { ClientBase, Pool } from 'pg';
import type { MeetingRecord } from '../../../domain/papers/meeting-record.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
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
  /** The day of the team's agenda that it was held by, ISO; null = it stood in none. */
  readonly agendaOn: string | null;
};

export type MeetingLine = {
  readonly id: string;
  readonly day: string;
  readonly event: string;
  readonly place: string;
};

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

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
  const { rows } = await tx.query<{ record: string; revision: number; agendaOn: string | null }>(
    `select record, revision, t.on_date::text "agendaOn"
       from meeting m left join team_agenda t on (t.office_id, t.item_id) = (m.office_id, m.agenda_item)
      where m.office_id = $1 and meeting_id = $2`,
    [officeId, id],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, id, record: trustedJson<MeetingRecord>(row.record) };
}

/** The same from outside a transaction; null also for what is no id. */
export function findMeeting(pool: Pool, officeId: number, id: string): Promise<StoredMeeting | null> {
  return UUID.test(id)
    ? withOffice(pool, officeId, (tx) => readMeeting(tx, officeId, id), { readOnly: true })
    : Promise.resolve(null);
}

/** False when another record was written for the same entry of the agenda meanwhile. */
export async function insertMeeting(
  tx: Reader,
  officeId: number,
  meeting: {
    readonly id: string;
    readonly record: MeetingRecord;
    /** The entry of the team's agenda that it is held by, or null. */
    readonly agendaItem: string | null;
    readonly account: string;
    readonly now: number;
  },
): Promise<boolean> {
  const { id, record, agendaItem, account } = meeting;
  const at = new Date(meeting.now);
  const { rowCount } = await tx.query(
    `insert into meeting (office_id, meeting_id, held_on, record, agenda_item, recorded_by, recorded_at, changed_at, revision)
     values ($1, $2, $3, $4, $5, $6, $7, $7, 1)
     on conflict (office_id, agenda_item) where agenda_item is not null do nothing`,
    [officeId, id, record.day, JSON.stringify(record), agendaItem, account, at],
  );
  return rowCount === 1;
}

/** False when somebody else changed it since this revision. */
export async function updateMeeting(
  tx: Reader,
  officeId: number,
  { id, record, revision }: Omit<StoredMeeting, 'agendaOn'>,
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
