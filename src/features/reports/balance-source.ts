import { PROVENANCES } from '../../domain/complaint/vocabulary.ts';
import { periodInstants } from '../../domain/reports/report-period.ts';
import { FIRST_DAY, IS_OPEN } from './balance.read.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { earlier, factsAt, factValues, knownUntil } from './facts-at.ts';
import { NUMBERED_ELSEWHERE } from './packed-cut.ts';
import { FIGURE_COLUMNS, type FigureSource, type SourceContext } from './source-context.ts';

/** The lines of the balance over every case received until the period's end; `was_open` at the end of the one before. */
const LINES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    opening: 'before and was_open',
    received: 'not before',
    reopened: 'before and not was_open and open',
    finished: 'not open and not imported and (not before or was_open)',
    'old-register': 'not open and imported and (not before or was_open)',
    closing: 'open',
  }),
);

/** The cases behind a line of the balance, or behind a number of its reconciliation (rules 11 and 36). */
export function balanceSource(key: string, context: SourceContext): FigureSource | null {
  const line = LINES.get(key);
  return line === undefined ? reconciliationSource(key, context) : lineSource(line, context);
}

function lineSource(line: string, { office, period, moment }: SourceContext): FigureSource {
  const formerEnd = new Date(periodInstants(period, office.zone).start - 1);
  const closing = factsAt({
    moment,
    columns: `${FIGURE_COLUMNS}, ${IS_OPEN} as open`,
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

const OLD_REGISTER = `provenance = ${PROVENANCES.indexOf('register-lama')}`;
const RECEIVED_HERE = 'received_on between $6 and $7';
const NUMBERED_HERE = 'registered_on between $6 and $7';

/** The conditions by which `readReconciliation` counts; $6 and $7 are the first and last day of the period. */
const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cancelled: `not counted and cancelled and ${RECEIVED_HERE} and ${NUMBERED_HERE}`,
    merged: `not counted and not cancelled and ${RECEIVED_HERE} and ${NUMBERED_HERE}`,
    'received-elsewhere': `${NUMBERED_ELSEWHERE} and not (${RECEIVED_HERE}) and ${NUMBERED_HERE}`,
    'numbered-elsewhere': `${NUMBERED_ELSEWHERE} and counted and ${RECEIVED_HERE} and not (${NUMBERED_HERE})`,
    imported: `counted and registered_on is null and ${OLD_REGISTER} and ${RECEIVED_HERE}`,
    'not-yet-registered': `counted and registered_on is null and not (${OLD_REGISTER}) and ${RECEIVED_HERE}`,
  }),
);

function reconciliationSource(key: string, context: SourceContext): FigureSource | null {
  if (key === 'numbers-given') return numbersSource(context);
  const where = PARTS.get(key);
  if (where === undefined) return null;
  const { office, period, moment } = context;
  // A number stands over the whole time of its case: read from the latest that is known.
  const latest = { ...moment, effectiveAt: knownUntil(moment) };
  const read = key === 'received-elsewhere' || key === 'numbered-elsewhere' ? latest : moment;
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
