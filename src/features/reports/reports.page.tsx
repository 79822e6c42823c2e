import type { Context, Handler } from 'hono';
import { localDate } from '../../domain/calendar/instant.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { ResolvedDocument } from '../../domain/documents/resolved-document.ts';
import { REPORT_KINDS, type ReportKind } from '../../domain/office/office-data.ts';
import { parsePeriod, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { splitVolumes } from '../../domain/reports/split-volumes.ts';
import { openTurnstile, openTurnstileByKey } from '../../platform/turnstile.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import type { Words } from '../../platform/words/words.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { type BuiltReport, buildReport, type ReportRefusal } from './build-report.ts';
import { drawReport, isReportFormat, type ReportFormat } from './draw-report.ts';
import { ReportsView, type ShownReport } from './reports.view.tsx';

/** `/petugas/laporan?jenis=&masa=`: the chooser, and below it the report as it will print, each number a link. */
export function reportsPage(desk: StaffDesk): Handler {
  return staffPage(desk, ['report/build'], async (c, work) => {
    const words = wordsFor(c);
    const { kind, period, typed } = readAsked(c, desk, work);
    if (c.req.query('masa') === undefined)
      return show(c, desk, work, { kind, typed, errors: {}, report: null });
    if (period === null) {
      return show(c, desk, work, { kind, typed, errors: { masa: words('report.bad-period') }, report: null });
    }
    const report = await inTurn(work, async () => {
      const built = await build(desk, work, kind, period, true);
      return built.ok ? shownReport(built, kind, period, words) : built;
    });
    if ('why' in report)
      return show(c, desk, work, { kind, typed, errors: { masa: report.why }, report: null });
    return show(c, desk, work, { kind, typed, errors: {}, report });
  });
}

type Shown = {
  readonly kind: ReportKind;
  readonly typed: string;
  readonly errors: FieldErrors;
  readonly report: ShownReport | null;
};

function show(c: Context, desk: StaffDesk, work: AtWork, { kind, typed, errors, report }: Shown): Response {
  const words = wordsFor(c);
  const known = work.office.data.reports.map((one) => one.kind);
  const kinds = REPORT_KINDS.filter((one) => known.includes(one)).map((one) => ({
    value: one,
    label: words(`report.kind.${one}`),
  }));
  const failed = Object.keys(errors).length > 0;
  const body = (
    <ReportsView staff={work.face} kinds={kinds} kind={kind} period={typed} errors={errors} report={report} />
  );
  return page(c, desk, { title: words('report.page'), failed, styles: ['paper'] }, body, {
    status: failed ? 422 : 200,
  });
}

/**
 * A book takes a process of its own and over a hundred megabytes, and on the page all the thread that everybody shares:
 * two at a time, one of them for each account.
 */
const turn = openTurnstile(2, 6);
const ownTurn = openTurnstileByKey(1, 2);
function inTurn<T>({ staff }: AtWork, work: () => Promise<T>): Promise<T> {
  return ownTurn(staff.account, () => turn(work));
}

/** `/petugas/laporan/unduh?jenis=&masa=&bentuk=`: the same report as a file. */
export function reportFile(desk: StaffDesk): Handler {
  return staffPage(desk, ['report/build'], async (c, work) => {
    const { kind, period } = readAsked(c, desk, work);
    const format = c.req.query('bentuk') ?? '';
    const volume = Number(c.req.query('jilid') ?? 1);
    if (period === null || !isReportFormat(format)) return c.notFound();
    const drawn = await inTurn(work, async () => {
      const built = await build(desk, work, kind, period, format !== 'json');
      if (!built.ok) return built;
      return drawReport(built, format, { office: work.office, kind, period }, volume);
    });
    if ('why' in drawn) return c.text(drawn.why, 422);
    const [file] = drawn.files;
    if (file === undefined) return c.notFound();
    const of = volume === 1 ? '' : `-jilid-${volume}`;
    const name = `laporan-${kind}-${work.office.slug}-${period.text.replaceAll('..', '-sd-')}${of}.${format}`;
    return new Response(new Uint8Array(file), {
      headers: {
        'content-type': FILE_TYPES[format],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  });
}

const FILE_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function readAsked(c: Context, desk: StaffDesk, { office }: AtWork) {
  const year = localDate(desk.clock(), office.zone).slice(0, 4);
  const typed = (c.req.query('masa') ?? year).slice(0, 40);
  const kind = REPORT_KINDS.find((one) => one === c.req.query('jenis')) ?? 'tahunan';
  return { kind, typed, period: parsePeriod(typed) };
}

function build(
  desk: StaffDesk,
  { office, actor }: AtWork,
  kind: ReportKind,
  period: ReportPeriod,
  withRegister: boolean,
): Promise<BuiltReport | ReportRefusal> {
  const now = new Date(desk.clock());
  return buildReport(desk.pool, {
    office,
    kind,
    period,
    asOf: null,
    now,
    allTables: false,
    paper: 'A4',
    register: withRegister ? desk.keyring : null,
    viewer: viewerOf(actor, office.codes),
  });
}

async function shownReport(
  built: BuiltReport,
  kind: ReportKind,
  period: ReportPeriod,
  words: Words,
): Promise<ShownReport> {
  const { drawPaper } = await import('../../adapters/documents/web/draw-html.ts');
  const { filterGlyphs } = await import('../../adapters/documents/pdf/filter-glyphs.ts');
  const whole = resolveTree(built.tree);
  const volumes = splitVolumes(whole);
  const document = volumes[0] ?? whole;
  const { replaced } = filterGlyphs(whole);
  const address = new URLSearchParams({ jenis: kind, masa: period.text });
  const href = (format: string) => `/petugas/laporan/unduh?${address}&bentuk=${format}`;
  return {
    paper: drawPaper(document, {
      rowsHref: (rows) => `/petugas/laporan/baris?${new URLSearchParams({ ...rows, jenis: kind })}`,
    }),
    outline: outlineOf(document),
    checks: built.checks.map(({ id, ok, findings }) => ({
      id,
      ok,
      findings,
      label: words(`report.check.${id}`),
    })),
    downloads: [
      { label: 'PDF', href: href('pdf') },
      ...volumes.slice(1).map((_, index) => ({
        label: words('report.volume', { number: String(index + 2) }),
        href: `${href('pdf')}&jilid=${index + 2}`,
      })),
      ...['docx', 'xlsx', 'json'].map((format) => ({ label: format.toUpperCase(), href: href(format) })),
    ],
    replaced:
      replaced.length === 0
        ? null
        : words('report.replaced', { characters: replaced.map(({ codePoint }) => codePoint).join(', ') }),
  };
}

function outlineOf(document: ResolvedDocument): ShownReport['outline'] {
  const headings = [...document.front, ...document.body].flatMap((block) =>
    block.type === 'heading' && block.level <= 3 && block.anchor !== ''
      ? [
          {
            title: [block.number, block.title].filter((part) => part !== null).join(' '),
            anchor: block.anchor,
          },
        ]
      : [],
  );
  return [...headings, ...document.appendices.map(({ title, anchor }) => ({ title, anchor }))];
}
