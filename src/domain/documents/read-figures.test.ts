import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReportTree } from '../../../test/a-report-tree.ts';
import { mapFigures } from './map-figures.ts';
import { findFigureConflicts, readFigures } from './read-figures.ts';
import { readJsonTable } from './read-json-table.ts';
import { readTables } from './read-tables.ts';

test('the fact that stands in text, totals and denominators is found in every place with one value', () => {
  const uses = readFigures(aReportTree()).filter((use) => use.id === 'register/total');
  assert.deepEqual(new Set(uses.map((use) => use.kind)), new Set(['text', 'total', 'denominator']));
  assert.deepEqual(new Set(uses.map((use) => use.value)), new Set([43]));
  assert.deepEqual(findFigureConflicts(readFigures(aReportTree())), []);
});

test('changing one place of a fact that stands in several is found and named', () => {
  const places = readFigures(aReportTree()).filter((use) => use.id === 'register/total').length;
  for (let changed = 0; changed < places; changed++) {
    let seen = -1;
    const tree = mapFigures(aReportTree(), (use) => {
      if (use.id === 'register/total') seen += 1;
      return use.id === 'register/total' && seen === changed ? 44 : use.value;
    });
    const conflicts = findFigureConflicts(readFigures(tree));
    assert.deepEqual(
      conflicts.map((conflict) => conflict.id),
      ['register/total'],
    );
  }
});

test('a table of the tree is the table of the JSON contract', () => {
  const table = readTables(aReportTree()).get('by-channel');
  assert.ok(table !== undefined);
  assert.deepEqual(readJsonTable(table), {
    id: 'by-channel',
    title: 'Pengaduan menurut media',
    denominator: 43,
    rows: [
      { key: 'loket', label: 'Datang langsung', count: 38, percent: '88,4' },
      { key: 'whatsapp', label: 'WhatsApp', count: 5, percent: '11,6' },
      { key: 'website', label: 'Laman', count: 0, percent: '0,0' },
    ],
    total: 43,
  });
});
