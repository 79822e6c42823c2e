import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, countFacts, officeFromFiles } from '../../../test/a-counted-report.ts';
import { type FigureBook, fillWords } from './figure-book.ts';
import type { ReportFact } from './report-fact.ts';

const book: FigureBook = new Map([
  ['office.name', { kind: 'words', words: 'Dinas Sosial' }],
  ['period.from', { kind: 'date', date: '2023-01-01' }],
  ['register.total', { kind: 'count', value: 43, rows: null }],
  ['by-kind.pengaduan.percent', { kind: 'percent', tenths: 1000, rows: null }],
]);

test('a title prints words and days', () => {
  assert.equal(fillWords('{office.name} sejak {period.from}', book), 'Dinas Sosial sejak 1 Januari 2023');
});

test('a title with a number throws instead of losing it', () => {
  for (const text of ['Ada {register.total} laporan', 'Ada {by-kind.pengaduan.percent}'])
    assert.throws(() => fillWords(text, book), RangeError);
});

test('several rows that are the largest have no percent of their own, one has', async () => {
  const office = await officeFromFiles('tabalong');
  const top = (...channels: readonly ReportFact['channel'][]) => {
    const facts = channels.map((channel) => aFact({ channel }));
    const { book: counted } = countFacts(facts, office, aPeriod('2023'));
    const [rows, percent] = [counted.get('by-channel.top.rows'), counted.get('by-channel.top.percent')];
    return [rows?.kind === 'count' && rows.value, percent?.kind === 'percent' && percent.tenths];
  };
  assert.deepEqual(top('loket', 'telepon', 'website'), [3, null]);
  assert.deepEqual(top('loket', 'loket', 'website'), [1, 667]);
  assert.deepEqual(top(), [0, null]);
});
