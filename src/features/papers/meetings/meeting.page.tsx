import type { Context, Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
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
import type { Paper } from '../../cases/vault/paper-row.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { readSigningDeputies } from '../../people/deputies/signing-deputies.read.ts';
import { type AtWork, staffPage } from '../../people/staff-desk.tsx';
import { drawPaperFile } from '../draw-paper.ts';
import { listMeetingPapers } from '../paper.store.ts';
import type { PaperDesk } from '../paper-desk.ts';
import { paperLine } from '../paper-line.presenter.ts';
import { paperAnswer } from '../sop-sheet.page.tsx';
import {
  bindMeetingFiles,
  findMeeting,
  insertMeeting,
  type MeetingFile,
  readMeetingFiles,
  updateMeeting,
} from './meeting.store.ts';
import { MeetingView } from './meeting.view.tsx';
import { type MeetingValues, meetingOfValues, valuesOfMeeting } from './meeting-form.ts';
import { MEETING_WRITERS } from './meetings.page.tsx';
import { findAgendaMeeting } from './team-agenda.store.ts';

const NEW = 'baru';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Shown = {
  readonly id: string | null;
  readonly revision: number;
  readonly values: MeetingValues;
  readonly files: readonly MeetingFile[];
  readonly papers: readonly Paper[];
  readonly agendaOn: string | null;
  /** The entry of the team's agenda that a new one is for. */
  readonly agendaItem: string | null;
  readonly kept?: readonly Upload[];
  readonly errors?: FieldErrors;
};

/** `/petugas/rapat/:meeting`, `baru` for a new one: the record, its papers and its files. */
export function meetingPage(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const shown = await find(c, desk, work, c.req.query('agenda') ?? '');
    if (shown === null) return c.notFound();
    // Somebody has written it down already.
    if (typeof shown === 'string') return seeOther(`/petugas/rapat/${shown}`);
    return show(c, desk, work, shown);
  });
}

/** Writes the record down, or writes it anew; of two who change it at once the second is told. */
export function sendMeeting(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const found = await find(c, desk, work, '');
    if (found === null || typeof found === 'string') return c.notFound();
    const words = wordsFor(c);
    const { officeId } = work.office;
    const uploader = uploaderOf(work.actor);
    const now = desk.clock();
    const received = await readReceivedForm(c, filesDeskOf(desk), async () => ({ officeId, uploader }), now);
    const values = received?.form.values ?? {};
    const files = received?.files('attachments') ?? [];
    const read = meetingOfValues(values);
    const refused = fileErrors(received?.refused ?? [], words);
    const item = found.id === null ? await agendaMeeting(desk, work, values.agendaItem ?? '') : null;
    const shown = {
      ...{ ...found, values, kept: files, agendaItem: item?.itemId ?? null },
      revision: Number(values.revisi ?? found.revision) || 0,
    };
    if (!read.ok || Object.keys(refused).length > 0) {
      const typed = read.ok
        ? []
        : Object.entries(read.errors).map(([name, key]) => [name, words(key)] as const);
      return show(c, desk, work, { ...shown, errors: { ...Object.fromEntries(typed), ...refused } });
    }
    const id = found.id ?? uuidv7();
    const { record } = read;
    const isSaved = await withOffice(desk.pool, officeId, async (tx) => {
      const saved =
        found.id === null
          ? await insertMeeting(tx, officeId, {
              id,
              record,
              agendaItem: shown.agendaItem,
              account: uploader,
              now,
            })
          : await updateMeeting(tx, officeId, { id, record, revision: shown.revision }, now);
      if (saved && files.length > 0) {
        const ids = files.map((one) => one.id);
        await bindMeetingFiles(tx, officeId, { meeting: id, uploader, files: ids, now });
      }
      return saved;
    });
    if (!isSaved)
      return show(c, desk, work, {
        ...shown,
        errors: { '': words(found.id === null ? 'meeting.agenda-taken' : 'meeting.changed-meanwhile') },
      });
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
    const meeting = await findMeeting(desk.pool, work.office.officeId, c.req.param('meeting') ?? '');
    if (paper === undefined || meeting === null) return c.notFound();
    const now = desk.clock();
    const dated = localDate(now, work.office.zone);
    const { officeId } = work.office;
    const deputies = await withOffice(
      desk.pool,
      officeId,
      (tx) => readSigningDeputies(tx, desk.keyring, officeId, dated),
      { readOnly: true },
    );
    const frame: PaperFrame = {
      office: work.office.named,
      dated,
      madeAt: new Date(now).toISOString(),
      paper: c.req.query('kertas') === 'A4' ? 'A4' : 'F4',
      letterhead: 'kop',
      ...{ number: null, signer: null, deputies },
    };
    const file = await turn(() => drawPaperFile(buildMeetingPaper(frame, paper, meeting.record), format));
    return paperAnswer(file, format, `${paper}-${meeting.record.day}`);
  });
}

/** A file of the meeting, for those who may open the meeting and nobody else: faces are never published (rule 6). */
export function meetingFilePage(desk: PaperDesk): Handler {
  return staffPage(desk, MEETING_WRITERS, async (c, work) => {
    const found = await find(c, desk, work, '');
    if (found === null || typeof found === 'string') return c.notFound();
    const file = found.files.find(({ id }) => id === c.req.param('file'));
    const content = file === undefined ? null : await openFile(desk, file.row);
    if (file === undefined || content === null) return c.notFound();
    return fileAnswer({ mediaType: file.row.mediaType, bytes: file.row.bytes, name: file.name, content });
  });
}

/** The meeting of this address; its id alone where the entry of the agenda that is asked for has one already. */
async function find(
  c: Context,
  desk: PaperDesk,
  work: AtWork,
  agendaAsked: string,
): Promise<Shown | string | null> {
  const { officeId } = work.office;
  const nothing = { files: [], papers: [], agendaOn: null, agendaItem: null };
  if (c.req.param('meeting') === NEW) {
    const item = await agendaMeeting(desk, work, agendaAsked);
    if (item === null) return { id: null, revision: 0, values: {}, ...nothing };
    const { on, title, place, itemId, meetingId } = item;
    if (meetingId !== null) return meetingId;
    const values = { event: title, day: on, place };
    return { id: null, revision: 0, values, ...nothing, agendaOn: on, agendaItem: itemId };
  }
  const meeting = await findMeeting(desk.pool, officeId, c.req.param('meeting') ?? '');
  if (meeting === null) return null;
  const { id, revision, record, agendaOn } = meeting;
  const { files, papers } = await withOffice(desk.pool, officeId, async (tx) => ({
    files: await readMeetingFiles(tx, desk.keyring, officeId, id),
    papers: await listMeetingPapers(tx, officeId, id),
  }));
  return { id, revision, values: valuesOfMeeting(record), files, papers, agendaOn, agendaItem: null };
}

function agendaMeeting(desk: PaperDesk, { office: { officeId } }: AtWork, itemId: string) {
  return UUID.test(itemId)
    ? withOffice(desk.pool, officeId, (tx) => findAgendaMeeting(tx, officeId, itemId), { readOnly: true })
    : Promise.resolve(null);
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
      papers={shown.papers.map((paper) => paperLine(paper, null, words))}
      agendaOn={shown.agendaOn === null ? null : formatDate(shown.agendaOn, 'weekday', words.language)}
      agendaItem={shown.agendaItem}
      kept={shown.kept ?? []}
    />
  );
  const title = shown.id === null ? words('meeting.new') : (shown.values.event ?? words('staff.meetings'));
  return page(c, desk, { title, failed }, body, { status: failed ? 422 : 200 });
}
