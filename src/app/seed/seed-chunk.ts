import { type CopyRows, openCopyRows } from '../../platform/database/copy-rows.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { openRandom } from '../invented/open-random.ts';
import { casesOfDay, type SeedOffice } from './day-cases.ts';
import { inventId, inventTicket } from './invent-id.ts';
import type { PlannedDay, SeedOrder } from './seed-plan.ts';
import { addSeededCase, SEED_TABLE_NAMES, SEED_TABLES, type SeedTable } from './seed-tables.ts';
import { type CaseNames, seededCase } from './seeded-case.ts';

/** Some days of the register as rows ready for COPY. */
export type SeedChunk = {
  readonly cases: number;
  readonly registered: number;
  readonly rows: ReadonlyMap<SeedTable, Uint8Array<ArrayBuffer>>;
};

export type SeedWriter = (days: readonly PlannedDay[]) => SeedChunk;

/** Makes days of a register; the same office, order and day give the same cases, whoever makes them and when. */
export function openSeedWriter(keyring: Keyring, office: SeedOffice, order: SeedOrder): SeedWriter {
  const buffers = new Map<SeedTable, CopyRows>();
  for (const table of SEED_TABLE_NAMES)
    buffers.set(table, openCopyRows(SEED_TABLES[table].map(([, type]) => type)));
  const add = (table: SeedTable, values: readonly unknown[], written: readonly Uint8Array[] = []): void =>
    buffers.get(table)?.add(values, written);
  const ticketSeed = openRandom(`${order.seed}/tickets`).whole(2 ** 31);

  function writeDay(planned: PlannedDay): number {
    const random = openRandom(`${order.seed}/${planned.day}`);
    const cases = casesOfDay(random, office, order, planned);
    const names = new Map<number, Map<string, CaseNames>>();
    for (const [index, { template, story }] of cases.entries()) {
      const ofStory = names.get(story) ?? new Map<string, CaseNames>();
      names.set(story, ofStory);
      ofStory.set(template.name, {
        caseId: inventId(random, template.receivedAt),
        ticket: inventTicket(office.ticketPrefix, planned.before + index, ticketSeed),
      });
    }
    let registered = 0;
    for (const one of cases) {
      const hasNumber = Number.isFinite(one.template.registeredAt);
      const number = {
        no: planned.firstNo + registered,
        printedNo: planned.firstOfMonth + registered,
        year: planned.year,
        day: planned.day,
      };
      if (hasNumber) registered += 1;
      const ofStory = names.get(one.story) ?? new Map<string, CaseNames>();
      const made = seededCase(random, keyring, office, one, ofStory, hasNumber ? number : null);
      addSeededCase(add, office.officeId, keyring.current.id, made);
    }
    return registered;
  }

  return (days) => {
    let cases = 0;
    let registered = 0;
    for (const day of days) {
      registered += writeDay(day);
      cases += day.cases;
    }
    const rows = new Map(
      SEED_TABLE_NAMES.map((table) => [table, buffers.get(table)?.take() ?? new Uint8Array()]),
    );
    return { cases, registered, rows };
  };
}
