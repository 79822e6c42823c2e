import type { Context, Handler } from 'hono';
import { COMPLAINANT_ACTOR } from '../../../domain/people/case-actor.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { randomToken } from '../../../platform/random-code.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { WordKey } from '../../../platform/words/words.ts';
import { officeFace } from '../../offices/office-face.presenter.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
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

export function trackPage(desk: CasePagesDesk): Handler {
  return (c) => showForm(c, desk, '', null);
}

/** Shows the case, or does what its complainant asks. One sentence for every failure; the secret is in no address. */
export function sendTrack(desk: CasePagesDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { ticket = '', secret = '' } = values;
    if (!desk.trackLimit.take(clientAddress(c), desk.clock())) {
      return showForm(c, desk, ticket, words('track.slow'), 429);
    }
    const tracked = await find(desk, ticket, secret);
    if (tracked === null) return showForm(c, desk, ticket, words('track.lost'), 404);
    const act = actOf(values.act);
    if (act === null) return showCase(c, desk, tracked, secret, {}, null);
    const errors = missing(act, values, words('form.required'));
    if (errors !== null) return showCase(c, desk, tracked, secret, errors, null);
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      run(desk, tracked, act, values, key),
    );
    const after = (await find(desk, ticket, secret)) ?? tracked;
    if (result.ok) return showCase(c, desk, after, secret, {}, words(DONE[act]));
    const sentence = 'issues' in result ? words('form.invalid') : refusalSentence(result, words);
    return showCase(c, desk, after, secret, { [act === 'reopen' ? 'reason' : '']: sentence }, null);
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

function actOf(word: string | undefined): Act | null {
  return (['reply', 'confirm', 'reopen', 'withdraw'] as const).find((one) => one === word) ?? null;
}

function showForm(
  c: Context,
  desk: CasePagesDesk,
  ticket: string,
  error: string | null,
  status = 200,
): Response {
  const body = <TrackFormView ticket={ticket} error={error} />;
  return page(c, desk, { title: wordsFor(c)('track.page'), failed: error !== null }, body, { status });
}

function showCase(
  c: Context,
  desk: CasePagesDesk,
  tracked: TrackedComplaint,
  secret: string,
  errors: FieldErrors,
  done: string | null,
): Response {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const { office } = tracked;
  const body = (
    <TrackedCaseView
      office={officeFace(office.slug, office.data)}
      tracked={trackedCase(tracked, words)}
      secret={secret}
      idempotencyKey={randomToken()}
      errors={errors}
      done={done}
    />
  );
  return page(c, desk, { title: words('track.page'), failed }, body, { status: failed ? 422 : 200 });
}
