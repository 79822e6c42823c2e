import type { Context, Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import { PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { numberHelp } from '../../domain/papers/paper-number.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import { fileErrors } from '../cases/attachments/file-words.presenter.ts';
import { filesDeskOf } from '../cases/attachments/files-desk.ts';
import { openFile } from '../cases/attachments/open-file.ts';
import { readReceivedForm } from '../cases/attachments/received-form.page.ts';
import { uploaderOf } from '../cases/attachments/uploader-of.ts';
import { fileAnswer } from '../cases/doors/file-answer.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listColleagues } from '../people/list-colleagues.read.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { numberPaper, type PaperResult, signPaper, voidPaper } from './change-paper.ts';
import { drawOwnLetter } from './draw-own-letter.ts';
import { drawPaperFile, isPaperFormat } from './draw-paper.ts';
import { issuingAs } from './issuing-as.ts';
import { findLetterTemplate } from './letter-template.store.ts';
import { PaperView } from './paper.view.tsx';
import type { PaperDesk } from './paper-desk.ts';
import { drawingTurn, paperFile } from './paper-file.page.ts';
import { type PaperReading, readPaper } from './read-paper.ts';
import { readSignedCopy } from './signed-copy.read.ts';

/** `/petugas/surat/{paper}`: an issued paper with its number, its hash, its signed copy. */
export function paperPage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const found = await readPaper(desk, work, idOf(c), desk.clock());
    return found === null ? c.notFound() : show(c, desk, work, found, {});
  });
}

/** `/petugas/surat/{paper}/buka`: opens a paper that names people, with a reason (rule 32); with `bentuk` as a file, logged again. */
export function sendOpenPaper(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const form = await readForm(c);
    const { reason = '', bentuk } = form?.values ?? {};
    const found = await readPaper(desk, work, idOf(c), desk.clock(), reason);
    if (found === null) return c.notFound();
    if (found.needsReason && (found.tree === null || bentuk === 'salinan')) {
      const errors = { reason: wordsFor(c)('papers.refused.reason-required') };
      return show(c, desk, work, found, found.door === 'reason' ? errors : {});
    }
    if (bentuk === undefined) return show(c, desk, work, found, {}, reason.trim() || null);
    const file =
      bentuk === 'salinan'
        ? await signedCopyOf(desk, work, found)
        : await fileOf(desk, work, found, bentuk === 'naskah' ? ['docx', true] : [bentuk, false]);
    return file ?? c.notFound();
  });
}

/** `/petugas/surat/{paper}/unduh?bentuk=pdf|docx`: as it was issued, with the number that it has now. */
export function paperFilePage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const found = await readPaper(desk, work, idOf(c), desk.clock());
    const asked = [c.req.query('bentuk') ?? '', c.req.query('naskah') === 'kantor'] as const;
    return (found === null ? null : await fileOf(desk, work, found, asked)) ?? c.notFound();
  });
}

/** Null where there is no such file, or its reader has yet to say why he opens it. */
async function fileOf(
  desk: PaperDesk,
  work: AtWork,
  { tree, paper }: PaperReading,
  [format, own]: readonly [format: string, own: boolean],
): Promise<Response | null> {
  if (tree === null || !isPaperFormat(format) || format === 'html') return null;
  const name = `${paper.kind}-${paper.number ?? paper.dated}`;
  if (format === 'docx' && own && paper.voidedAt === null) {
    const template = await findLetterTemplate(desk, work.office.officeId, paper.kind);
    if (template === null) return null;
    const { file } = await drawingTurn(work, () => drawOwnLetter(tree, template.file, paper.kind));
    return paperFile(file, 'docx', name);
  }
  const voided = paper.voidedAt === null ? tree : { ...tree, meta: { ...tree.meta, across: 'Batal' } };
  return paperFile(await drawingTurn(work, () => drawPaperFile(voided, format)), format, name);
}

/** `/petugas/surat/{paper}/salinan`: the scan of the signed paper. */
export function signedCopyPage(desk: PaperDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const found = await readPaper(desk, work, idOf(c), desk.clock());
    return (found === null ? null : await signedCopyOf(desk, work, found)) ?? c.notFound();
  });
}

/** The scan shows what the paper shows: null as long as that is closed, and where there is none. */
async function signedCopyOf(
  desk: PaperDesk,
  { office }: AtWork,
  { paper, needsReason }: PaperReading,
): Promise<Response | null> {
  const id = paper.signedAttachment;
  if (id === null || needsReason) return null;
  const row = await withOffice(desk.pool, office.officeId, (tx) =>
    readSignedCopy(tx, office.officeId, paper.paperId, id),
  );
  const content = row === null ? null : await openFile(desk, row);
  if (row === null || content === null) return null;
  const { mediaType, bytes } = row;
  return fileAnswer({ mediaType, bytes, name: `salinan-${paper.kind}`, content });
}

/** Types the agenda's number (rule 10). */
export function sendPaperNumber(desk: PaperDesk): Handler {
  return changing(desk, async (c, work, paperId) => {
    const form = await readForm(c);
    const asked = { office: work.office, paperId, actor: work.actor, number: form?.values.number ?? '' };
    return { field: 'number', result: await numberPaper(actsOf(desk), asked, desk.clock()) };
  });
}

/** Takes the scan of the signed paper (rule 34). */
export function sendSignedCopy(desk: PaperDesk): Handler {
  return changing(desk, async (c, work, paperId) => {
    const { office, actor } = work;
    const now = desk.clock();
    const who = async () => ({ officeId: office.officeId, uploader: uploaderOf(actor) });
    const received = await readReceivedForm(c, filesDeskOf(desk), who, now);
    const refused = received === null ? {} : fileErrors(received.refused, wordsFor(c));
    const scan = received?.files('scan')[0] ?? null;
    const result = await signPaper(actsOf(desk), { office, paperId, actor, scan }, now);
    return { field: 'scan', result, ...(refused.scan === undefined ? {} : { sentence: refused.scan }) };
  });
}

/** Declares a paper void, with a reason. */
export function sendVoidPaper(desk: PaperDesk): Handler {
  return changing(desk, async (c, work, paperId) => {
    const form = await readForm(c);
    const asked = { office: work.office, paperId, actor: work.actor, reason: form?.values.voidReason ?? '' };
    return { field: 'voidReason', result: await voidPaper(actsOf(desk), asked, desk.clock()) };
  });
}

type Changed = { readonly field: string; readonly result: PaperResult; readonly sentence?: string };

/** A change by who may issue such a paper; what is refused comes back beside its field. */
function changing(
  desk: PaperDesk,
  change: (c: Context, work: AtWork, paperId: string) => Promise<Changed>,
): Handler {
  return staffPage(desk, [], async (c, work) => {
    const paperId = idOf(c);
    const before = await readPaper(desk, work, paperId, desk.clock());
    if (before === null || !before.mayChange) return c.notFound();
    const acting = { ...work, actor: issuingAs(work, before.paper.kind) };
    const { field, result, sentence } = await change(c, acting, paperId);
    if (result.ok) return seeOther(`/petugas/surat/${paperId}`);
    return show(c, desk, work, before, {
      [field]: sentence ?? wordsFor(c)(`papers.refused.${result.refusal}`),
    });
  });
}

function actsOf(desk: PaperDesk) {
  return { pool: desk.pool, keyring: desk.keyring, newId: desk.cases.newId };
}

function idOf(c: Context): string {
  return c.req.param('paper') ?? '';
}

async function show(
  c: Context,
  desk: PaperDesk,
  work: AtWork,
  { paper, reading, tree, door, mayChange }: PaperReading,
  errors: FieldErrors,
  openedFor: string | null = null,
): Promise<Response> {
  const words = wordsFor(c);
  const { office } = work;
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const colleagues = await listColleagues(desk.pool, office);
  const told = (at: Date | null) =>
    at === null ? null : formatInstant(at.getTime(), office.zone, words.language);
  const title = words(`papers.kind.${paper.kind}`);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <PaperView
      staff={work.face}
      title={title}
      id={paper.paperId}
      ticket={reading?.state.ticket ?? null}
      meeting={paper.meetingId}
      number={paper.number}
      numbered={PAPER_RULES[paper.kind].series !== 'none'}
      numberHelp={numberHelp(office.data.numbers, paper.dated)}
      dated={formatDate(paper.dated, 'long', words.language)}
      issuedBy={colleagues.find(({ value }) => value === paper.issuedBy)?.label ?? words('papers.someone')}
      issuedAt={formatInstant(paper.issuedAt, office.zone, words.language)}
      hash={paper.contentHash.toString('hex')}
      signedAt={told(paper.signedAt)}
      voidedAt={told(paper.voidedAt)}
      erased={paper.erasedAt !== null}
      openedFor={openedFor}
      door={door}
      mayChange={mayChange && paper.voidedAt === null && paper.erasedAt === null}
      errors={errors}
      ownLetter={(await findLetterTemplate(desk, office.officeId, paper.kind)) !== null}
      paper={tree === null ? null : drawPaper(resolveTree(tree))}
    />
  );
  return page(c, desk, { title, failed, styles: ['paper'] }, body, { status: failed ? 422 : 200 });
}
