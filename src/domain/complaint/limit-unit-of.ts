import type { LimitUnit } from '../calendar/limit.ts';
import type { OfficeData } from '../office/office-data.ts';
import { officeLimits, PPID_ANSWER, SP4N_FOLLOW_UP, STATUTE_DECISION } from './clocks.ts';
import type { Clock, Kind, Severity } from './vocabulary.ts';

/**
 * The unit in which a limit of this clock is counted, for a list, which holds of a case its next limit only. The
 * office's clock counts as its kind, single limit or class says; before a class is given, as the longest (rule 15).
 */
export function limitUnitOf(
  clock: Clock,
  of: { readonly kind: Kind; readonly severity: Severity | null },
  office: OfficeData,
): LimitUnit {
  if (clock === 'ppid') return PPID_ANSWER.limit.unit;
  if (clock === 'sp4n') return SP4N_FOLLOW_UP.limit.unit;
  if (clock !== 'office') return STATUTE_DECISION.limit.unit;
  const limits = officeLimits(of.kind, office);
  const ofClass =
    limits === office.classes ? office.classes.find(({ key }) => key === of.severity) : undefined;
  return (ofClass ?? limits.at(-1))?.limit.unit ?? 'calendar-day';
}
