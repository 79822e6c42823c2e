import type { Context, Handler } from 'hono';
import { isPaperKind, PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { numberKey } from '../../domain/papers/paper-number.ts';
import { CASE_PAPERS, OFFICE_PAPERS, papersOfStep } from '../../domain/papers/papers-of-step.ts';
import { may } from '../../domain/people/may.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readCase } from '../cases/case-page/read-case.read.ts';
import { normalTicket } from '../cases/store/ticket.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { staffPage } from '../people/staff-desk.tsx';
import { CasePapersView } from './case-papers.view.tsx';
import { listOfficePapers } from './list-papers.read.ts';
import { isOfClosedLane } from './of-closed-lane.ts';
import { listCasePapers, type PaperFilter } from './paper.store.ts';
import type { PaperDesk } from './paper-desk.ts';
import { paperLine } from './paper-line.presenter.ts';
import { PapersView } from './papers.view.tsx';

/** Whoever issues any paper of the office, or sees to its numbers. */
const ISSUERS: readonly Permission[] = [
  ...new Set(Object.values(PAPER_RULES).flatMap(({ issuedBy }) => issuedBy)),
];
const STATES = ['unnumbered', 'unsigned', 'to-sign', 'voided'] as const;

/** `/petugas/surat`: issued papers, those whose number is to follow first to hand (rule 10). */
export function papersPage(desk: PaperDesk): Handler {
  return staffPage(desk, ISSUERS, async (c, work) => {
    const words = wordsFor(c);
    const filter = filterOf(c);
    const at = Math.max(1, Math.min(Number(c.req.query('hal') ?? 1) || 1, 1000));
    const { papers, more } = await listOfficePapers(desk, work, filter, at);
    const lines = papers.map((one) => (one === 'withheld' ? null : paperLine(one.paper, one.ticket, words)));
    const body = (
      <PapersView
        staff={work.face}
        lines={lines.flatMap((one) => one ?? [])}
        withheld={lines.filter((one) => one === null).length}
        filter={{ kind: filter.kind ?? '', state: filter.state ?? '', number: c.req.query('nomor') ?? '' }}
        page={at}
        more={more}
        newKinds={OFFICE_PAPERS.filter((kind) =>
          PAPER_RULES[kind].issuedBy.some((one) => work.actor.may.has(one)),
        )}
        mayTemplate={work.actor.may.has('office/administer')}
      />
    );
    return page(c, desk, { title: words('papers.page') }, body);
  });
}

/** `/petugas/kasus/{ticket}/surat`: what papers there are of a case, and what it calls for now. */
export function casePapersPage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const ref = { ticket: normalTicket(c.req.param('ticket') ?? '') ?? '' };
    const reading = await readCase(desk.cases, office, ref, actor, desk.clock());
    if (reading === null) return c.notFound();
    const { state, caseId } = reading;
    const issued = await withOffice(
      desk.pool,
      office.officeId,
      (tx) => listCasePapers(tx, office.officeId, caseId),
      {
        readOnly: true,
      },
    );
    const mayMake = CASE_PAPERS.filter(
      (kind) =>
        PAPER_RULES[kind].series === 'own' ||
        PAPER_RULES[kind].issuedBy.some((one) => may(actor, one, state)),
    );
    const now = papersOfStep(state).filter((kind) => mayMake.includes(kind));
    const body = (
      <CasePapersView
        staff={work.face}
        ticket={state.ticket}
        issued={issued
          .filter(({ issuedAt }) => !isOfClosedLane(reading, issuedAt))
          .map((paper) => paperLine(paper, state.ticket, words))}
        now={now}
        others={mayMake.filter((kind) => !now.includes(kind))}
        service={state.service}
      />
    );
    return page(c, desk, { title: words('papers.of-case', { ticket: state.ticket }) }, body);
  });
}

function filterOf(c: Context): PaperFilter {
  const kind = c.req.query('jenis') ?? '';
  const number = numberKey((c.req.query('nomor') ?? '').replaceAll('\0', '').slice(0, 60));
  return {
    kind: isPaperKind(kind) ? kind : null,
    state: STATES.find((one) => one === c.req.query('keadaan')) ?? null,
    number: number === '' ? null : number,
  };
}
