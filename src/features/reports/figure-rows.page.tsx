import type { Handler } from 'hono';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatDue } from '../../domain/calendar/format-instant.ts';
import type { RowsQuery } from '../../domain/documents/blocks.ts';
import { formatNumber } from '../../domain/documents/format-number.ts';
import { tableAnchor } from '../../domain/documents/number-tree.ts';
import { REPORT_KINDS } from '../../domain/office/office-data.ts';
import { figureWords } from '../../domain/reports/figure-words.ts';
import { parsePeriod, periodInstants } from '../../domain/reports/report-period.ts';
import { kindLabel } from '../../domain/reports/table-shapes.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { type StaffDesk, staffPage } from '../people/staff-desk.tsx';
import { readingMoment } from './facts-at.ts';
import { readFigureRows } from './figure-rows.read.ts';
import { FigureRowsView } from './figure-rows.view.tsx';

const MOST_ROWS = 500;

/** `/petugas/laporan/baris?…`: the register rows behind one number (design law 2). */
export function figureRowsPage(desk: StaffDesk): Handler {
  return staffPage(desk, ['report/build'], async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const query: RowsQuery = Object.fromEntries(
      Object.entries(c.req.query()).map(([name, value]) => [name, value.slice(0, 100)]),
    );
    const period = parsePeriod(query.period ?? '');
    if (period === null) return c.notFound();
    const now = new Date(desk.clock());
    const { end } = periodInstants(period, office.zone);
    const moment = readingMoment(end, now, null);
    const viewer = viewerOf(actor, office.codes);
    const found = await withOffice(
      desk.pool,
      office.officeId,
      (tx) => readFigureRows(tx, office, query, viewer, { moment, most: MOST_ROWS }),
      { long: true },
    );
    if (found === null) return c.notFound();
    const count = (value: number) => formatNumber(value, 0, words.language);
    const notes = [
      ...(found.withheld > 0 ? [words('report.rows-withheld', { count: count(found.withheld) })] : []),
      ...(found.total > MOST_ROWS ? [words('report.rows-more', { shown: count(MOST_ROWS) })] : []),
    ];
    const rows = found.rows.map((row) => ({
      ticket: row.ticket,
      number: row.printed ?? row.sourceNumber ?? '',
      received: formatDate(row.receivedOn, row.precision === 'month' ? 'month' : 'long', words.language),
    }));
    const kind = REPORT_KINDS.find((one) => one === query.jenis);
    const figure = figureWords(query, {
      office: office.named,
      sopEditions: office.sopEditions,
      period,
      template: office.data.reports.find((one) => one.kind === kind),
      total: found.total,
      imported: found.imported,
    });
    const asked = kind === undefined ? '' : `?${new URLSearchParams({ jenis: kind, masa: period.text })}`;
    const anchor = asked === '' || query.table === undefined ? '' : `#${tableAnchor(query.table)}`;
    const kinds = found.kinds.map(
      (one) => `${kindLabel(office.data, one.kind).toLowerCase()} (${count(one.count)})`,
    );
    const facts = [
      words('report.rows-title', { count: count(found.total) }),
      words('report.rows-moment', {
        period: period.label,
        moment: formatDue(Math.min(end, now.getTime()), office.zone, words.language),
      }),
      ...(kinds.length > 0 ? [words('report.rows-kinds', { kinds: kinds.join(', ') })] : []),
    ];
    return page(
      c,
      desk,
      { title: words('report.rows-page') },
      <FigureRowsView
        staff={work.face}
        back={`/petugas/laporan${asked}${anchor}`}
        table={figure.table}
        line={figure.line}
        notes={[...facts, ...notes]}
        rows={rows}
      />,
    );
  });
}
