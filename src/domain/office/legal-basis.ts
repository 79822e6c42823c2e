import type { LegalBasis } from './office-data.ts';

/**
 * Whether a basis held on a day (ISO). `unknown` where only the year is known and the day lies in it,
 * or where its beginning has not been looked up. A basis that has been replaced ends when its successor begins.
 */
export function isInForce(
  basis: LegalBasis,
  date: string,
  all: readonly LegalBasis[],
): 'yes' | 'no' | 'unknown' {
  const successor = all.find((one) => one.id === basis.replacedBy);
  const end = basis.inForceTo ?? successor?.inForceFrom ?? null;
  if (basis.inForceFrom !== null && isBefore(date, basis.inForceFrom)) return 'no';
  if (end !== null && isBefore(end, date)) return 'no';
  const unsure =
    basis.inForceFrom === null || [basis.inForceFrom, end].some((bound) => bound === date.slice(0, 4));
  return unsure ? 'unknown' : 'yes';
}

/** "2018" is neither before nor after a day of 2018. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
