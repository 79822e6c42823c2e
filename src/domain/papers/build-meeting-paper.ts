import type { DocumentTree } from '../documents/blocks.ts';
import { buildAttendanceList } from './build-attendance-list.ts';
import { buildMeetingInvitation } from './build-meeting-invitation.ts';
import { buildMeetingNotes } from './build-meeting-notes.ts';
import { buildOfficialMinutes } from './build-official-minutes.ts';
import type { MeetingPaper, MeetingRecord } from './meeting-record.ts';
import type { PaperFrame } from './paper-frame.ts';

/** Rows for those who come without being named. */
const EMPTY_ROWS = 8;
const WITHOUT_NAMES = 20;

/** What of its papers the record of a meeting cannot know. */
export type MeetingWriting = {
  readonly to: readonly { readonly name: string; readonly body: string | null }[];
  readonly copies: readonly string[];
  /** Null: as many as are usual. */
  readonly emptyRows: number | null;
};
const NOTHING: MeetingWriting = { to: [], copies: [], emptyRows: null };

/** One of the papers of a meeting; what is not known yet leaves room for a pen. */
export function buildMeetingPaper(
  frame: PaperFrame,
  paper: MeetingPaper,
  meeting: MeetingRecord,
  { to, copies, emptyRows: asked }: MeetingWriting = NOTHING,
): DocumentTree {
  const { event, day, time, place, present } = meeting;
  switch (paper) {
    case 'undangan':
      return buildMeetingInvitation(frame, { ...meeting, to, copies });
    case 'daftar-hadir': {
      const emptyRows = asked ?? (present.length === 0 ? WITHOUT_NAMES : EMPTY_ROWS);
      return buildAttendanceList(frame, { event, day, time, place, people: present, emptyRows });
    }
    case 'notulen':
      return buildMeetingNotes(frame, { ...meeting, present: present.map(withBody) });
    case 'berita-acara':
      return buildOfficialMinutes(frame, {
        ...{ subject: event, day, place, secret: false, ticket: null },
        parties: partiesOf(meeting),
        content: contentOf(meeting),
      });
  }
}

function withBody({ name, body }: MeetingRecord['present'][number]): string {
  return body === null ? name : `${name}, ${body}`;
}

function partiesOf({ chair, writer }: MeetingRecord) {
  return [
    { name: chair ?? '(……………………………………)', post: 'Pimpinan rapat' },
    { name: writer ?? '(……………………………………)', post: 'Notulis' },
  ];
}

/** Paragraphs, each of its own. */
function contentOf({ event, agenda, present, discussion, decisions }: MeetingRecord): string {
  const numbered = (points: readonly string[]): string =>
    points.map((point, at) => `${at + 1}. ${point}`).join('\n');
  return [
    `Telah dilaksanakan ${event}${present.length === 0 ? '' : `, dihadiri ${present.length} orang`}.`,
    agenda.length === 0 ? '' : `Agenda:\n${numbered(agenda)}`,
    discussion,
    decisions.length === 0 ? '' : `Disepakati:\n${numbered(decisions.map(({ what }) => what))}`,
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
