import { yearOf } from '../calendar/epoch-day.ts';
import { localDay } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { gate } from './gate.ts';
import { instantMs } from './instant-ms.ts';

/**
 * The next number of the office and year, taken by the store before this is decided; its counter is locked until the
 * commit.
 */
export type RegisterCommand = {
  readonly year: number;
  readonly no: number;
  readonly printed: string;
  /** Of the office's latest number in another year, where that tells whether the clock is right; null = no such number. */
  readonly lastYear?: number | null;
};

/**
 * Writes the case into the register. The number belongs to the year of the registration day in the office's zone;
 * imported rows keep their book's number and take none (rule 9). A year that neither is the last one nor follows it is
 * a wrong clock: a number given in it could not be taken back.
 */
export function decideRegister(state: CaseState, command: RegisterCommand, context: Context): Decision {
  if (state.provenance === 'register-lama') return refuse({ refusal: 'imported-row-takes-no-number' });
  if (state.register !== null) {
    return refuse({ refusal: 'already-registered', printed: state.register.printed });
  }
  const closed = gate(state, 'register', context.actor);
  if (closed !== null) return closed;
  const expected = registrationYear(context);
  if (command.year !== expected) {
    return refuse({ refusal: 'number-of-another-year', year: command.year, expected });
  }
  const { year, no, printed, lastYear = null } = command;
  if (lastYear !== null && (year < lastYear || year > lastYear + 1)) {
    return refuse({ refusal: 'number-of-another-year', year: lastYear, expected });
  }
  return accept({ type: 'registered', at: context.now, year, no, printed });
}

/** The year whose series a case registered now belongs to. */
export function registrationYear({ now, calendar }: Pick<Context, 'now' | 'calendar'>): number {
  return yearOf(localDay(instantMs(now), calendar.zone));
}
