import type { Context, Handler } from 'hono';
import { parseIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import {
  LETTERHEAD_CHOICES,
  type LetterheadChoice,
  type PaperFrame,
} from '../../domain/papers/paper-frame.ts';
import { isPaperKind, PAPER_RULES, type PaperKind } from '../../domain/papers/paper-kind.ts';
import { may } from '../../domain/people/may.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import { normalTicket } from '../cases/store/ticket.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { buildPaper } from './build-paper.ts';
import { caseRecord } from './case-record.presenter.ts';
import { ComposePaperView } from './compose-paper.view.tsx';
import { drawPaperFile } from './draw-paper.ts';
import { issuePaper } from './issue-paper.ts';
import type { PaperDesk } from './paper-desk.ts';
import { PAPER_FIELDS } from './paper-fields-table.ts';
import { drawingTurn, paperFile } from './paper-file.page.ts';
import { type TypedPaper, writingErrors } from './paper-writing.ts';
import { type PaperSources, readSources } from './read-sources.read.ts';
import { usualWriting } from './usual-writing.ts';

/** `/petugas/kasus/{ticket}/surat/{kind}` and `/petugas/surat/baru/{kind}`: what is to be written, and the paper as it will print. */
export function composePaperPage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const service = c.req.query('layanan');
    const asked = await askedPaper(c, desk, work, service === undefined ? {} : { service }, true);
    if (asked === null) return c.notFound();
    return show(c, desk, work, asked, {});
  });
}

/** The form of the same address: shows it anew, gives it as a file, or issues it. */
export function sendPaper(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const form = await readForm(c);
    if (form === null) return c.notFound();
    const typed: TypedPaper = form.values;
    const asked = await askedPaper(c, desk, work, typed);
    if (asked === null) return c.notFound();
    const act = typed.act;
    if (act === 'pdf' || act === 'docx') {
      const { tree, kind } = asked;
      if (tree === null) return c.notFound();
      // A letter that nobody issued is a draft and says so; a form is a form at any time (rule 23).
      const drawn =
        PAPER_RULES[kind].series === 'agenda' ? { ...tree, meta: { ...tree.meta, across: 'Konsep' } } : tree;
      return paperFile(
        await drawingTurn(work, () => drawPaperFile(drawn, act)),
        act,
        `${kind}-${tree.meta.dated}`,
      );
    }
    if (act !== 'issue') return show(c, desk, work, asked, {});
    const errors = writingErrors(asked.kind, typed, wordsFor(c));
    if (Object.keys(errors).length > 0 || asked.tree === null) return show(c, desk, work, asked, errors);
    if (!asked.mayIssue) return c.notFound();
    const { kind, tree, frame, sources } = asked;
    const caseId = sources.reading?.caseId ?? null;
    const request = {
      office: work.office,
      kind,
      caseId,
      tree,
      letterhead: frame.letterhead,
      actor: work.actor,
    };
    const desks = { pool: desk.pool, keyring: desk.keyring, newId: desk.cases.newId };
    return seeOther(`/petugas/surat/${await issuePaper(desks, request, desk.clock())}`);
  });
}

type Asked = {
  readonly kind: PaperKind;
  readonly ticket: string | null;
  readonly typed: TypedPaper;
  readonly frame: PaperFrame & { readonly letterhead: LetterheadChoice };
  readonly sources: PaperSources;
  /** Null while the service is not chosen. */
  readonly tree: DocumentTree | null;
  readonly mayIssue: boolean;
};

/** Null where there is no such paper, no such case for this reader, or nothing that he may do with it. */
async function askedPaper(
  c: Context,
  desk: PaperDesk,
  work: AtWork,
  given: TypedPaper,
  begins = false,
): Promise<Asked | null> {
  const kind = c.req.param('kind') ?? '';
  const ticketAsked = c.req.param('ticket');
  const ticket = ticketAsked === undefined ? null : normalTicket(ticketAsked);
  if (!isPaperKind(kind) || (ticketAsked !== undefined && ticket === null)) return null;
  const { about, issuedBy, series, namesPeople } = PAPER_RULES[kind];
  if (about === (ticket === null ? 'case' : 'office')) return null;
  const { office, actor } = work;
  const now = desk.clock();
  const today = localDate(now, office.zone);
  const dated = parseIsoDate(given.dated ?? '') === null ? today : (given.dated ?? today);
  const sources = await readSources(desk, work, { ticket, day: dated, namesPeople }, now);
  if (sources === null) return null;
  const mayIssue = issuedBy.some((one) => may(actor, one, sources.reading?.state));
  // A form prints at any time for whoever may read the case (rule 23); letters are drafted by who issues them.
  if (!mayIssue && series !== 'own') return null;
  const frame: PaperFrame = {
    office: office.named,
    dated,
    madeAt: new Date(now).toISOString(),
    paper: PAPER_SIZES.find((one) => one === given.paper && fits(kind, one)) ?? 'A4',
    letterhead: LETTERHEAD_CHOICES.find((one) => one === given.letterhead) ?? 'kop',
    number: null,
    signer: office.data.roles.some(({ key }) => key === given.signer) ? (given.signer ?? null) : null,
    deputies: sources.deputies,
  };
  const { reading } = sources;
  const record = reading === null ? null : caseRecord({ ...sources, reading, office });
  const typed = begins ? { ...usualWriting(kind, record), ...given } : given;
  const tree = buildPaper(kind, { frame, record, typed, members: sources.members });
  return { kind, ticket, typed: { ...typed, dated }, frame, sources, tree, mayIssue };
}

export const PAPER_SIZES = ['A4', 'F4', 'A5'] as const;

/** A5 is for what somebody takes along. */
function fits(kind: PaperKind, size: (typeof PAPER_SIZES)[number]): boolean {
  return size !== 'A5' || kind === 'tanda-terima' || kind === 'catatan-arahan';
}

async function show(
  c: Context,
  desk: PaperDesk,
  work: AtWork,
  asked: Asked,
  errors: FieldErrors,
): Promise<Response> {
  const words = wordsFor(c);
  const { kind, ticket, typed, frame, tree, mayIssue, sources } = asked;
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const title = words(`papers.kind.${kind}`);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <ComposePaperView
      staff={work.face}
      title={title}
      action={ticket === null ? `/petugas/surat/baru/${kind}` : `/petugas/kasus/${ticket}/surat/${kind}`}
      ticket={ticket}
      fields={PAPER_FIELDS[kind]}
      typed={typed}
      errors={errors}
      sizes={PAPER_SIZES.filter((one) => fits(kind, one))}
      size={frame.paper}
      letterhead={frame.letterhead}
      signers={work.office.data.roles
        .filter((role) => role.may.includes('letter/issue'))
        .map(({ key, title: label, heldBy }) => ({ value: key, label: heldBy[0] ?? label }))}
      services={work.office.data.services.map(({ key, label }) => ({ value: key, label }))}
      paper={tree === null ? null : drawPaper(resolveTree(tree))}
      mayIssue={mayIssue}
      series={PAPER_RULES[kind].series}
      withoutPeople={sources.reading !== null && sources.contacts === null && PAPER_RULES[kind].namesPeople}
    />
  );
  return page(c, desk, { title, failed, styles: ['paper'] }, body, { status: failed ? 422 : 200 });
}
