import type { Context, Handler } from 'hono';
import { COMPLAINANT_ACTOR } from '../../../domain/people/case-actor.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { WordKey } from '../../../platform/words/words.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { officeOf, page, wordsFor } from '../../offices/public-desk.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
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
    const values = (await readForm(c))?.values ?? {};
    const { ticket = '', secret = '' } = values;
    const [address, now] = [desk.clientAddress(c), desk.clock()];
    const tracked = await openBySecret(desk, address, { ticket, secret });
    if (tracked === 'slow') return showForm(c, desk, values, words('track.slow'), 429);
    if (tracked === null) return showForm(c, desk, values, words('track.lost'), 404);
    const act = actOf(values.act);
    if (act === null) return showCase(c, desk, tracked, values, {}, null);
    const errors = missing(act, values, words('form.required'));
    if (errors !== null) return showCase(c, desk, tracked, values, errors, null);
    if (!desk.intakeLimit.take(address, now)) {
      return showCase(
        c,
        desk,
        tracked,
        values,
        { [FIELD[act]]: words('problem.too-many-requests') },
        null,
        429,
      );
    }
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      run(desk, tracked, act, values, key),
    );
    const after = (await find(desk, ticket, secret)) ?? tracked;
    if (result.ok) return showCase(c, desk, after, { secret }, {}, words(DONE[act]));
    const sentence =
      'issues' in result
        ? (fieldSentences(result.issues, words)[0]?.message ?? words('form.invalid'))
        : refusalSentence(result, words);
    return showCase(c, desk, after, values, { [fieldOf(act, trackedCase(after, words))]: sentence }, null);
  };
}

function find(desk: CasePagesDesk, ticket: string, secret: string): Promise<TrackedComplaint | null> {
  return trackComplaint(desk.cases, desk.offices, { ticket, secret }, desk.clock());
}

function run(
  desk: CasePagesDesk,
  tracked: TrackedComplaint,
  act: Act,
  values: Values,
  key: string,
): Promise<BodyResult> {
  const { office } = tracked;
  const body = act === 'reply' ? { text: values.message } : act === 'reopen' ? { reason: values.reason } : {};
  const idempotency = { key, body: JSON.stringify(body) };
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
  values: Values,
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
      tracked={trackedCase(tracked, words, beforeOf(values.before))}
      secret={values.secret ?? ''}
      values={values}
      idempotencyKey={randomToken()}
      errors={errors}
      done={done}
    />
  );
  return page(c, desk, { title: words('track.page'), failed }, body, { status: failed ? status : 200 });
}
