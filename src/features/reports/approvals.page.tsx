import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { approversOf, isApprover, titlesOf } from '../../domain/complaint/answer-approval.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { apologyText } from '../../domain/papers/build-apology.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { randomToken } from '../../platform/random-code.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import type { Words } from '../../platform/words/words.ts';
import { runBody } from '../cases/acts/run-body.ts';
import { listPublicTexts, type PublicText } from '../cases/closed-lane/list-public-texts.read.ts';
import type { CasePagesDesk } from '../cases/doors/case-pages-desk.ts';
import { fieldSentences } from '../cases/doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../cases/doors/idempotency-key.ts';
import { refusalAnswer } from '../cases/doors/refusal-answers.ts';
import { inboxRow } from '../cases/lists/inbox.presenter.ts';
import { labelOf } from '../cases/lists/labels.presenter.ts';
import { normalTicket } from '../cases/store/ticket.ts';
import { listDrafts } from '../cases/work/list-drafts.read.ts';
import type { Office } from '../offices/office.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../people/staff-desk.tsx';
import { type ApprovalsProps, ApprovalsView } from './approvals.view.tsx';
import { readPublication } from './publication.store.ts';

/** Who releases to the public, and those whose approval an office may ask of an answer. */
const NEEDS = ['publication/approve', 'review/decide', 'dispose'] as const;

/** `/petugas/persetujuan`: what waits to be published or sent outside, for who lets it go (rule 31). */
export function approvalsPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, (c, work) => show(c, desk, work, null, 200));
}

/** A draft or a text for the public approved, or a draft sent back with its reason; what was typed stays where that is refused. */
export function sendApproval(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, async (c, work) => {
    const values = (await readForm(c))?.values ?? {};
    const ticket = normalTicket(values.ticket ?? '');
    const act = ACTS.find((one) => one === values.act);
    if (act === undefined) return c.notFound();
    const permission = act === 'approve-duty' ? 'publication/approve' : 'answer';
    if (ticket === null || !work.actor.may.has(permission)) return c.notFound();
    const { duty = '', text = '', reason = '' } = values;
    const words = wordsFor(c);
    const version = Number(values.version);
    const typed = { ticket, duty: act === 'approve-duty' ? duty : null, typed: duty === '' ? reason : text };
    if (act === 'return-answer' && reason === '') {
      return show(c, desk, work, { ...typed, sentence: words('approvals.reason-asked') }, 422);
    }
    const body = act === 'return-answer' ? { reason } : act === 'approve-duty' ? { duty, text } : {};
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      runBody(
        desk.cases,
        {
          ...{ office: work.office, ref: { ticket }, operation: act, body },
          actor: actingAs(work, permission),
          expectedVersion: Number.isSafeInteger(version) && version > 0 ? version : null,
          idempotency: { key, body: JSON.stringify({ operation: act, body }) },
        },
        desk.clock(),
      ),
    );
    if (result.ok) return seeOther(`/petugas/persetujuan?selesai=${act}`);
    if ('issues' in result) {
      const sentence = fieldSentences(result.issues, words)[0]?.message ?? '';
      return show(c, desk, work, { ...typed, sentence }, 422);
    }
    const { sentence, status } = refusalAnswer(result, words, () => false);
    return show(c, desk, work, { ...typed, sentence }, status);
  });
}

const ACTS = ['approve-answer', 'return-answer', 'approve-duty'] as const;

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  failed: ApprovalsProps['failed'],
  status: number,
): Promise<Response> {
  const words = wordsFor(c);
  const { office, actor } = work;
  const now = desk.clock();
  const releases = actor.may.has('publication/approve');
  const [waiting, colleagues, publication, texts] = await Promise.all([
    actor.may.has('answer') ? listDrafts(desk.cases, office, actor, now) : null,
    listColleagues(desk.pool, office),
    readPublication({ pool: desk.pool, keyring: desk.cases.keyring }, office.officeId),
    releases ? listPublicTexts(desk.cases, office, actor) : null,
  ]);
  const nameOf = (account: string | null) => colleagues.find((one) => one.value === account)?.label ?? '';
  const told = { matters: new Map(), states: new Map(), now, office, words, colleagues };
  const done = c.req.query('selesai');
  const body = (
    <ApprovalsView
      staff={work.face}
      drafts={(waiting?.drafts ?? []).map((one) => ({
        ticket: one.ticket,
        version: one.version,
        left: inboxRow(one, told).left,
        unit: labelOf(office.named.units, one.unit),
        by: nameOf(one.draftBy),
        matter: one.matter,
        draft: one.draft,
        ...askedOf(waiting?.states.get(one.caseId), work),
      }))}
      texts={texts === null ? null : texts.map((one) => textFace(one, office, words))}
      publication={
        !releases
          ? null
          : {
              approved: publication.approved,
              decided:
                publication.at === null
                  ? words('publication.never')
                  : words(publication.approved ? 'publication.since' : 'publication.withdrawn', {
                      when: formatInstant(publication.at, office.zone, words.language),
                      name: nameOf(publication.account),
                    }),
            }
      }
      done={doneWords(done, words)}
      failed={failed}
      idempotencyKey={randomToken()}
    />
  );
  const head = { title: words('approvals.page'), failed: failed !== null, islands: ['staff'] };
  return page(c, desk, head, body, { status });
}

/** Whose approval the office asks of this draft, and whether it is this reader's. */
function askedOf(
  state: CaseState | undefined,
  { office, actor }: AtWork,
): { readonly asks: string | null; readonly mayApprove: boolean } {
  if (state === undefined) return { asks: null, mayApprove: false };
  const approvers = approversOf(state, null, office.data);
  const asks = approvers.length === 0 ? null : titlesOf(approvers, office.named).join(', ');
  return { asks, mayApprove: isApprover(state, office.data, actor) };
}

function textFace(
  { ticket, version, duty, dueOn, service, happenedOn, receivedAt, opens }: PublicText,
  office: Office,
  words: Words,
): NonNullable<ApprovalsProps['texts']>[number] {
  return {
    ...{ ticket, version, duty, opens },
    label: labelOf(office.named.duties, duty),
    due: formatDate(dueOn, 'weekday', words.language),
    text: apologyText(office.named, {
      service: labelOf(office.named.services, service) || 'kami',
      day: happenedOn ?? localDate(Date.parse(receivedAt), office.zone),
      remedy: null,
    }),
  };
}

function doneWords(done: string | undefined, words: Words): string | null {
  const act = ACTS.find((one) => one === done);
  return act === undefined ? null : words(`approvals.done-${act}`);
}
