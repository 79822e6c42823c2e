import { CHANNELS } from '../../domain/complaint/vocabulary.ts';
import { periodInstants, previousPeriod, type ReportPeriod } from '../../domain/reports/report-period.ts';
import type { SecondCount } from '../../domain/reports/second-count.ts';
import { tableShape } from '../../domain/reports/table-shapes.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { vocabularyWord } from '../cases/store/vocabulary-code.ts';
import type { Office } from '../offices/office.read.ts';
import { IS_OPEN, readCarried } from './balance.read.ts';
import { earlier, factsAt, factValues, knownUntil, type ReadingMoment } from './facts-at.ts';
import type { SourceContext } from './source-context.ts';

/** One group of one axis; the others are null, and all are of the total. */
type Group = {
  readonly axis: 'by-month' | 'by-channel' | 'by-service' | 'total';
  readonly month: string | null;
  readonly channel: number | null;
  readonly service: number | null;
  readonly count: number;
};

/** The period counted again by statements of their own; in the transaction of the first count, hence of one state. */
export async function readSecondCount(
  tx: Tx,
  { office, period, moment }: SourceContext,
  withBalance: boolean,
): Promise<SecondCount> {
  const { rows } = await tx.query<Group>({
    text: `select case when grouping(month) = 0 then 'by-month' when grouping(channel) = 0 then 'by-channel'
          when grouping(service) = 0 then 'by-service' else 'total' end as axis,
        month, channel, service, count(*)::int as count
      from ${factsAt({ moment, columns: `to_char(received_on, 'YYYY-MM') as month, channel, service` })}
      group by grouping sets ((month), (channel), (service), ())`,
    values: [...factValues(office.officeId, period.from, period.to, moment)],
    name: '',
  });
  return {
    total: rows.find(({ axis }) => axis === 'total')?.count ?? 0,
    rows: new Map(
      rows.flatMap((row) => (row.axis === 'total' ? [] : [[keyOf(row, office, period), row.count]])),
    ),
    formerClosing: withBalance ? await readFormerClosing(tx, office, period, moment) : null,
  };
}

function keyOf({ axis, month, channel, service }: Group, office: Office, period: ReportPeriod): string {
  if (month !== null) return `${axis}/${month}`;
  if (channel !== null) return `${axis}/${vocabularyWord(CHANNELS, channel)}`;
  if (service !== null) return `${axis}/${office.codes.keyOf('service', service) ?? `#${service}`}`;
  return `${axis}/${tableShape('by-service', office.data, period).undetermined.key}`;
}

/**
 * The period before this one by its own flow. What it received is read from what is known last: a case that is missing
 * among those that stood at its end was received all the same, and keeps this from being the opening.
 */
async function readFormerClosing(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<number> {
  const former = previousPeriod(period);
  const known = knownUntil(moment);
  const end = new Date(periodInstants(period, office.zone).start - 1);
  const atItsEnd = { ...moment, effectiveAt: earlier(end, known) };
  const received = factsAt({ moment: { ...moment, effectiveAt: known }, columns: '1', at: '$6' });
  const finished = factsAt({
    moment: atItsEnd,
    columns: '1',
    where: `counted and not (${IS_OPEN})`,
  });
  const before = await readCarried(tx, office, former, atItsEnd);
  const { rows } = await tx.query<{ readonly received: number; readonly finished: number }>({
    text: `select (select count(*)::int from ${received}) as received, (select count(*)::int from ${finished}) as finished`,
    values: [...factValues(office.officeId, former.from, former.to, atItsEnd), known],
    name: '',
  });
  const [own] = rows;
  if (own === undefined) throw new Error('an aggregate gave no row');
  const gone = before.finished + before.old_register + before.not_recorded + own.finished;
  return before.opening + own.received + before.reopened - gone;
}
