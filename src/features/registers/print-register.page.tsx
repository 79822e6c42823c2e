import type { Context, Handler } from 'hono';
import { localDate } from '../../domain/calendar/instant.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import { LETTERHEAD_CHOICES } from '../../domain/papers/paper-frame.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { clean, readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import type { CasePagesDesk } from '../cases/doors/case-pages-desk.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { drawPaperFile } from '../papers/draw-paper.ts';
import { drawingTurn, paperFile } from '../papers/paper-file.page.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { printRegister } from './print-register.ts';
import { PrintRegisterView } from './print-register.view.tsx';

/** `/petugas/buku-register?masa=`: the paper register of a period, edition *publik*, and the way to *arsip*. */
export function printRegisterPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['register/export', 'register/export-unmasked'], async (c, work) => {
    const typed = c.req.query('masa');
    if (typed === undefined) return show(c, desk, work, { typed: {}, errors: {}, volumes: [] });
    const read = await readPrint(c, desk, work, { masa: typed }, false);
    return show(c, desk, work, { typed: { masa: typed }, ...read });
  });
}

/** The same as a file; *arsip* asks for a reason, which is kept, and is logged (rules 12, 32). */
export function sendPrintRegister(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['register/export', 'register/export-unmasked'], async (c, work) => {
    const form = await readForm(c);
    if (form === null) return c.notFound();
    const typed = form.values;
    const archive = typed.edisi === 'arsip';
    if (archive && !work.actor.may.has('register/export-unmasked')) return c.notFound();
    const { errors, volumes } = await readPrint(c, desk, work, typed, archive);
    const no = Math.min(Math.max(Number(typed.jilid ?? 1) || 1, 1), volumes.length);
    const tree = volumes[no - 1];
    if (tree === undefined) return show(c, desk, work, { typed, errors, volumes: [] });
    const format = typed.bentuk === 'docx' ? 'docx' : 'pdf';
    const file = await drawingTurn(work, () => drawPaperFile(tree, format));
    const of = volumes.length === 1 ? '' : `-jilid-${no}`;
    return paperFile(file, format, `register-${archive ? 'arsip' : 'publik'}-${typed.masa ?? ''}${of}`);
  });
}

type Typed = Readonly<Record<string, string | undefined>>;
type Read = { readonly errors: FieldErrors; readonly volumes: readonly DocumentTree[] };

async function readPrint(
  c: Context,
  desk: CasePagesDesk,
  { office, actor }: AtWork,
  typed: Typed,
  archive: boolean,
): Promise<Read> {
  const words = wordsFor(c);
  const period = parsePeriod((typed.masa ?? '').slice(0, 40));
  if (period === null) return { errors: { masa: words('report.bad-period') }, volumes: [] };
  const reason = clean(typed.reason ?? '').slice(0, 300);
  if (archive && reason.length < 10)
    return { errors: { reason: words('papers.register-reason-short') }, volumes: [] };
  const request = {
    ...({ office, period, paper: typed.kertas === 'F4' ? 'F4' : 'A4' } as const),
    letterhead: LETTERHEAD_CHOICES.find((one) => one === typed.kop) ?? 'tanpa',
    actor,
    unmask: archive ? { reason } : null,
  };
  const printed = await printRegister(desk.cases, request, desk.clock());
  return printed === null
    ? { errors: { masa: words('papers.register-too-long') }, volumes: [] }
    : { errors: {}, volumes: printed.volumes };
}

async function show(
  c: Context,
  desk: CasePagesDesk,
  work: AtWork,
  { typed, errors, volumes }: Read & { readonly typed: Typed },
): Promise<Response> {
  const words = wordsFor(c);
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const failed = Object.keys(errors).length > 0;
  const [first] = volumes;
  const body = (
    <PrintRegisterView
      staff={work.face}
      typed={{ ...typed, masa: typed.masa ?? localDate(desk.clock(), work.office.zone).slice(0, 7) }}
      errors={errors}
      paper={first === undefined ? null : drawPaper(resolveTree(first))}
      volumes={volumes.length}
      mayUnmask={work.actor.may.has('register/export-unmasked')}
    />
  );
  const head = { title: words('papers.register-page'), failed, styles: ['paper'] };
  return page(c, desk, head, body, { status: failed ? 422 : 200 });
}
