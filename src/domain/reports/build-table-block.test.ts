import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { aFact, aPeriod, countFacts, officeFromFiles } from '../../../test/a-counted-report.ts';
import type { Inline } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';
import { REPORT_TABLES } from '../office/office-data.ts';
import { buildTableBlock } from './build-table-block.ts';
import { sanctionsTable } from './count-sanctions.ts';
import { satisfactionTable } from './count-satisfaction.ts';
import type { ReportFact } from './report-fact.ts';

const OLD = aFact({
  receivedOn: '2023-03-01',
  provenance: 'register-lama',
  answeredAt: null,
  closedAt: null,
});
const OWN = aFact({ receivedOn: '2023-04-01', kind: 'aspirasi' });
let office: OfficeData;
before(async () => {
  office = await officeFromFiles('tabalong');
});

/** What each table of the contract says below its rows. */
function notesOf(facts: readonly ReportFact[]): ReadonlyMap<string, readonly string[]> {
  const counted = countFacts(facts, office, aPeriod('2023'));
  const tables = [
    ...counted.tables,
    sanctionsTable({ decided: 0, none: 0, pending: 0 }),
    satisfactionTable(),
  ];
  const said = (inline: Inline): string =>
    inline.type === 'text' ? inline.text : inline.type === 'figure' ? String(inline.figure.value) : '';
  return new Map(
    tables.map((table) => {
      const words = { title: table.id, key: 'Baris' };
      const block = buildTableBlock(table, words, office, aPeriod('2023'), counted);
      return [table.id, block.notes.map((note) => note.map(said).join(''))];
    }),
  );
}

test('rule 2: every table of the contract says which kinds it holds, also where it counts work or no case', () => {
  for (const facts of [[], [OWN], [OLD, OWN]]) {
    const notes = notesOf(facts);
    assert.deepEqual([...notes.keys()].sort(), [...REPORT_TABLES].sort());
    for (const [id, said] of notes) {
      assert.equal(said.filter((note) => note.startsWith('Memuat ')).length, 1, `${id}: ${said.join(' ')}`);
    }
  }
});

test('rule 37: every table of cases says how many of them rest on the old register only', () => {
  const counted = countFacts([OLD, OWN], office, aPeriod('2023')).tables.filter(({ ofCases }) => ofCases);
  const notes = notesOf([OLD, OWN]);
  for (const { id } of counted) {
    assert.ok(
      notes
        .get(id)
        ?.includes('Di antaranya 1 hanya bersandar pada register lama; statusnya menurut register.'),
      id,
    );
  }
});

test('rule 37: the note says how many of them have no status in the old register', () => {
  const told = notesOf([OLD, { ...OLD, status: 'not-recorded' }, OWN]);
  for (const id of ['by-status', 'by-service', 'on-time'])
    assert.ok(
      told
        .get(id)
        ?.some((note) => note.endsWith('menurut register, kecuali 1 yang statusnya tidak tercatat di sana.')),
      `${id}: ${told.get(id)?.join(' ')}`,
    );
});
