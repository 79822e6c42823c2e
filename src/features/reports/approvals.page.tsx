import type { Context, Handler } from 'hono';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { randomToken } from '../../platform/random-code.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { runBody } from '../cases/acts/run-body.ts';
import type { CasePagesDesk } from '../cases/doors/case-pages-desk.ts';
import { fieldSentences } from '../cases/doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../cases/doors/idempotency-key.ts';
import { refusalAnswer } from '../cases/doors/refusal-answers.ts';
import { inboxRow } from '../cases/lists/inbox.presenter.ts';
import { labelOf } from '../cases/lists/labels.presenter.ts';
import { normalTicket } from '../cases/store/ticket.ts';
import { listDrafts } from '../cases/work/list-drafts.read.ts';
import { waitFaces } from '../cases/work/wait-faces.ts';
import { PUBLIC_DUTIES } from '../cases/work/waits.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { type AtWork, actingAs, staffPage } from '../people/staff-desk.tsx';
import { type ApprovalsProps, ApprovalsView } from './approvals.view.tsx';
import { readPublication } from './publication.store.ts';

const MOST_DUTIES = 50;
const NEEDS = ['publication/approve'] as const;

/** `/petugas/persetujuan`: everything that waits to be published or sent outside (rule 31). */
export function approvalsPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, (c, work) => show(c, desk, work, null, 200));
}

/** A draft approved or sent back with its reason; what was typed stays where that is refused. */
export function sendApproval(desk: CasePagesDesk): Handler {
  return staffPage(desk, NEEDS, async (c, work) => {
    const values = (await readForm(c))?.values ?? {};
    const ticket = normalTicket(values.ticket ?? '');
    const operation = values.act === 'return' ? 'return-answer' : 'approve-answer';
    if (ticket === null || !work.actor.may.has('answer')) return c.notFound();
    const reason = values.reason ?? '';
    const words = wordsFor(c);
    const version = Number(values.version);
    const body = operation === 'return-answer' && reason !== '' ? { reason } : {};
    if (operation === 'return-answer' && reason === '') {
      const failed = { ticket, sentence: words('approvals.reason-asked'), reason };
      return show(c, desk, work, failed, 422);
    }
    const result = await actOnce(keyOfForm(values.idempotencyKey), (key) =>
      runBody(
        desk.cases,
        {
          ...{ office: work.office, ref: { ticket }, operation, body },
          actor: actingAs(work, 'answer'),
          expectedVersion: Number.isSafeInteger(version) && version > 0 ? version : null,
          idempotency: { key, body: JSON.stringify({ operation, body }) },
        },
        desk.clock(),
      ),
    );
    if (result.ok) return seeOther(`/petugas/persetujuan?selesai=${operation}`);
    if ('issues' in result) {
      const sentence = fieldSentences(result.issues, words)[0]?.message ?? '';
      return show(c, desk, work, { ticket, sentence, reason }, 422);
    }
    const { sentence, status } = refusalAnswer(result, words, () => false);
    return show(c, desk, work, { ticket, sentence, reason }, status);
  });
}

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
  const [waiting, colleagues, publication, [duties]] = await Promise.all([
    actor.may.has('answer') ? listDrafts(desk.cases, office, actor, now) : null,
    listColleagues(desk.pool, office),
    readPublication({ pool: desk.pool, keyring: desk.cases.keyring }, office.officeId),
    waitFaces(desk, [PUBLIC_DUTIES], { office, actor, words, now, most: MOST_DUTIES }),
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
      }))}
      duties={duties ?? null}
      publication={{
        approved: publication.approved,
        decided:
          publication.at === null
            ? words('publication.never')
            : words(publication.approved ? 'publication.since' : 'publication.withdrawn', {
                when: formatInstant(publication.at, office.zone, words.language),
                name: nameOf(publication.account),
              }),
      }}
      done={done === 'approve-answer' || done === 'return-answer' ? words(`approvals.done-${done}`) : null}
      failed={failed}
      idempotencyKey={randomToken()}
    />
  );
  const head = { title: words('approvals.page'), failed: failed !== null, islands: ['staff'] };
  return page(c, desk, head, body, { status });
}
