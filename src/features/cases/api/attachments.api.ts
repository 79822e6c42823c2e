import type { Context, Handler } from 'hono';
import { jsonResponse } from '../../../platform/http/json-response.ts';
import { isUpload } from '../../../platform/http/read-upload.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { officeOf } from '../../offices/public-desk.ts';
import { NOBODY_OF_OURS } from '../attachments/attachment-key.ts';
import { fileSentence } from '../attachments/file-words.presenter.ts';
import { filesDeskOf } from '../attachments/files-desk.ts';
import type { RefusedFile } from '../attachments/receive-files.ts';
import { readReceivedForm } from '../attachments/received-form.page.ts';
import { uploaderOf } from '../attachments/uploader-of.ts';
import { type OpenedFile, openCaseFile } from '../case-page/open-case-file.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fileAnswer } from '../doors/file-answer.ts';
import { edgeProblem, refusalProblem } from '../doors/problems.ts';
import { findTokenWork } from '../doors/token-work.ts';
import { normalTicket } from '../store/ticket.ts';

const words = wordsOf('id');
const FIELD = 'file';

type Uploader = { readonly officeId: number; readonly uploader: string };

/**
 * `POST /api/v1/attachments`: one file, `multipart/form-data`, by a token or by the public, which names the office
 * (`?office=`). Its id goes into `attachments` of a complaint or of an operation within a day, by the same sender.
 */
export function postAttachment(desk: CasePagesDesk): Handler {
  return async (c) => {
    const uploader = await uploaderFor(c, desk);
    if (uploader instanceof Response) return uploader;
    if (!isUpload(c)) return edgeProblem(c, 'file-type-not-taken', [field(words('file.none-sent'))]);
    const received = await readReceivedForm(
      c,
      filesDeskOf(desk),
      () => Promise.resolve(uploader),
      desk.clock(),
    );
    if (received === null) return edgeProblem(c, 'file-not-taken', [field(words('file.none-sent'))]);
    const [refused] = received.refused;
    if (refused !== undefined) return refusal(c, refused);
    const files = received.files(FIELD);
    const [file] = files;
    if (file === undefined) return edgeProblem(c, 'file-not-taken', [field(words('file.none-sent'))]);
    if (files.length > 1) return edgeProblem(c, 'file-not-taken', [field(words('file.one-only'))]);
    const { id, name, mediaType, bytes, sha256 } = file;
    return jsonResponse({ id, name, mediaType, bytes, sha256: sha256.toString('hex') }, 201);
  };
}

/** Who brings it: a token's office is its own; strangers name one and are counted. */
async function uploaderFor(c: Context, desk: CasePagesDesk): Promise<Uploader | Response> {
  if (c.req.header('authorization') !== undefined) {
    const work = await findTokenWork(c, desk);
    if (work === null) return edgeProblem(c, 'unauthenticated');
    return { officeId: work.office.officeId, uploader: uploaderOf(work.actor) };
  }
  if (!desk.uploadLimit.take(desk.clientAddress(c), desk.clock())) return edgeProblem(c, 'too-many-requests');
  const office = await officeOf(desk, c.req.query('office'));
  if (office === null) {
    return edgeProblem(c, 'validation-failed', [{ field: 'office', message: words('file.office-unknown') }]);
  }
  return { officeId: office.officeId, uploader: NOBODY_OF_OURS };
}

function refusal(c: Context, { why }: RefusedFile): Response {
  const told = [field(fileSentence(why, words))];
  if (why === 'too-large') return edgeProblem(c, 'file-too-large', told);
  if (why === 'type-not-taken' || why === 'heic') return edgeProblem(c, 'file-type-not-taken', told);
  return edgeProblem(c, why === 'full' ? 'too-many-requests' : 'file-not-taken', told);
}

function field(message: string) {
  return { field: FIELD, message };
}

/** `GET /api/v1/complaints/{ticket}/attachments/{id}`: a file of a case, for a token that may read the entry naming it. */
export function getAttachment(desk: CasePagesDesk): Handler {
  return async (c) => {
    const work = await findTokenWork(c, desk);
    if (work === null) return edgeProblem(c, 'unauthenticated');
    const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
    const asked = { ref, fileId: (c.req.param('file') ?? '').toLowerCase() };
    const filesDesk = { ...desk.cases, files: desk.files };
    const opened = await openCaseFile(filesDesk, work.office, asked, work.actor, desk.clock());
    if (!opened.ok) return notOpened(c, opened.why);
    return fileAnswer({ ...opened.file, name: opened.file.name ?? '', content: opened.content });
  };
}

function notOpened(c: Context, why: Exclude<OpenedFile, { readonly ok: true }>['why']): Response {
  if (why === 'not-found') return edgeProblem(c, 'ticket-unknown');
  // A program gives no reason and asks no second person: what shows who complains is for people (rule 32).
  const shows = why === 'reason' || why === 'second-person' || why === 'closed';
  if (shows) return refusalProblem(c, { ok: false, refusal: 'not-permitted', operation: 'identity/open' });
  return edgeProblem(c, 'file-gone');
}
