import type { Context, Handler } from 'hono';
import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { REPORT_KINDS, type ReportKind } from '../../domain/office/office-data.ts';
import { type FormFields, readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import {
  applyEdit,
  itemsAt,
  type OfficeEdit,
  type PartValue,
  partMark,
  partOf,
} from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type AtWork, staffPage } from '../people/staff-desk.tsx';
import { type AdministrationDesk, actingOn, todayAt } from './administration-desk.ts';
import { chapterErrors, figuresOf } from './chapter-errors.ts';
import { ChapterFormView, type ChapterPlace, ChapterPreviewView } from './chapter-form.view.tsx';
import type { PartErrors } from './part-fields.view.tsx';
import type { FormValues } from './part-form.ts';
import { refusalWord } from './refusal-words.ts';
import { rowsDifference } from './report-difference.ts';
import { nodesOfRows, type ReportRow, readRows, reshapeRows, rowsOfNode } from './report-form.ts';
import { ReportOutlineView } from './report-outline.view.tsx';
import { saveEdit } from './save-edit.ts';

/** A new chapter, where an address names one. */
const NEW = 'baru';
const NEW_CHAPTER: readonly ReportRow[] = [
  { type: 'section', depth: 0, fields: { heading: '', numbering: 'roman-chapter', when: '' } },
  { type: 'paragraph', depth: 1, fields: { text: '', when: '' } },
];

/** `/petugas/kantor/laporan/:kind`: the chapters of a report's text. */
export function reportOutlinePage(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => {
    const kind = kindOf(c);
    return kind === null ? c.notFound() : showOutline(c, desk, work, kind);
  });
}

/** `/petugas/kantor/laporan/:kind/:chapter`: the rows of one chapter. */
export function chapterPage(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => {
    const found = findChapter(c, work);
    if (found === null) return c.notFound();
    return showChapter(c, desk, work, found, { rows: found.rows, after: found.last, errors: {} });
  });
}

/** The chapter sent: reshaped, looked at, or put into force from its day on. */
export function sendChapter(desk: AdministrationDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const read = await readForm(c);
    const asked = findChapter(c, work);
    if (read === null || asked === null) return c.notFound();
    const found = { ...asked, seen: read.values.dasar ?? asked.seen };
    const words = wordsFor(c);
    const { data } = work.office;
    const step = read.values.tahap ?? 'periksa';
    const rows = readRows(read.all);
    const after = Number(read.values.sesudah ?? found.last);
    const typed = { rows, after, errors: {} };
    const adding = { type: read.values.jenis ?? '', after: Number(read.values.baris ?? 0) };
    const other = reshapeRows(rows, step, adding);
    if (other !== null) return showChapter(c, desk, work, found, { ...typed, rows: other });
    if (step === 'ubah') return showChapter(c, desk, work, found, typed);
    const removing = step === 'hapus-bab' || step === 'simpan-hapus';
    const at = found.at ?? after;
    const nodes = removing ? [] : nodesOfRows(rows);
    const edit: OfficeEdit = {
      part: found.part,
      value: { body: found.body.toSpliced(at, found.at === null ? 0 : 1, ...nodes) },
    };
    const judged = judgeOfficeValues(applyEdit(officeValues(data), edit), data);
    if (judged.office === null) {
      const report = itemsAt(officeValues(data), ['reports']).findIndex(({ kind }) => kind === found.kind);
      const errors = chapterErrors(['reports', report, 'body', at], rows, judged.remarks);
      return showChapter(c, desk, work, found, { ...typed, errors });
    }
    const from = read.values.mulai ?? todayAt(desk, work);
    const saving = step === 'simpan' || step === 'simpan-hapus';
    const isDay = parseTypedDay(from) !== null;
    if (saving && isDay) {
      const saved = await save(desk, work, { edit, seen: found.seen, from });
      if (saved.ok) return seeOther(`/petugas/kantor?${saved.as}=laporan`);
      const errors = { '': words(refusalWord(saved.refusal)) };
      return showChapter(c, desk, work, found, { ...typed, errors });
    }
    const errors: PartErrors = saving ? { mulai: words('form.invalid-date') } : {};
    const differences = rowsDifference(found.at === null ? [] : found.rows, removing ? [] : rows, words);
    const body = (
      <ChapterPreviewView
        {...found.place}
        seen={found.seen}
        carried={carriedOf(read)}
        differences={differences}
        rows={removing ? [] : rows}
        removing={removing}
        from={from}
        waits={waits(work)}
        errors={errors}
      />
    );
    return page(c, desk, { title: words('admin.s.reports'), failed: saving }, body, {
      status: saving ? 422 : 200,
    });
  });
}

/** What reaches citizens waits for whoever approves publications (rule 31). */
function waits({ actor }: AtWork): boolean {
  return !actor.may.has('publication/approve');
}

async function save(
  desk: AdministrationDesk,
  work: AtWork,
  change: { readonly edit: OfficeEdit; readonly seen: string; readonly from: string },
) {
  const acting = actingOn(desk, work, 'office/administer');
  const edit = { section: 'laporan', ...change, waits: waits(work) };
  const saved = await saveEdit(desk.owner, work.office, edit, acting);
  if (saved.ok) desk.offices.forget();
  return saved;
}

/** The rows and their place, carried through a page on which nothing is typed. */
function carriedOf({ all, values }: FormFields): FormValues {
  const names = Object.keys(values).filter((name) => name.startsWith('b.') || name === 'sesudah');
  return Object.fromEntries(names.map((name) => [name, all(name).slice(0, 1)]));
}

function kindOf(c: Context): ReportKind | null {
  return REPORT_KINDS.find((one) => one === c.req.param('kind')) ?? null;
}

type FoundChapter = {
  readonly kind: ReportKind;
  readonly part: OfficeEdit['part'];
  readonly body: readonly unknown[];
  /** Its place in the report; null for a new one. */
  readonly at: number | null;
  readonly rows: readonly ReportRow[];
  readonly seen: string;
  readonly last: number;
  readonly place: ChapterPlace;
};

function findChapter(c: Context, { office, face }: AtWork): FoundChapter | null {
  const kind = kindOf(c);
  const named = c.req.param('chapter') ?? '';
  if (kind === null) return null;
  const values = officeValues(office.data);
  const part = { path: ['reports'], ids: ['kind'], item: kind };
  const report = partOf(values, part);
  const body = bodyOf(report);
  const at = named === NEW ? null : Number(named) - 1;
  const node = at === null ? null : body[at];
  if (report === null || node === undefined || (at !== null && !/^\d{1,3}$/.test(named))) return null;
  const seen = partMark(values, part);
  const place: ChapterPlace = {
    ...{ staff: face, office: office.data, kind, report: String(report.title ?? kind), seen },
    action: `/petugas/kantor/laporan/${kind}/${named}`,
    chapters: body.map((one, index) => ({ value: String(index + 1), label: nameOfChapter(one, index) })),
    isNew: at === null,
    figures: figuresOf(office.data),
  };
  const rows = at === null ? NEW_CHAPTER : rowsOfNode(node);
  return { kind, part, body, at, rows, seen, last: body.length, place };
}

function bodyOf(report: PartValue | null): readonly unknown[] {
  return Array.isArray(report?.body) ? report.body : [];
}

/** Its heading, or the first words of it. */
function nameOfChapter(node: unknown, at: number): string {
  const [row] = rowsOfNode(node);
  const { heading, title, text } = row?.fields ?? {};
  return `${at + 1}. ${(heading || title || text || row?.type || '').slice(0, 80)}`;
}

function showChapter(
  c: Context,
  desk: AdministrationDesk,
  _work: AtWork,
  found: FoundChapter,
  typed: { readonly rows: readonly ReportRow[]; readonly after: number; readonly errors: PartErrors },
): Response {
  const failed = Object.keys(typed.errors).length > 0;
  const body = <ChapterFormView {...found.place} seen={found.seen} {...typed} />;
  return page(c, desk, { title: wordsFor(c)('admin.s.reports'), failed }, body, {
    status: failed ? 422 : 200,
  });
}

function showOutline(
  c: Context,
  desk: AdministrationDesk,
  { office, face }: AtWork,
  kind: ReportKind,
): Response | Promise<Response> {
  const report = partOf(officeValues(office.data), { path: ['reports'], ids: ['kind'], item: kind });
  if (report === null) return c.notFound();
  const body = (
    <ReportOutlineView
      staff={face}
      kind={kind}
      title={String(report.title ?? kind)}
      chapters={bodyOf(report).map((node, at) => ({
        name: nameOfChapter(node, at),
        lines: rowsOfNode(node).length,
        href: `/petugas/kantor/laporan/${kind}/${at + 1}`,
      }))}
    />
  );
  return page(c, desk, { title: wordsFor(c)('admin.s.reports') }, body);
}
