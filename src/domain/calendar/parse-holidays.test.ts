import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHolidays } from './parse-holidays.ts';
import { parseRamadan } from './parse-ramadan.ts';

const HEADER = 'date,kind,name,decree,announced_on,withdrawn_on';
const NEW_YEAR = '2030-01-01,libur_nasional,Tahun Baru,"SKB 1, 2",2029-09-01,';

function linesOf(...lines: readonly string[]): readonly string[] {
  const result = parseHolidays([HEADER, ...lines].join('\n'));
  return result.ok ? [] : result.errors.map((error) => `${error.line}: ${error.message}`);
}

test('a quoted decree keeps its commas, an empty withdrawal is none', () => {
  const result = parseHolidays(`\uFEFF${HEADER}\r\n${NEW_YEAR}\r\n\r\n`);
  assert.deepEqual(result.ok && result.rows, [
    {
      date: '2030-01-01',
      kind: 'libur_nasional',
      name: 'Tahun Baru',
      decree: 'SKB 1, 2',
      announcedOn: '2029-09-01',
      withdrawnOn: null,
    },
  ]);
});

test('other columns than those named are refused', () => {
  const result = parseHolidays('tanggal,jenis\n2030-01-01,libur');
  assert.deepEqual(!result.ok && result.errors.map((error) => error.line), [1]);
});

test('each wrong line is told with its number', () => {
  const wrong = linesOf(
    NEW_YEAR,
    '2030-02-30,libur_nasional,A,SKB,2029-09-01,',
    '2030-03-04,libur,A,SKB,2029-09-01,',
    '2030-03-09,cuti_bersama,Cuti bersama A,SKB,2029-09-01,',
    '2030-03-05,libur_nasional,,,2029-09-01,',
    '2030-03-06,libur_nasional,A,SKB,kemarin,',
    '2030-03-07,libur_nasional,A,SKB,2029-09-01,2029-08-01',
    '2030-03-08,libur_nasional,A,SKB',
  );
  assert.deepEqual(
    wrong.map((message) => message.split(':')[0]),
    ['3', '4', '5', '6', '6', '7', '8', '9', '9'],
  );
});

test('two rows in force for one date are refused, one withdrawn and one in force are not', () => {
  const again = '2030-03-05,libur_nasional,A,SKB,2029-09-01,';
  assert.deepEqual(linesOf(NEW_YEAR, again, again), ['4: Tanggal 2030-03-05 sudah ada pada baris 3']);
  assert.deepEqual(linesOf(NEW_YEAR, again.replace(/,$/, ',2029-10-01'), again), []);
});

test('a year without its 1 January is refused, because it would not be loaded', () => {
  assert.match(
    linesOf('2030-03-05,libur_nasional,A,SKB,2029-09-01,')[0] ?? '',
    /2030 tidak mempunyai baris 1 Januari/,
  );
});

test('a Ramadan has 29 or 30 days, its own year, and one row in force', () => {
  const read = (...lines: readonly string[]): readonly number[] => {
    const result = parseRamadan(['year,from,to,note,announced_on,withdrawn_on', ...lines].join('\n'));
    return result.ok ? [] : result.errors.map((error) => error.line);
  };
  const row = '2026,2026-02-19,2026-03-20,,2025-09-19,';
  const corrected = '2026,2026-02-18,2026-03-19,sidang isbat,2026-02-17,';
  assert.deepEqual(read(row), []);
  assert.deepEqual(
    read('2026,2026-02-19,2026-03-21,,2025-09-19,', '2027,2026-02-08,2026-03-09,,2026-09-15,', row),
    [2, 3, 4],
  );
  assert.deepEqual(read('2026,2026-02-30,2026-03-20,,2025-09-19,', '2026,2026-02-19'), [2, 3]);
  assert.deepEqual(read(`${row}2026-02-17`, corrected), []);
  assert.deepEqual(read(row, corrected), [3]);
  assert.deepEqual(read(`${row}2026-02-17`, row), [3]);
  assert.deepEqual(read(`${row}2025-09-18`), [2]);
  assert.deepEqual(read('2026,2026-02-19,2026-03-20,,,'), [2]);
  assert.equal(parseRamadan('tahun\n2026').ok, false);
});
