import type { Pool } from 'pg';
import { addMonths, civilDateOf, epochDayOf } from '../../../domain/calendar/epoch-day.ts';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { KINDS, type Kind } from '../../../domain/complaint/vocabulary.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { vocabularyWord } from '../store/vocabulary-code.ts';

export type LiveFigures = {
  readonly year: number;
  /** By kind (rule 2), this year in the office's zone; kinds without a case are zero. */
  readonly received: Readonly<Record<Kind, number>>;
  readonly open: number;
  /** Of those received this year. */
  readonly finished: number;
  readonly overdue: number;
};

/** Live counters of an office for its public page: numbers only, protected cases included, nobody's name. */
export async function readLiveFigures(pool: Pool, office: Office, now: number): Promise<LiveFigures> {
  const { year } = civilDateOf(localDay(now, office.zone));
  const from = epochDayOf(year, 1, 1);
  const [start, end] = [from, addMonths(from, 12)].map((day) => new Date(startOfDay(day, office.zone)));
  return withOffice(
    pool,
    office.officeId,
    async (tx) => {
      const { rows } = await tx.query<{ kind: number; count: number; finished: number }>(
        `select kind, count(*)::int count, count(*) filter (where not is_open)::int finished from complaint_case
          where office_id = $1 and counted and received_at >= $2 and received_at < $3 group by kind`,
        [office.officeId, start, end],
      );
      const open = await tx.query<{ open: number; overdue: number }>(
        `select count(*)::int open, count(*) filter (where due_at < $2)::int overdue from complaint_case
          where office_id = $1 and is_open`,
        [office.officeId, new Date(now)],
      );
      const counts = new Map(rows.map((row) => [vocabularyWord(KINDS, row.kind), row.count]));
      const of = (kind: Kind) => counts.get(kind) ?? 0;
      return {
        year,
        received: {
          pengaduan: of('pengaduan'),
          aspirasi: of('aspirasi'),
          'permintaan-informasi': of('permintaan-informasi'),
          'permohonan-layanan': of('permohonan-layanan'),
          whistleblowing: of('whistleblowing'),
        },
        open: open.rows[0]?.open ?? 0,
        overdue: open.rows[0]?.overdue ?? 0,
        finished: rows.reduce((sum, row) => sum + row.finished, 0),
      };
    },
    { readOnly: true },
  );
}
