/** The moment a report reads the register at: as things stood (`effective`), from what was recorded (`known`). */
export type ReadingMoment = {
  /** Instant of reading: the period's end, or now if that is earlier. */
  readonly effectiveAt: Date;
  /** `--as-of`: only what Tanggap had recorded then; null = everything recorded up to now. */
  readonly knownAt: Date | null;
  readonly now: Date;
};

export type FactsQuery = {
  readonly moment: ReadingMoment;
  readonly columns: string;
  readonly where?: string;
  readonly alias?: string;
  /** Placeholders of the last day of receipt and of the instant of reading, where a query reads two moments. */
  readonly to?: string;
  readonly at?: string;
};

/**
 * The facts of one office at a moment, as the FROM item of a query. $1 office, $2 and $3 first and last day of
 * receipt, $4 instant of reading, $5 instant of knowledge.
 *
 * Rule 36: status, outcome and times as they stood at the end of the period, from everything recorded up to now.
 * What stands now is one row a case; the past is only read when the moment lies in it.
 */
export function factsAt(query: FactsQuery): string {
  const { moment, columns, where = 'counted', alias = 'f', to = '$3', at = '$4' } = query;
  const current = `
    select ${columns} from report_fact
    where office_id = $1 and received_on between $2 and ${to} and ${where}
      and effective_from <= ${at} and recorded_from <= $5`;
  const inThePast = moment.effectiveAt < moment.now || moment.knownAt !== null;
  if (!inThePast) return `(${current}) ${alias}`;
  return `(${current}
    union all
    select ${columns} from report_fact_past
    where office_id = $1 and received_on between $2 and ${to} and ${where}
      and effective_from <= ${at} and effective_to > ${at} and recorded_from <= $5 and recorded_to > $5) ${alias}`;
}

/** The values of $1 to $5. A reading later than its knowledge would see time that had not passed: it is cut there. */
export function factValues(
  officeId: number,
  from: string,
  to: string,
  { effectiveAt, knownAt, now }: ReadingMoment,
): readonly [number, string, string, Date, Date] {
  const known = knownAt ?? now;
  return [officeId, from, to, effectiveAt < known ? effectiveAt : known, known];
}
