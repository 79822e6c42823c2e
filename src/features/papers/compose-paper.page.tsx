import type { Context, Handler } from 'hono';
import { parseIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { answerLetterAwaits } from '../../domain/complaint/answer-approval.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { apologyAwaits, approvedTextOf } from '../../domain/complaint/decide-approve-duty.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { CaseRecord } from '../../domain/papers/case-record.ts';
import { isMeetingPaper } from '../../domain/papers/meeting-record.ts';
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
import { keyOfForm } from '../cases/doors/idempotency-key.ts';
import { normalTicket } from '../cases/store/ticket.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { buildPaper } from './build-paper.ts';
import { caseRecord } from './case-record.presenter.ts';
import { numberPaper } from './change-paper.ts';
import { ComposePaperView } from './compose-paper.view.tsx';
import { drawPaperFile } from './draw-paper.ts';
import { issuePaper } from './issue-paper.ts';
import { issuingAs } from './issuing-as.ts';
import { findMeeting, type StoredMeeting } from './meetings/meeting.store.ts';
import type { PaperDesk } from './paper-desk.ts';
import { MEETING_FIELDS, PAPER_FIELDS, type PaperField } from './paper-fields-table.ts';
import { drawingTurn, paperFile } from './paper-file.page.ts';
import { type TypedPaper, writingErrors } from './paper-writing.ts';
import { type PaperSources, readSources } from './read-sources.read.ts';
import { usualMeetingWriting, usualWriting } from './usual-writing.ts';

/**
 * `/petugas/kasus/{ticket}/surat/{kind}`, `/petugas/rapat/{meeting}/surat/{kind}` and `/petugas/surat/baru/{kind}`: what is to be
 * written, and the paper as it will print.
 */
export function composePaperPage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const given = { service: c.req.query('layanan'), decree: c.req.query('sk')?.slice(0, 100) };
    const asked = await askedPaper(c, desk, work, given, true);
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
    const errors = writingErrors(asked.fields, typed, wordsFor(c));
    if (Object.keys(errors).length > 0 || asked.tree === null) return show(c, desk, work, asked, errors);
    if (!asked.mayIssue) return c.notFound();
    if (asked.awaits !== null) {
      const field = asked.awaits === 'papers.apology-awaits' ? 'remedy' : 'body';
      return show(c, desk, work, asked, { [field]: wordsFor(c)(asked.awaits) });
    }
    const { kind, tree, frame, sources, meeting } = asked;
    const actor = issuingAs(work, kind);
    const sent = typed.idempotencyKey ?? '';
    const request = {
      ...{ office: work.office, kind, tree, letterhead: frame.letterhead, actor },
      ...{ caseId: sources.reading?.caseId ?? null, meetingId: meeting?.id ?? null },
      version: sources.reading?.version ?? null,
      // Who goes back and writes something else under the same key means another paper.
      key: sent === '' ? null : JSON.stringify([c.req.path, ...Object.entries(typed).toSorted()]),
    };
    const desks = { pool: desk.pool, keyring: desk.keyring, newId: desk.cases.newId };
    const issued = await issuePaper(desks, request, desk.clock());
    if (!issued.ok) {
      const field = issued.refusal === 'case-changed' ? '' : 'dated';
      // As it stands now: whoever was erased meanwhile is shown to nobody.
      const anew = await askedPaper(c, desk, work, typed);
      if (anew === null) return c.notFound();
      return show(c, desk, work, anew, { [field]: wordsFor(c)(`papers.refused.${issued.refusal}`) });
    }
    const { paperId } = issued;
    const { decree } = sources;
    if (decree !== null) {
      // Its number is known already; one that another paper bears is told on the page of this one.
      const { office } = work;
      await numberPaper(desks, { office, paperId, actor, number: decree.number }, desk.clock());
    }
    return seeOther(`/petugas/surat/${paperId}`);
  });
}

type Awaits = 'papers.apology-awaits' | 'papers.answer-awaits';
type Asked = {
  readonly kind: PaperKind;
  readonly ticket: string | null;
  readonly typed: TypedPaper;
  readonly frame: PaperFrame & { readonly letterhead: LetterheadChoice };
  readonly sources: PaperSources;
  /** The meeting that it is about, or null. */
  readonly meeting: StoredMeeting | null;
  readonly fields: readonly PaperField[];
  /** Null while the service is not chosen. */
  readonly tree: DocumentTree | null;
  readonly mayIssue: boolean;
  /** Whose approval is awaited before it goes out (rule 31), as a sentence; null = nobody's. */
  readonly awaits: Awaits | null;
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
  const { office, actor } = work;
  const meetingId = c.req.param('meeting');
  const meeting = meetingId === undefined ? null : await findMeeting(desk.pool, office.officeId, meetingId);
  if (meetingId === undefined ? about === (ticket === null ? 'case' : 'office') : meeting === null)
    return null;
  if (meeting !== null && !isMeetingPaper(kind)) return null;
  const now = desk.clock();
  const today = localDate(now, office.zone);
  const day = parseIsoDate(given.dated ?? '') === null ? null : (given.dated ?? null);
  const of = { kind, ticket, day, today, decree: given.decree ?? null };
  const sources = await readSources(desk, work, of, now);
  if (sources === null) return null;
  const mayIssue = issuedBy.some((one) => may(actor, one, sources.reading?.state));
  // A form prints at any time for whoever may read the case (rule 23); letters are drafted by who issues them.
  if (!mayIssue && series !== 'own') return null;
  const { reading, deputies, decree, members } = sources;
  const frame: PaperFrame = {
    office: office.named,
    dated: sources.day,
    madeAt: new Date(now).toISOString(),
    paper: PAPER_SIZES.find((one) => one === given.paper && fits(kind, one)) ?? 'A4',
    letterhead: LETTERHEAD_CHOICES.find((one) => one === given.letterhead) ?? 'kop',
    number: decree?.number ?? null,
    signer: office.data.roles.some(({ key }) => key === given.signer) ? (given.signer ?? null) : null,
    deputies,
  };
  const record = reading === null ? null : caseRecord({ ...sources, reading, office });
  const usual = meeting === null ? usualWriting(kind, record) : usualMeetingWriting(kind, meeting.record);
  const typed = begins ? { ...usual, ...given } : given;
  const built = buildPaper(kind, { frame, record, meeting: meeting?.record ?? null, typed, members, decree });
  // Letters hold what somebody types, names too; a form fills itself.
  const empty = namesPeople && series === 'own' && sources.contacts === null;
  const tree =
    built !== null && empty ? { ...built, meta: { ...built.meta, withoutPeople: true } as const } : built;
  const fields = meeting !== null && isMeetingPaper(kind) ? MEETING_FIELDS[kind] : PAPER_FIELDS[kind];
  const written = { ...typed, dated: sources.day };
  const awaits = reading === null ? null : awaitedFor(kind, reading.state, { record, typed, work });
  return { kind, ticket, typed: written, frame, sources, meeting, fields, tree, mayIssue, awaits };
}

function awaitedFor(
  kind: PaperKind,
  state: CaseState,
  { record, typed, work: { actor, office } }: { record: CaseRecord | null; typed: TypedPaper; work: AtWork },
): Awaits | null {
  // A text that was approved and cannot be read here, erased or of a lane, is not replaced by another.
  const unread = approvedTextOf(state) !== null && record?.approvedApology == null;
  if (kind === 'permintaan-maaf' && (unread || apologyAwaits(state, actor, office.data)))
    return 'papers.apology-awaits';
  if (kind !== 'surat-jawaban') return null;
  const body = plain(typed.body);
  const inOtherWords =
    body !== '' && ![record?.draft, record?.answer?.text].some((one) => plain(one) === body);
  return answerLetterAwaits(state, inOtherWords, office.data, actor) ? 'papers.answer-awaits' : null;
}

/** Without what a form changes of it: ends of lines, blanks around. */
function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
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
  const { kind, ticket, typed, frame, tree, mayIssue, sources, meeting, awaits } = asked;
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const title = words(`papers.kind.${kind}`);
  const folder =
    ticket !== null
      ? `/petugas/kasus/${ticket}/surat`
      : meeting !== null
        ? `/petugas/rapat/${meeting.id}/surat`
        : '/petugas/surat/baru';
  const failed = Object.keys(errors).length > 0;
  const body = (
    <ComposePaperView
      staff={work.face}
      title={title}
      action={`${folder}/${kind}`}
      back={
        ticket !== null
          ? { href: `/petugas/kasus/${ticket}/surat`, label: words('papers.back-case', { ticket }) }
          : meeting !== null
            ? { href: `/petugas/rapat/${meeting.id}`, label: meeting.record.event }
            : { href: '/petugas/surat', label: words('papers.back-list') }
      }
      fields={asked.fields}
      decrees={sources.decrees.map(({ number, title: what }) => ({
        value: number,
        label: `${number}: ${what}`,
      }))}
      typed={typed}
      idempotencyKey={keyOfForm(typed.idempotencyKey)}
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
      awaits={awaits}
      series={PAPER_RULES[kind].series}
      withoutPeople={sources.reading !== null && sources.contacts === null && PAPER_RULES[kind].namesPeople}
    />
  );
  return page(c, desk, { title, failed, styles: ['paper'] }, body, { status: failed ? 422 : 200 });
}
