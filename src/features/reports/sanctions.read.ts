import type { SanctionCount } from '../../domain/reports/count-sanctions.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { factsAt, factValues, knownUntil } from './facts-at.ts';
import { FIGURE_COLUMNS, type FigureSource, type SourceContext } from './source-context.ts';

const LINES = ['decided', 'none', 'pending'] as const;
type Line = (typeof LINES)[number];

/** The line of a case with a finding; $3 and $6 are the last and first day of the period. */
const LINE_OF_CASE = `case
    when sanctioned_on between $6 and $3 then case when sanction = 0 then 'none' else 'decided' end
    when found_on <= $3 and coalesce(sanctioned_on > $3, true) then 'pending' end`;

/**
 * Rule 29: sanctions are decided outside and only recorded here. Decisions count by the date of their decree, from
 * everything known, also those of cases received before the period; awaiting one are cases with a finding by its end
 * and no decision dated by then.
 */
export async function readSanctions(tx: Tx, context: SourceContext): Promise<SanctionCount> {
  const { from, values } = sanctionLines(context, LINES);
  const { rows } = await tx.query<{ readonly line: Line; readonly count: number }>({
    text: `select line, count(*)::int as count from ${from} group by 1`,
    values: [...values],
    name: '',
  });
  const count = (line: Line): number => rows.find((row) => row.line === line)?.count ?? 0;
  return { decided: count('decided'), none: count('none'), pending: count('pending') };
}

/** The cases of one line of the table. */
export function sanctionsSource(key: string, context: SourceContext): FigureSource | null {
  const line = LINES.find((one) => one === key);
  return line === undefined ? null : sanctionLines(context, [line]);
}

function sanctionLines({ office, period, moment }: SourceContext, lines: readonly Line[]): FigureSource {
  const latest = { ...moment, effectiveAt: knownUntil(moment) };
  const facts = factsAt({
    moment: latest,
    columns: `${FIGURE_COLUMNS}, ${LINE_OF_CASE} as line`,
    where: 'counted and found_on is not null',
  });
  return {
    from: `(select * from ${facts} where line in (${lines.map((line) => `'${line}'`).join(', ')})) f`,
    values: [...factValues(office.officeId, '0001-01-01', period.to, latest), period.from],
  };
}
