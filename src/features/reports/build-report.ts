import type { Pool } from 'pg';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import type { DocumentMeta, DocumentTree } from '../../domain/documents/blocks.ts';
import {
  REPORT_TABLES,
  type ReportKind,
  type ReportNode,
  type ReportTable,
  type ReportTemplate,
} from '../../domain/office/office-data.ts';
import { buildReportTree } from '../../domain/reports/build-report-tree.ts';
import { type CheckResult, checkReport } from '../../domain/reports/check-report.ts';
import { periodFits, periodInText, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Viewer } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import { readSigningDeputies } from '../people/deputies/signing-deputies.read.ts';
import { type Counted, countReport } from './count-report.ts';

export type ReportRequest = {
  readonly office: Office;
  readonly kind: ReportKind;
  readonly period: ReportPeriod;
  readonly asOf: Date | null;
  readonly now: Date;
  /** Counts every table of the contract, also those that the office's report does not print. */
  readonly allTables: boolean;
  readonly paper: DocumentMeta['paper'];
  /** Under whose keys the register behind the report and who signs are read; null for formats that print neither (JSON). */
  readonly register: Keyring | null;
  /** Whose draft it is: rows about him are withheld (rule 28). Absent for the office's own paper. */
  readonly viewer?: Viewer | null;
};

export type BuiltReport = {
  readonly ok: true;
  readonly tree: DocumentTree;
  readonly counted: Counted;
  readonly checks: readonly CheckResult[];
};
export type ReportRefusal = {
  readonly ok: false;
  readonly refusal:
    | 'no-report-of-this-kind'
    | 'period-does-not-fit'
    | 'period-not-begun'
    | 'unknown-figure'
    | 'missing-table';
  /** Says what to do. */
  readonly why: string;
};

/**
 * One periodic report of an office: counted twice, told in the office's own words, and checked. Refuses when the office has
 * no text for this kind, when kind and period do not go together, and before the period has begun.
 */
export async function buildReport(pool: Pool, request: ReportRequest): Promise<BuiltReport | ReportRefusal> {
  const { office, kind, period, now } = request;
  const template = office.data.reports.find((one) => one.kind === kind);
  if (template === undefined) {
    const known = office.data.reports.map((one) => one.kind).join(', ');
    return refuse(
      'no-report-of-this-kind',
      `Kantor ini tidak mempunyai naskah laporan ${kind}. Yang ada: ${known}.`,
    );
  }
  if (!periodFits(kind, period)) {
    return refuse('period-does-not-fit', `Laporan ${kind} tidak dapat dibuat untuk ${periodInText(period)}.`);
  }
  const known = localDate((request.asOf ?? now).getTime(), office.zone);
  if (period.from > known) return refuse('period-not-begun', `${period.label} belum dimulai.`);

  const tables = request.allTables ? REPORT_TABLES : tablesOf(template);
  const counted = await countReport(pool, { ...request, tables, twice: true });
  const { register } = request;
  const deputies =
    register === null
      ? []
      : await withOffice(pool, office.officeId, (tx) =>
          readSigningDeputies(tx, register, office.officeId, counted.dated),
        );
  const built = buildReportTree({
    deputies,
    office: office.data,
    kind,
    period,
    template,
    tables: counted.tables,
    balance: counted.balance,
    sopSteps: counted.sopSteps,
    book: counted.book,
    registerRows: counted.registerRows,
    registerLeftOut: counted.registerRows.length === 0 && counted.totals.total + counted.totals.cancelled > 0,
    // Dated on its making: before the period's end the check says that it cannot be issued yet.
    dated: counted.dated,
    madeAt: (request.asOf ?? now).toISOString(),
    asOf: request.asOf === null ? null : formatInstant(request.asOf.getTime(), office.zone),
    paper: request.paper,
    emblemSvg: office.data.letterhead.emblemSvg ?? null,
  });
  if (!built.ok) {
    return built.refusal === 'unknown-figure'
      ? refuse('unknown-figure', `Naskah laporan ${kind} menyebut angka {${built.figure}} yang tidak ada.`)
      : refuse('missing-table', `Naskah laporan ${kind} meminta tabel ${built.table} yang tidak dihitung.`);
  }
  return { ok: true, tree: built.tree, counted, checks: checkReport(built.tree, counted, period) };
}

/** Tables that the text prints or takes a figure from. */
function tablesOf(template: ReportTemplate): readonly ReportTable[] {
  const text = JSON.stringify(template.body);
  const printed = new Set(tableNodes(template.body));
  return REPORT_TABLES.filter((id) => printed.has(id) || text.includes(`${id}.`));
}

function tableNodes(nodes: readonly ReportNode[]): readonly ReportTable[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return [node.id];
    return node.type === 'section' ? tableNodes(node.body) : [];
  });
}

function refuse(refusal: ReportRefusal['refusal'], why: string): ReportRefusal {
  return { ok: false, refusal, why };
}
