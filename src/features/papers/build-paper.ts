import { parseIsoDate } from '../../domain/calendar/epoch-day.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { buildAnswerLetter } from '../../domain/papers/build-answer-letter.ts';
import { buildApology } from '../../domain/papers/build-apology.ts';
import { buildAssignmentLetter } from '../../domain/papers/build-assignment-letter.ts';
import { buildAttendanceList } from '../../domain/papers/build-attendance-list.ts';
import { buildComplaintForm } from '../../domain/papers/build-complaint-form.ts';
import { buildDirectionNote } from '../../domain/papers/build-direction-note.ts';
import { buildDispositionSheet } from '../../domain/papers/build-disposition-sheet.ts';
import { buildMeetingInvitation } from '../../domain/papers/build-meeting-invitation.ts';
import { buildMeetingNotes } from '../../domain/papers/build-meeting-notes.ts';
import { buildMeetingPaper } from '../../domain/papers/build-meeting-paper.ts';
import { buildOfficialMinutes } from '../../domain/papers/build-official-minutes.ts';
import { buildReceipt } from '../../domain/papers/build-receipt.ts';
import { buildReferralLetter } from '../../domain/papers/build-referral-letter.ts';
import { buildResolutionForm } from '../../domain/papers/build-resolution-form.ts';
import { buildServiceSheet } from '../../domain/papers/build-service-sheet.ts';
import { buildStaffReview } from '../../domain/papers/build-staff-review.ts';
import { buildTeamDecree, type TeamMember } from '../../domain/papers/build-team-decree.ts';
import type { CaseRecord } from '../../domain/papers/case-record.ts';
import { isMeetingPaper, type MeetingRecord } from '../../domain/papers/meeting-record.ts';
import type { PaperFrame } from '../../domain/papers/paper-frame.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { nameAndPost, type TypedPaper, writingReader } from './paper-writing.ts';

export type PaperInput = {
  readonly frame: PaperFrame;
  /** The case that it is about; null for a paper of the office. */
  readonly record: CaseRecord | null;
  readonly typed: TypedPaper;
  /** The meeting that it is about; null for any other paper. */
  readonly meeting: MeetingRecord | null;
  /** Who is of the team, by the decree that was chosen or as roles are held on the day. */
  readonly members: readonly TeamMember[];
  /** The decree that was written down; null for one that is to be decided. */
  readonly decree: { readonly title: string } | null;
};

/** The paper of this kind, as far as it is written; null where it needs a case and there is none, or a service. */
export function buildPaper(
  kind: PaperKind,
  { frame, record, meeting, typed, members, decree }: PaperInput,
): DocumentTree | null {
  const read = writingReader(typed);
  const day = read.day('day', frame.dated);
  const copies = read.lines('copies');
  const invited = read.lines('to').map(attendant);
  if (meeting !== null && isMeetingPaper(kind)) {
    const emptyRows =
      read.text('emptyRows') === '' ? null : Math.min(read.number('emptyRows', 0), MOST_EMPTY_ROWS);
    return buildMeetingPaper(frame, kind, meeting, { to: invited, copies, emptyRows });
  }
  const letter = { body: read.orNull('body'), enclosed: read.orNull('enclosed'), copies };
  switch (kind) {
    case 'tanda-terima':
      return record === null ? null : buildReceipt(frame, record);
    case 'formulir-pengaduan':
      return record === null ? null : buildComplaintForm(frame, record);
    case 'formulir-penyaluran':
      return record === null ? null : buildDispositionSheet(frame, record);
    case 'formulir-penyelesaian':
      return record === null ? null : buildResolutionForm(frame, record);
    case 'surat-jawaban':
      return record === null ? null : buildAnswerLetter(frame, record, letter);
    case 'surat-pelimpahan':
      return record === null ? null : buildReferralLetter(frame, record, letter);
    case 'surat-tugas': {
      const from = read.day('from', frame.dated);
      const last = read.day('to', from);
      const to = [from, last].toSorted().at(-1) ?? from;
      return buildAssignmentLetter(frame, record, {
        ...{ people: read.lines('people').map(nameAndPost), from, to, copies },
        ...{ place: read.orNull('place'), purpose: read.text('purpose'), grounds: read.lines('grounds') },
      });
    }
    case 'telaahan-staf':
      return record === null
        ? null
        : buildStaffReview(frame, record, {
            assumptions: read.orNull('assumptions'),
            analysis: read.orNull('analysis'),
            conclusion: read.orNull('conclusion'),
          });
    case 'berita-acara':
      return buildOfficialMinutes(frame, {
        ...{ subject: read.text('subject'), day, place: read.text('place'), content: read.text('content') },
        parties: read.lines('parties').map(nameAndPost),
        ticket: record?.ticket ?? null,
        secret: record !== null && (record.protected || record.restricted),
      });
    case 'daftar-hadir':
      return buildAttendanceList(frame, {
        ...{ event: read.text('event'), day, time: read.orNull('time'), place: read.text('place') },
        people: read.lines('people').map(attendant),
        emptyRows: Math.min(read.number('emptyRows', 10), MOST_EMPTY_ROWS),
      });
    case 'notulen':
      return buildMeetingNotes(frame, {
        ...{ event: read.text('event'), day, time: read.orNull('time'), place: read.text('place') },
        ...{ chair: read.orNull('chair'), writer: read.orNull('writer'), present: read.lines('present') },
        ...{ agenda: read.lines('agenda'), discussion: read.text('discussion') },
        decisions: read.lines('decisions').map(decisionOf),
      });
    case 'permintaan-maaf':
      return record === null
        ? null
        : buildApology(frame, {
            ...{ service: record.service ?? 'kami', day, remedy: read.orNull('remedy') },
            approved: record.approvedApology ?? null,
          });
    case 'sk-tim':
      return buildTeamDecree(frame, {
        ...{ year: read.number('year', Number(frame.dated.slice(0, 4))), members, copies },
        title: decree?.title ?? null,
      });
    case 'undangan':
      return buildMeetingInvitation(frame, {
        ...{ event: read.text('event'), day, time: read.orNull('time'), place: read.text('place') },
        ...{ agenda: read.lines('agenda'), to: invited, copies },
      });
    case 'catatan-arahan':
      return record === null
        ? null
        : buildDirectionNote(frame, record, {
            ...{ to: read.orNull('to'), address: read.orNull('address'), contact: read.orNull('contact') },
            ...{ hours: read.orNull('hours'), bring: read.lines('bring'), remark: read.orNull('remark') },
          });
    case 'lembar-layanan': {
      const service = frame.office.services.find(({ key }) => key === read.text('service'));
      return service === undefined ? null : buildServiceSheet(frame, service);
    }
  }
}

const MOST_EMPTY_ROWS = 200;

function attendant(line: string) {
  const { name, post } = nameAndPost(line);
  return { name, body: post };
}

/** "Minta data desa; Dewi Contoh; 19-04-2027" */
function decisionOf(line: string) {
  const [what = '', who = '', until = ''] = line.split(';').map((part) => part.trim());
  return { what, who: who || null, until: parseIsoDate(until) === null ? null : until };
}
