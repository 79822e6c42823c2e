import type { Context, Handler } from 'hono';
import { COMPLAINANT_ACTOR } from '../../../domain/people/case-actor.ts';
import type { FormFields } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { WordKey } from '../../../platform/words/words.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { officeOf, page, wordsFor } from '../../offices/public-desk.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
import { NOBODY_OF_OURS } from '../attachments/attachment-key.ts';
import { fileErrors } from '../attachments/file-words.presenter.ts';
import { filesDeskOf } from '../attachments/files-desk.ts';
import { sameFiles, type Upload } from '../attachments/read-uploads.read.ts';
import { readReceivedForm } from '../attachments/received-form.page.ts';
import { beforeOf } from '../case-page/timeline-page.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
import { openBySecret } from './open-by-secret.ts';
import { trackedCase } from './track.presenter.ts';
import { TrackedCaseView, TrackFormView } from './track.view.tsx';
import { type TrackedComplaint, trackComplaint } from './track-complaint.read.ts';

type Values = Readonly<Record<string, string>>;
/** What was typed, and what was brought already. */
type Sent = { readonly values: Values; readonly files: readonly Upload[] };
type Act = 'reply' | 'confirm' | 'reopen' | 'withdraw';

const DONE: Readonly<Record<Act, WordKey>> = {
  reply: 'track.replied',
  confirm: 'track.confirmed',
  reopen: 'track.reopened',
  withdraw: 'track.withdrawn',
};

/** Where the sentence about an act stands. */
const FIELD: Readonly<Record<Act, string>> = {
  reply: 'message',
  confirm: '',
  reopen: 'reason',
  withdraw: '',
};

export function trackPage(desk: CasePagesDesk): Handler {
  return (c) => showForm(c, desk, {}, null);
}

/** Shows the case, or does what its complainant asks. One sentence for every failure; the secret is in no address. */
export function sendTrack(desk: CasePagesDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const [address, now] = [desk.clientAddress(c), desk.clock()];
    // A form with files names the case before the first: whoever does not know it brings none.
    let opened: ReturnType<typeof openBySecret> | undefined;
    const open = ({ values: { ticket = '', secret = '' } }: Pick<FormFields, 'values'>) => {
      opened ??= openBySecret(desk, address, { ticket, secret });
      return opened;
    };
    const received = await readReceivedForm(
      c,
      filesDeskOf(desk),
      async (form) => {
        if (form.values.act !== 'reply') return null;
        const found = await open(form);
        if (found === null || found === 'slow') return null;
        return { officeId: found.office.officeId, uploader: NOBODY_OF_OURS };
      },
      now,
    );
    const values = received?.form.values ?? {};
    const files = received?.files('attachments') ?? [];
    const { ticket = '', secret = '' } = values;
    const tracked = await open({ values });
    if (tracked === 'slow') return showForm(c, desk, values, words('track.slow'), 429);
    if (tracked === null) return showForm(c, desk, values, words('track.lost'), 404);
    const act = actOf(values.act);
    if (act === null) return showCase(c, desk, tracked, { values, files: [] }, {}, null);
    const errors = missing(act, values, words('form.required'));
    const wrong = { ...errors, ...fileErrors(received?.refused ?? [], words) };
    if (Object.keys(wrong).length > 0) return showCase(c, desk, tracked, { values, files }, wrong, null);
    if (!desk.intakeLimit.take(address, now)) {
      return showCase(
        c,
        desk,
        tracked,
        { values, files },
        { [FIELD[act]]: words('problem.too-many-requests') },
        null,
        429,
      );
    }
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      run(desk, tracked, act, { values, files }, key),
    );
    const after = (await find(desk, ticket, secret)) ?? tracked;
    if (result.ok) return showCase(c, desk, after, { values: { secret }, files: [] }, {}, words(DONE[act]));
    const sentence =
      'issues' in result
        ? (fieldSentences(result.issues, words)[0]?.message ?? words('form.invalid'))
        : refusalSentence(result, words);
    return showCase(
      c,
      desk,
      after,
      { values, files },
      { [fieldOf(act, trackedCase(after, words, now))]: sentence },
      null,
    );
  };
}

function find(desk: CasePagesDesk, ticket: string, secret: string): Promise<TrackedComplaint | null> {
  return trackComplaint(desk.cases, desk.offices, { ticket, secret }, desk.clock());
}

function run(
  desk: CasePagesDesk,
  tracked: TrackedComplaint,
  act: Act,
  { values, files }: Sent,
  key: string,
): Promise<BodyResult> {
  const { office } = tracked;
  const reply = { text: values.message, attachments: files.map(({ id }) => id) };
  const why = values.withdrawReason === undefined ? {} : { reason: values.withdrawReason };
  const body =
    act === 'reply' ? reply : act === 'reopen' ? { reason: values.reason } : act === 'withdraw' ? why : {};
  const same = act === 'reply' ? { ...body, attachments: sameFiles(files) } : body;
  const idempotency = { key, body: JSON.stringify(same) };
  const ref = { caseId: tracked.caseId };
  return runBody(
    desk.cases,
    { office, ref, operation: act, body, actor: COMPLAINANT_ACTOR, expectedVersion: null, idempotency },
    desk.clock(),
  );
}

function missing(act: Act, values: Values, sentence: string): FieldErrors | null {
  if (act === 'reply' && values.message === undefined) return { message: sentence };
  return act === 'reopen' && values.reason === undefined ? { reason: sentence } : null;
}

/** A form that the case no longer offers has no field to point at. */
function fieldOf(act: Act, { mayReply, mayReopen }: ReturnType<typeof trackedCase>): string {
  if (act === 'reply') return mayReply ? FIELD.reply : '';
  return act === 'reopen' && !mayReopen ? '' : FIELD[act];
}

function actOf(word: string | undefined): Act | null {
  return (['reply', 'confirm', 'reopen', 'withdraw'] as const).find((one) => one === word) ?? null;
}

/** The office in its frame is the one of the address or the only one: a number that is looked for tells none. */
async function showForm(
  c: Context,
  desk: CasePagesDesk,
  values: Values,
  error: string | null,
  status = 200,
): Promise<Response> {
  const office = await officeOf(desk, c.req.query('kantor'));
  const face = office === null ? null : officeFace(office.slug, office.data, wordsFor(c));
  const body = <TrackFormView office={face} values={values} error={error} />;
  return page(c, desk, { title: wordsFor(c)('track.page'), failed: error !== null }, body, { status });
}

function showCase(
  c: Context,
  desk: CasePagesDesk,
  tracked: TrackedComplaint,
  { values, files }: Sent,
  errors: FieldErrors,
  done: string | null,
  status = 422,
): Response {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const { office } = tracked;
  const body = (
    <TrackedCaseView
      office={officeFace(office.slug, office.data, words)}
      tracked={trackedCase(tracked, words, desk.clock(), beforeOf(values.before))}
      secret={values.secret ?? ''}
      values={values}
      files={files}
      idempotencyKey={randomToken()}
      errors={errors}
      done={done}
    />
  );
  return page(c, desk, { title: words('track.page'), failed }, body, { status: failed ? status : 200 });
}
