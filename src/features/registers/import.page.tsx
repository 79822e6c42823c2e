import type { Context, Handler } from 'hono';
import { CHANNELS, type Channel } from '../../domain/complaint/vocabulary.ts';
import { formatNumber } from '../../domain/documents/format-number.ts';
import { REPORT_KINDS } from '../../domain/office/office-data.ts';
import { importReport } from '../../domain/registers/import-report.ts';
import type { RegisterReading } from '../../domain/registers/register-row.ts';
import { parsePeriod, periodFits, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { readUpload } from '../../platform/http/read-upload.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { isWordKey, type Words } from '../../platform/words/words.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import { labelOf } from '../cases/lists/labels.presenter.ts';
import type { Office } from '../offices/office.read.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { type ImportVerdict, ImportView } from './import.view.tsx';
import { type DraftOwner, type DraftStore, keepDraft, readDraft, removeDraft } from './import-draft.ts';
import { findingsCsv } from './import-findings.presenter.ts';
import { type ImportCounts, importRegister } from './import-register.ts';
import { takenWords } from './taken-words.ts';

export type ImportPagesDesk = StaffDesk & { readonly cases: CaseDesk; readonly drafts: DraftStore };

type Shown = {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
  readonly verdict?: ImportVerdict | null;
  readonly done?: { readonly text: string; readonly casesHref: string; readonly reportHref: string } | null;
};

export function importPage(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['register/import'], (c, work) => show(c, desk, work, {}));
}

/** Reads and judges the uploaded file; nothing is stored but the file itself, sealed, for the second step. */
export function sendImportFile(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['register/import'], (c, work) => alone(c, desk, work, () => check(c, desk, work)));
}

async function check(c: Context, desk: ImportPagesDesk, work: AtWork): Promise<Response> {
  const words = wordsFor(c);
  const upload = await readUpload(c, 'file');
  const values = upload?.values ?? {};
  const period = parsePeriod(values.period ?? '');
  const file = upload?.file ?? null;
  const errors: Record<string, string> = {};
  if (file === null || file.bytes.length === 0) errors.file = words('import.no-file');
  if (period === null) errors.period = words('import.bad-period');
  if (file === null || period === null || Object.keys(errors).length > 0)
    return show(c, desk, work, { values, errors });
  const { office } = work;
  const channel = channelOf(values.channel);
  const result = await readOnly(desk, work, { source: file, period, channel });
  if (!result.ok) return show(c, desk, work, { values, errors: { file: result.message } });
  const draft = desk.cases.newId();
  await keepDraft(desk.drafts, ownerOf(work), draft, file, desk.clock());
  return show(c, desk, work, {
    verdict: verdictOf(result, { draft, period, channel, office, words }),
  });
}

/** The second step: the same file again, now written. */
export function sendImport(desk: ImportPagesDesk): Handler {
  return staffPage(desk, ['register/import'], (c, work) => alone(c, desk, work, () => write(c, desk, work)));
}

async function write(c: Context, desk: ImportPagesDesk, work: AtWork): Promise<Response> {
  const words = wordsFor(c);
  const { office, staff } = work;
  const values = (await readForm(c))?.values ?? {};
  const period = parsePeriod(values.period ?? '');
  const file = await readDraft(desk.drafts, ownerOf(work), values.draft ?? '', desk.clock());
  if (file === null || period === null)
    return show(c, desk, work, { errors: { file: words('import.gone') } });
  const channel = channelOf(values.channel);
  if (values.unduh !== undefined) return findingsFile(c, desk, work, { source: file, period, channel });
  const choice = { channel, acceptSuggestions: values.accept !== undefined };
  const result = await importRegister(
    desk.cases,
    { office, source: file, period, choice, dryRun: false, account: staff.account },
    desk.clock(),
  );
  if (!result.ok) return show(c, desk, work, { errors: { file: result.message } });
  await removeDraft(desk.drafts, ownerOf(work));
  const { written, known, accepted, withoutService } = result;
  const text = [
    words('import.done', { written, known }),
    ...(accepted > 0 ? [words('import.accepted', { count: accepted })] : []),
    ...(withoutService > 0 ? [words('import.without-service', { count: withoutService })] : []),
  ].join(' ');
  const jenis = REPORT_KINDS.find((kind) => periodFits(kind, period)) ?? 'monev';
  const reportHref = `/petugas/laporan?${new URLSearchParams({ jenis, masa: period.text })}`;
  const casesHref = `/petugas/laporan/baris?${new URLSearchParams({ period: period.text, only: 'imported' })}`;
  return show(c, desk, work, { done: { text, casesHref, reportHref } });
}

function ownerOf({ office, staff }: AtWork): DraftOwner {
  return { officeId: office.officeId, account: staff.account };
}

type Chosen = {
  readonly source: { readonly bytes: Uint8Array; readonly name: string };
  readonly period: ReportPeriod;
  readonly channel: Channel | null;
};

/** Every finding of the checked file: the page shows the first of each list. */
async function findingsFile(c: Context, desk: ImportPagesDesk, work: AtWork, chosen: Chosen) {
  const words = wordsFor(c);
  const result = await readOnly(desk, work, chosen);
  if (!result.ok) return show(c, desk, work, { errors: { file: result.message } });
  const { period, channel } = chosen;
  const verdict = verdictOf(result, { draft: '', period, channel, office: work.office, words });
  return new Response(findingsCsv(verdict, words), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="pemeriksaan-register-${period.text}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

function readOnly(desk: ImportPagesDesk, { office, staff }: AtWork, { source, period, channel }: Chosen) {
  const choice = { channel, acceptSuggestions: false };
  return importRegister(
    desk.cases,
    { office, source, period, choice, dryRun: true, account: staff.account },
    desk.clock(),
  );
}

/** One register of an office at a time, from before it is received: each may take much of the memory. */
async function alone(
  c: Context,
  desk: ImportPagesDesk,
  work: AtWork,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { reading } = desk.drafts;
  const { officeId } = work.office;
  if (reading.has(officeId)) return show(c, desk, work, { errors: { file: wordsFor(c)('import.busy') } });
  reading.add(officeId);
  try {
    return await answer();
  } finally {
    reading.delete(officeId);
  }
}

function show(c: Context, desk: ImportPagesDesk, work: AtWork, shown: Shown): Response {
  const words = wordsFor(c);
  const { values = {}, errors = {}, verdict = null, done = null } = shown;
  const channels = work.office.data.channels.map(({ key, label }) => ({ value: key, label }));
  const failed = Object.keys(errors).length > 0;
  const body = (
    <ImportView
      staff={work.face}
      channels={channels}
      values={values}
      errors={errors}
      verdict={verdict}
      done={done}
    />
  );
  return page(c, desk, { title: words('import.page'), failed }, body, { status: failed ? 422 : 200 });
}

type VerdictSetting = {
  readonly draft: string;
  readonly period: ReportPeriod;
  readonly channel: Channel | null;
  readonly office: Office;
  readonly words: Words;
};

function fieldWords(field: string, words: Words): string {
  const key = `import.field-${field}`;
  return isWordKey(key) ? words(key) : field;
}

function verdictOf(
  { reading, written, known, withoutService }: ImportCounts & { readonly reading: RegisterReading },
  { draft, period, channel, office, words }: VerdictSetting,
): ImportVerdict {
  const report = importReport(reading);
  return {
    draft,
    period: period.text,
    channel: channel ?? '',
    rows: report.rows,
    importable: report.imported,
    fresh: written,
    known,
    withoutService,
    skipped: report.skipped,
    doubts: report.doubts.map(({ sheet, row, field, written, taken, why }) => ({
      sheet,
      row,
      field: fieldWords(field, words),
      written,
      taken: takenWords(taken ?? '', words),
      why,
    })),
    suggestions: report.suggestions
      .filter((one) => one.field === 'service')
      .map(({ sheet, row, value, confidence, why }) => ({
        sheet,
        row,
        value: labelOf(office.data.services, value),
        confidence: `${formatNumber(confidence * 100, 0, words.language)}%`,
        why,
      })),
    skippedRows: report.skippedRows,
    ignored: report.ignored.map(({ sheet, row, text, reason }) => ({
      sheet,
      row,
      text,
      reason: words(`ignored.${reason}`),
    })),
  };
}

function channelOf(text: string | undefined): Channel | null {
  return CHANNELS.find((one) => one === text) ?? null;
}
