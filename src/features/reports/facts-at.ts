/** The moment a report reads the register at: as things stood (`effective`), from what was recorded (`known`). */
export type ReadingMoment = {
  /** Instant of reading: the period's end, or now if that is earlier. */
  readonly effectiveAt: Date;
  /** `--as-of`: only what Tanggap had recorded then; null = everything recorded. */
  readonly knownAt: Date | null;
  readonly now: Date;
};

/** A report reads the last instant of its period, or now if that is earlier. `end` in milliseconds. */
export function readingMoment(end: number, now: Date, knownAt: Date | null): ReadingMoment {
  return { effectiveAt: new Date(Math.min(end - 1, now.getTime())), knownAt, now };
}

export type FactsQuery = {
  readonly moment: ReadingMoment;
  readonly columns: string;
  readonly where?: string;
  readonly alias?: string;
  /** Placeholder of the instant of reading, where a query reads two moments. */
  readonly at?: string;
  /** Columns that only the case's current row has, e.g. its finished steps. */
  readonly ofCase?: string;
};

/**
 * The facts of one office at a moment, as the FROM item of a query. $1 office, $2 and $3 first and last day of
 * receipt, $4 instant of reading, $5 instant of knowledge.
 *
 * Rule 36: status, outcome and times as they stood at the end of the period, from everything recorded.
 * What stands now is one row a case; the past is only read when the moment lies in it.
 */
export function factsAt(query: FactsQuery): string {
  const { moment, columns, where = 'counted', alias = 'f', at = '$4', ofCase } = query;
  const selected = ofCase === undefined ? columns : `${columns}, ${ofCase}`;
  const past = inThePast(moment);
  // An act that was committed since `now`, and before the snapshot, took the place of what stood: at present it counts.
  const stood = past ? `effective_from <= ${at}` : `${at}::timestamptz <= $5`;
  const current = `
    select ${selected} from report_fact
    where office_id = $1 and received_on between $2 and $3 and ${where}
      and ${stood} and recorded_from <= $5`;
  if (!past) return `(${current}) ${alias}`;
  const itsCase =
    ofCase === undefined
      ? ''
      : `join lateral (select ${ofCase} from report_fact c
          where c.office_id = report_fact_past.office_id and c.case_id = report_fact_past.case_id) its_case on true`;
  // An index stands on the earlier of the two ends: nothing is read at a moment later than its knowledge.
  return `(${current}
    union all
    select ${selected} from report_fact_past ${itsCase}
    where office_id = $1 and received_on between $2 and $3 and ${where}
      and effective_from <= ${at} and effective_to > ${at} and least(effective_to, recorded_to) > ${at}
      and recorded_from <= $5 and recorded_to > $5) ${alias}`;
}

/** Whether something may have changed since. */
export function inThePast({ effectiveAt, knownAt, now }: ReadingMoment): boolean {
  return effectiveAt < now || knownAt !== null;
}

/** The values of $1 to $5. A reading later than its knowledge would see time that had not passed: it is cut there. */
export function factValues(
  officeId: number,
  from: string,
  to: string,
  moment: ReadingMoment,
): readonly [number, string, string, Date, Date] {
  const known = knownUntil(moment);
  return [officeId, from, to, earlier(moment.effectiveAt, known), known];
}

export function earlier(one: Date, other: Date): Date {
  return new Date(Math.min(one.getTime(), other.getTime()));
}

/** Everything recorded up to here is known; without `--as-of` whatever the snapshot holds, also what `now` does not yet. */
export function knownUntil({ knownAt }: ReadingMoment): Date {
  return knownAt ?? FOREVER;
}

const FOREVER = new Date('9999-12-31T00:00:00Z');
