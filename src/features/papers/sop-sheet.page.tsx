import type { Context, Handler } from 'hono';
import { localDate } from '../../domain/calendar/instant.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { Sop } from '../../domain/office/office-data.ts';
import { buildSopSheet } from '../../domain/papers/build-sop-sheet.ts';
import { sopSheetFrame } from '../../domain/papers/sop-sheet-frame.ts';
import { openTurnstile } from '../../platform/turnstile.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { drawPaperFile } from './draw-paper.ts';
import { SopSheetView } from './sop-sheet.view.tsx';

/** A PDF takes a process of its own: two at a time. */
const turn = openTurnstile(2, 6);

/** `/petugas/sop/:id/lembar?bentuk=pdf|docx&kertas=F4|A4`: the sheet of an SOP as it prints, or as a file (rule 34). */
export function sopSheetPage(desk: StaffDesk): Handler {
  return staffPage(desk, ['sop/print'], async (c, work) => {
    const sop = work.office.data.sops.find(({ id }) => id === c.req.param('id'));
    if (sop === undefined) return c.notFound();
    const paper = c.req.query('kertas') === 'A4' ? 'A4' : 'F4';
    const tree = sheetTree(desk, work, sop, paper);
    const format = c.req.query('bentuk');
    if (format === 'pdf' || format === 'docx') {
      const file = await turn(() => drawPaperFile(tree, format));
      return paperAnswer(file, format, `sop-${sop.id}-${work.office.slug}`);
    }
    return showSheet(c, desk, work, sop, tree);
  });
}

function sheetTree(desk: StaffDesk, { office }: AtWork, sop: Sop, paper: 'A4' | 'F4') {
  const now = desk.clock();
  const frame = sopSheetFrame(office.data, localDate(now, office.zone), new Date(now).toISOString(), paper);
  return buildSopSheet(frame, sop);
}

async function showSheet(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  sop: Sop,
  tree: ReturnType<typeof sheetTree>,
): Promise<Response> {
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const href = (format: string, paper: string): string =>
    `/petugas/sop/${sop.id}/lembar?bentuk=${format}&kertas=${paper}`;
  const body = (
    <SopSheetView
      staff={work.face}
      title={sop.title}
      paper={drawPaper(resolveTree(tree))}
      downloads={[
        { label: 'PDF, F4', href: href('pdf', 'F4') },
        { label: 'PDF, A4', href: href('pdf', 'A4') },
        { label: 'DOCX, F4', href: href('docx', 'F4') },
        { label: 'DOCX, A4', href: href('docx', 'A4') },
      ]}
    />
  );
  return page(
    c,
    desk,
    { title: wordsFor(c)('sop-sheet.title', { sop: sop.title }), styles: ['paper'] },
    body,
  );
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A paper to keep. */
export function paperAnswer(file: Uint8Array, format: keyof typeof TYPES, name: string): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}
