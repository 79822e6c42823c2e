import type { Context, Handler } from 'hono';
import { localDate } from '../../../domain/calendar/instant.ts';
import { buildMeetingPaper } from '../../../domain/papers/build-meeting-paper.ts';
import { MEETING_PAPERS } from '../../../domain/papers/meeting-record.ts';
import type { PaperFrame } from '../../../domain/papers/paper-frame.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { openTurnstile } from '../../../platform/turnstile.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { fileErrors } from '../../cases/attachments/file-words.presenter.ts';
import { filesDeskOf } from '../../cases/attachments/files-desk.ts';
import { openFile } from '../../cases/attachments/open-file.ts';
import type { Upload } from '../../cases/attachments/read-uploads.read.ts';
import { readReceivedForm } from '../../cases/attachments/received-form.page.ts';
import { uploaderOf } from '../../cases/attachments/uploader-of.ts';
import { fileAnswer } from '../../cases/doors/file-answer.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import { drawPaperFile } from '../draw-paper.ts';
import type { PaperDesk } from '../paper-desk.ts';
import { paperAnswer } from '../sop-sheet.page.tsx';
import {
  bindMeetingFiles,
  insertMeeting,
  type MeetingFile,
  readMeeting,
  readMeetingFiles,
  updateMeeting,
} from './meeting.store.ts';
import { MeetingView } from './meeting.view.tsx';
import { type MeetingValues, meetingOfValues, valuesOfMeeting } from './meeting-form.ts';
import { MEETING_WRITERS } from './meetings.page.tsx';

const NEW = 'baru';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Shown = {
  readonly id: string | null;
  readonly revision: number;
  readonly values: MeetingValues;
  readonly files: readonly MeetingFile[];
  readonly kept?: readonly Upload[];
  readonly errors?: FieldErrors;
};

/** `/petugas/rapat/:meeting`, `baru` for a new one: the record, its papers and its files. */
export function meetingPage(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const shown = await find(c, desk, work);
    return shown === null ? c.notFound() : show(c, desk, work, shown);
  });
}

/** Writes the record down, or writes it anew; of two who change it at once the second is told. */
export function sendMeeting(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const found = await find(c, desk, work);
    if (found === null) return c.notFound();
    const words = wordsFor(c);
    const { officeId } = work.office;
    const uploader = uploaderOf(work.actor);
    const now = desk.clock();
    const received = await readReceivedForm(c, filesDeskOf(desk), async () => ({ officeId, uploader }), now);
    const values = received?.form.values ?? {};
    const files = received?.files('attachments') ?? [];
    const read = meetingOfValues(values);
    const refused = fileErrors(received?.refused ?? [], words);
    const shown = { ...found, values, kept: files, revision: Number(values.revisi ?? found.revision) || 0 };
    if (!read.ok || Object.keys(refused).length > 0) {
      const typed = read.ok
        ? []
        : Object.entries(read.errors).map(([name, key]) => [name, words(key)] as const);
      return show(c, desk, work, { ...shown, errors: { ...Object.fromEntries(typed), ...refused } });
    }
    const id = found.id ?? uuidv7();
    const isSaved = await withOffice(desk.pool, officeId, async (tx) => {
      if (found.id === null) {
        await insertMeeting(tx, officeId, { id, record: read.record, account: uploader, now });
      } else if (
        !(await updateMeeting(tx, officeId, { id, record: read.record, revision: shown.revision }, now))
      ) {
        return false;
      }
      if (files.length > 0) {
        await bindMeetingFiles(tx, officeId, {
          meeting: id,
          uploader,
          files: files.map((one) => one.id),
          now,
        });
      }
      return true;
    });
    if (!isSaved)
      return show(c, desk, work, { ...shown, errors: { '': words('meeting.changed-meanwhile') } });
    return seeOther(`/petugas/rapat/${id}?tersimpan`);
  });
}

/** A PDF takes a process of its own: two at a time. */
const turn = openTurnstile(2, 6);

/** `/petugas/rapat/:meeting/kertas/:paper?bentuk=`: one of the papers, filled from the record. */
export function meetingPaperPage(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const paper = MEETING_PAPERS.find((one) => one === c.req.param('paper'));
    const format = c.req.query('bentuk') === 'docx' ? 'docx' : 'pdf';
    const meeting = await stored(c, desk, work);
    if (paper === undefined || meeting === null) return c.notFound();
    const now = desk.clock();
    const frame: PaperFrame = {
      office: work.office.data,
      dated: localDate(now, work.office.zone),
      madeAt: new Date(now).toISOString(),
      paper: c.req.query('kertas') === 'A4' ? 'A4' : 'F4',
      letterhead: 'kop',
      ...{ number: null, signer: null, deputies: [] },
    };
    const file = await turn(() => drawPaperFile(buildMeetingPaper(frame, paper, meeting.record), format));
    return paperAnswer(file, format, `${paper}-${meeting.record.day}`);
  });
}

/** A file of the meeting, for those who may open the meeting and nobody else: faces are never published (rule 6). */
export function meetingFilePage(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const found = await find(c, desk, work);
    const file = found?.files.find(({ id }) => id === c.req.param('file'));
    const content = file === undefined ? null : await openFile(desk, file.row);
    if (file === undefined || content === null) return c.notFound();
    return fileAnswer({ mediaType: file.row.mediaType, bytes: file.row.bytes, name: file.name, content });
  });
}

function stored(c: Context, desk: PaperDesk, { office }: AtWork) {
  const id = c.req.param('meeting') ?? '';
  return UUID.test(id)
    ? withOffice(desk.pool, office.officeId, (tx) => readMeeting(tx, office.officeId, id))
    : Promise.resolve(null);
}

async function find(c: Context, desk: PaperDesk, work: AtWork): Promise<Shown | null> {
  if (c.req.param('meeting') === NEW) return { id: null, revision: 0, values: {}, files: [] };
  const meeting = await stored(c, desk, work);
  if (meeting === null) return null;
  const { officeId } = work.office;
  const files = await withOffice(desk.pool, officeId, (tx) =>
    readMeetingFiles(tx, desk.keyring, officeId, meeting.id),
  );
  return { id: meeting.id, revision: meeting.revision, values: valuesOfMeeting(meeting.record), files };
}

function show(c: Context, desk: PaperDesk, work: AtWork, shown: Shown): Response {
  const words = wordsFor(c);
  const errors = shown.errors ?? {};
  const failed = Object.keys(errors).length > 0;
  const body = (
    <MeetingView
      staff={work.face}
      id={shown.id}
      revision={shown.revision}
      values={shown.values}
      errors={errors}
      done={!failed && c.req.query('tersimpan') !== undefined ? words('meeting.saved') : null}
      files={shown.files}
      kept={shown.kept ?? []}
    />
  );
  const title = shown.id === null ? words('meeting.new') : (shown.values.event ?? words('staff.meetings'));
  return page(c, desk, { title, failed }, body, { status: failed ? 422 : 200 });
}
