import { PROVENANCES } from '../../domain/complaint/vocabulary.ts';

/** How a case stands to the numbers of a period (rule 11). */
export type NumberStanding = {
  readonly received_here: boolean;
  /** Whether its register number was given in the period, in another one, or not at all. */
  readonly numbered: (typeof NUMBERED)[number];
  readonly counted: boolean;
  readonly cancelled: boolean;
  readonly old_register: boolean;
};

const NUMBERED = ['never', 'here', 'elsewhere'] as const;

export const RECONCILIATION_PARTS = [
  'cancelled',
  'merged',
  'received-elsewhere',
  'numbered-elsewhere',
  'imported',
  'not-yet-registered',
] as const;
type Part = (typeof RECONCILIATION_PARTS)[number];

/**
 * Whether a case stands in a part of the reconciliation. By this one rule the parts are counted from packed marks, and
 * the cases behind them opened from the facts (`partSql`).
 */
export function isInPart(part: Part, at: NumberStanding): boolean {
  switch (part) {
    case 'cancelled':
      return at.cancelled && at.received_here && at.numbered !== 'never';
    case 'merged':
      return !at.counted && !at.cancelled && at.received_here && at.numbered === 'here';
    case 'received-elsewhere':
      return !at.received_here && at.numbered === 'here';
    case 'numbered-elsewhere':
      return (at.counted || at.cancelled) && at.received_here && at.numbered === 'elsewhere';
    case 'imported':
      return at.counted && at.received_here && at.numbered === 'never' && at.old_register;
    case 'not-yet-registered':
      return at.counted && at.received_here && at.numbered === 'never' && !at.old_register;
  }
}

/** `NumberStanding` as SQL over a fact row; $6 and $7 are the first and last day of the period. */
const COLUMNS: Readonly<Record<keyof NumberStanding, string>> = {
  received_here: 'received_on between $6 and $7',
  numbered:
    "case when registered_on is null then 'never' when registered_on between $6 and $7 then 'here' else 'elsewhere' end",
  counted: 'counted',
  cancelled: 'cancelled',
  old_register: `provenance = ${PROVENANCES.indexOf('register-lama')}`,
};

/** The columns of a `NumberStanding`, each under its name. */
export const STANDING_COLUMNS = Object.entries(COLUMNS)
  .map(([name, sql]) => `(${sql}) as ${name}`)
  .join(', ');

/** The rule as a condition on a fact row: all standings that it holds for. */
export function partSql(part: Part): string {
  const { received_here, numbered, counted, cancelled, old_register } = COLUMNS;
  const held = STANDINGS.filter((at) => isInPart(part, at)).map(
    (at) => `(${at.received_here}, '${at.numbered}', ${at.counted}, ${at.cancelled}, ${at.old_register})`,
  );
  return `(${received_here}, ${numbered}, ${counted}, ${cancelled}, ${old_register}) in (${held.join(', ')})`;
}

const BOTH = [false, true];

const STANDINGS: readonly NumberStanding[] = BOTH.flatMap((received_here) =>
  NUMBERED.flatMap((numbered) =>
    BOTH.flatMap((counted) =>
      BOTH.flatMap((cancelled) =>
        BOTH.map((old_register) => ({ received_here, numbered, counted, cancelled, old_register })),
      ),
    ),
  ),
);
