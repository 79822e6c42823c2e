import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { referenceCalendar } from '../../../test/office-calendar.ts';
import { loadOffice } from '../../features/offices/load-office.ts';
import { editionsOf, officeCalendar } from '../../features/offices/office.read.ts';
import { type CodeAxis, officeCodes } from '../../features/offices/office-codes.ts';
import { newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import type { SeedOffice } from './day-cases.ts';
import { openSeedWriter } from './seed-chunk.ts';
import { planDays } from './seed-plan.ts';
import { SEED_TABLE_NAMES, SEED_TABLES, type SeedTable } from './seed-tables.ts';

const UNTIL = Date.parse('2026-10-30T08:00:00.000Z');
const keyring = openKeyring(newMasterKeyText());
const order = { complaints: 3_000, years: 2, seed: 'a', until: UNTIL };

/** A person is sealed with fresh chance each time, and the row of his case over him; everything else is the order's alone. */
const OF_CHANCE = ['wrapped_key', 'sealed', 'people_hash', 'row_mac'];

/** The rows as COPY takes them, without what chance made of them: a count of columns, then each after its length. */
function withoutChance(table: SeedTable, rows: Uint8Array): Buffer {
  const names = SEED_TABLES[table].map(([name]): string => name);
  const bytes = Buffer.from(rows);
  const kept: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    assert.equal(bytes.readInt16BE(at), names.length, table);
    at += 2;
    for (const name of names) {
      const end = at + 4 + Math.max(bytes.readInt32BE(at), 0);
      if (!OF_CHANCE.includes(name)) kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  return Buffer.concat(kept);
}

async function seedOffice(slug: string): Promise<SeedOffice> {
  const { office: data } = await loadOffice(
    fileURLToPath(new URL(`../../../offices/${slug}`, import.meta.url)),
  );
  assert.ok(data, slug);
  const sopEditions = editionsOf([{ version: 1, sops: data.sops, since: new Date(0) }], data.zone);
  const lists = {
    ...{ service: data.services, category: data.categories, unit: data.units, place: data.places },
    sop: sopEditions,
  };
  const axes: readonly CodeAxis[] = ['service', 'category', 'unit', 'place', 'sop'];
  const codes = axes.flatMap((axis) => lists[axis].map(({ key }, index) => ({ axis, code: index + 1, key })));
  return {
    ...{ officeId: 1, ticketPrefix: 'CTH', version: 1, data, sopEditions, codes: officeCodes(codes) },
    calendar: officeCalendar(data, referenceCalendar, UNTIL),
  };
}

describe('a seeded register', () => {
  let office: SeedOffice;
  before(async () => {
    office = await seedOffice('tabalong');
  });

  it('is the same whenever and in whatever pieces it is made', () => {
    const days = planDays(order, office.calendar, office.data.numbers).slice(-20);
    const whole = openSeedWriter(keyring, office, order)(days);
    const again = openSeedWriter(keyring, office, order);
    const pieces = days.map((day) => again([day]));
    for (const table of SEED_TABLE_NAMES) {
      const joined = Buffer.concat(pieces.map((piece) => piece.rows.get(table) ?? Buffer.alloc(0)));
      const alike = withoutChance(table, whole.rows.get(table) ?? Buffer.alloc(0));
      assert.ok(withoutChance(table, joined).equals(alike), table);
    }
  });

  it('is another one for another seed', () => {
    const days = planDays(order, office.calendar, office.data.numbers).slice(-2);
    const one = openSeedWriter(keyring, office, order)(days).rows.get('case_text') ?? Buffer.alloc(0);
    const other = openSeedWriter(keyring, office, { ...order, seed: 'b' })(days).rows.get('case_text');
    assert.ok(!Buffer.from(one).equals(other ?? Buffer.alloc(0)));
  });

  it('can be made for every office, since its stories ask for nothing that an office may lack', async () => {
    for (const slug of ['kalimantan-barat', 'buru-selatan', 'karangasem', 'kutai-kartanegara', '_blank']) {
      const each = await seedOffice(slug);
      const days = planDays(order, each.calendar, each.data.numbers).slice(-60);
      const made = openSeedWriter(keyring, each, order)(days);
      assert.equal(
        made.cases,
        days.reduce((sum, day) => sum + day.cases, 0),
        slug,
      );
    }
  });

  it('gives every working day its cases and starts where the book of a year stands', () => {
    const days = planDays(order, office.calendar, { startAt: [{ year: 2025, next: 88 }] });
    assert.equal(
      days.reduce((sum, day) => sum + day.cases, 0),
      order.complaints,
    );
    assert.equal(days.find((day) => day.year === 2025)?.firstNo, 88);
    assert.equal(days.find((day) => day.year === 2026)?.firstNo, 1);
  });
});
