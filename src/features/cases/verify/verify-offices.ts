import type { ClientBase, Pool } from 'pg';
import { readReferenceCalendar } from '../../offices/calendar.store.ts';
import { readReferenceTables } from '../../offices/load-reference-calendar.ts';
import { stableText } from '../../offices/merge-office.ts';
import { readDifferingOffices } from '../../offices/office-digest.ts';
import type { TotalFinding } from './verify-totals.ts';

/**
 * Holds what rules every case of an office beside its history: the office itself, in force and in every version,
 * against the chain that tells what was applied, and the calendar against the tables that Tanggap brings
 * (db/reference), from which every start fills it. Run as the owner.
 */
export async function verifyOffices(
  owner: Pick<ClientBase | Pool, 'query'>,
): Promise<readonly TotalFinding[]> {
  const offices = await readDifferingOffices(owner);
  const [stored, brought] = [await readReferenceCalendar(owner), readReferenceTables()];
  const found = [
    ...(['office', 'office_version'] as const).map((what) => ({
      rule: 'office-differs' as const,
      what,
      count: offices.filter((one) => one.what === what).length,
    })),
    ...(
      [
        ['calendar_day', 'holidays'],
        ['ramadan_period', 'ramadan'],
      ] as const
    ).map(([what, rows]) => ({
      rule: 'calendar-differs' as const,
      what,
      count: differing(stored[rows], brought[rows]),
    })),
  ];
  return found.filter(({ count }) => count > 0);
}

/** How many rows stand in one of two lists only. */
function differing(some: readonly unknown[], others: readonly unknown[]): number {
  const [left, right] = [new Set(some.map(stableText)), new Set(others.map(stableText))];
  return (
    [...left].filter((row) => !right.has(row)).length + [...right].filter((row) => !left.has(row)).length
  );
}
