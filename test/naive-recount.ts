import type { RecordedEvent } from '../src/domain/complaint/event.ts';
import type { ReportCell } from '../src/domain/reports/report-cell.ts';
import type { ReportPeriod } from '../src/domain/reports/report-period.ts';

export type Margins = Readonly<Record<string, number>>;

/**
 * What a clerk would count with a pencil: the entries of each case read one after the other, without fold, timeline or
 * SQL. By kind and each of month of receipt, channel, *Selesai* or not, unit. `at` is the instant of reading (ISO); for
 * offices in WITA.
 */
export function naiveRecount(
  histories: readonly (readonly RecordedEvent[])[],
  period: ReportPeriod,
  at: string,
): Margins {
  const counts: Record<string, number> = {};
  for (const history of histories) {
    const row = rowOf(history, at);
    const day = witaDay(row.receipts.toSorted()[0] ?? '');
    if (row.away || day < period.from || day > period.to) continue;
    for (const value of [day.slice(0, 7), row.channel, row.ended ? 'selesai' : 'terbuka', row.unit]) {
      const key = `${row.kind} ${value}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

/** The same margins from the cells of a report. */
export function marginsOf(cells: readonly ReportCell[]): Margins {
  const counts: Record<string, number> = {};
  const add = (key: string, count: number): void => {
    counts[key] = (counts[key] ?? 0) + count;
  };
  for (const { cut, kind, keys, count } of cells) {
    if (cut === 0) {
      add(`${kind} ${keys[1] === 'closed' || keys[1] === 'filed' ? 'selesai' : 'terbuka'}`, count);
    }
    if (cut === 1) for (const key of keys) add(`${kind} ${key}`, count);
    if (cut === 3) add(`${kind} ${keys[0]}`, count);
  }
  return counts;
}

function rowOf(history: readonly RecordedEvent[], at: string) {
  const row = {
    kind: '',
    channel: '',
    unit: null as string | null,
    ended: false,
    away: false,
    receipts: [] as string[],
  };
  const absorbed = new Map<string, string>();
  let own = '';
  for (const { event } of history) {
    const then = event.at <= at;
    if (event.type === 'received') {
      own = event.receivedAt;
      row.kind = event.kind;
      row.channel = event.channel;
    }
    if (event.type === 'imported-from-register') row.ended = event.status === 'closed';
    if (event.type === 'classified') row.kind = event.kind;
    if (event.type === 'corrected') {
      own = event.changes.receivedAt ?? own;
      row.kind = event.changes.kind ?? row.kind;
      row.channel = event.changes.channel ?? row.channel;
    }
    if (event.type === 'cancelled' || event.type === 'merged') row.away = true;
    if (event.type === 'unmerged') row.away = false;
    if (event.type === 'absorbed') absorbed.set(event.other, event.otherReceivedAt);
    if (event.type === 'released') absorbed.delete(event.other);
    if (then && event.type === 'disposed') row.unit = event.unit;
    if (then && event.type === 'handed-over') row.unit = event.toUnit;
    if (then && ['closed', 'withdrawn', 'archived', 'filed'].includes(event.type)) row.ended = true;
    if (then && event.type === 'reopened') row.ended = false;
  }
  return { ...row, receipts: [own, ...absorbed.values()] };
}

export function witaDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
