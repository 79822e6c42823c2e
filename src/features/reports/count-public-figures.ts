import type { Pool } from 'pg';
import { civilDateOf } from '../../domain/calendar/epoch-day.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import { FINISHED } from '../../domain/complaint/status-sets.ts';
import { KINDS, type Kind } from '../../domain/complaint/vocabulary.ts';
import type { ReportTable } from '../../domain/office/office-data.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import type { Office } from '../offices/office.read.ts';
import { countReport } from './count-report.ts';

/** What the public may read of this year; all of it about the cases received in it (rule 36). */
export type PublicFigures = {
  readonly year: number;
  readonly received: Readonly<Record<Kind, number>>;
  readonly total: number;
  readonly finished: number;
  readonly open: number;
  /** Neither, as far as the old register tells (rule 37). */
  readonly unrecorded: number;
  /** Answered after the limit, or not answered though it has passed. */
  readonly late: number;
};

/** Counted as the report of this year would count them now: the page and the report never differ. `now` in milliseconds. */
export async function countPublicFigures(pool: Pool, office: Office, now: number): Promise<PublicFigures> {
  const { year } = civilDateOf(localDay(now, office.zone));
  const period = parsePeriod(String(year));
  if (period === null) throw new Error(`No period of the year ${year}`);
  const counted = await countReport(pool, {
    office,
    period,
    asOf: null,
    now: new Date(now),
    tables: ['by-kind', 'by-status', 'on-time'],
    register: null,
  });
  const count = (table: ReportTable, keys: readonly string[]) => {
    const rows = counted.tables.find((one) => one.id === table)?.rows ?? [];
    return rows.reduce((sum, row) => sum + (keys.includes(row.key) ? row.count : 0), 0);
  };
  const received = Object.fromEntries(KINDS.map((kind) => [kind, count('by-kind', [kind])]));
  const finished = count('by-status', FINISHED);
  const unrecorded = count('by-status', ['not-recorded']);
  const { total } = counted.totals;
  return {
    year,
    received: { ...NONE, ...received },
    total,
    finished,
    open: total - finished - unrecorded,
    unrecorded,
    late: count('on-time', ['late']),
  };
}

const NONE: Readonly<Record<Kind, number>> = {
  pengaduan: 0,
  aspirasi: 0,
  'permintaan-informasi': 0,
  'permohonan-layanan': 0,
  whistleblowing: 0,
};
