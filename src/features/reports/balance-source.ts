import { periodInstants } from '../../domain/reports/report-period.ts';
import { FIRST_DAY, IS_OPEN, IS_UNRECORDED } from './balance.read.ts';
import { BALANCE_LINES } from './balance-lines.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { earlier, factsAt, factValues, knownUntil } from './facts-at.ts';
import { NUMBERED_ELSEWHERE } from './packed-cut.ts';
import { partSql, RECONCILIATION_PARTS } from './reconciliation-parts.ts';
import { FIGURE_COLUMNS, type FigureSource, type SourceContext } from './source-context.ts';

const LINES: ReadonlyMap<string, string> = new Map(Object.entries(BALANCE_LINES));

/** The cases behind a line of the balance, or behind a number of its reconciliation (rules 11 and 36). */
export function balanceSource(key: string, context: SourceContext): FigureSource | null {
  const line = LINES.get(key);
  return line === undefined ? reconciliationSource(key, context) : lineSource(line, context);
}

function lineSource(line: string, { office, period, moment }: SourceContext): FigureSource {
  const formerEnd = new Date(periodInstants(period, office.zone).start - 1);
  const closing = factsAt({
    moment,
    columns: `${FIGURE_COLUMNS}, ${IS_OPEN} as open, ${IS_UNRECORDED} as unrecorded`,
  });
  const openBefore = factsAt({
    moment: { ...moment, effectiveAt: formerEnd },
    columns: 'case_id',
    where: `counted and ${IS_OPEN} and received_on < $7`,
    alias: 'b',
    at: '$6',
  });
  return {
    from: `(select case_id, received_on, kind, imported from (
        select f.*, f.received_on < $7 as before, b.case_id is not null as was_open
        from ${closing} left join ${openBefore} on b.case_id = f.case_id) s where ${line}) f`,
    values: [
      ...factValues(office.officeId, FIRST_DAY, period.to, moment),
      earlier(formerEnd, knownUntil(moment)),
      period.from,
    ],
  };
}

function reconciliationSource(key: string, context: SourceContext): FigureSource | null {
  if (key === 'numbers-given') return numbersSource(context);
  const part = RECONCILIATION_PARTS.find((one) => one === key);
  if (part === undefined) return null;
  const { office, period, moment } = context;
  // A number stands over the whole time of its case: read from the latest that is known.
  const latest = { ...moment, effectiveAt: knownUntil(moment) };
  const apart = part === 'received-elsewhere' || part === 'numbered-elsewhere';
  const read = apart ? latest : moment;
  const where = apart ? `${NUMBERED_ELSEWHERE} and ${partSql(part)}` : partSql(part);
  return {
    from: factsAt({ moment: read, columns: FIGURE_COLUMNS, where }),
    values: [...factValues(office.officeId, FIRST_DAY, '9999-12-31', read), period.from, period.to],
  };
}

/** Straight from the register's own entries, as they are counted. */
function numbersSource({ office, period, moment }: SourceContext): FigureSource {
  const { start, end } = periodInstants(period, office.zone);
  return {
    from: `(select e.case_id, r.received_on, r.kind, (${ON_OLD_REGISTER}) as imported from register_entry e
        join report_fact r on r.office_id = e.office_id and r.case_id = e.case_id
        where e.office_id = $1 and e.given_at >= $2 and e.given_at < $3 and e.given_at <= $4) f`,
    values: [office.officeId, new Date(start), new Date(end), knownUntil(moment)],
  };
}
