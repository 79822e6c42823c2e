import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './read-csv.ts';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts';
import { writeCsv } from './write-csv.ts';

/** Cells as a spreadsheet makes them: a quote counts at a cell's beginning, and what follows its end belongs to the cell. */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let state: 'begin' | 'plain' | 'quoted' = 'begin';
  const text = csv.replace(/^\ufeff/, '');
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (state === 'quoted') {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else state = 'plain';
    } else if (state === 'begin' && letter === '"') state = 'quoted';
    else if (letter === separator || letter === '\n' || letter === '\r') {
      cells.push(cell);
      cell = '';
      state = 'begin';
    } else {
      cell += letter;
      state = 'plain';
    }
  }
  return [...cells, cell];
}

const nasty = fc
  .array(fc.constantFrom('=', '+', '-', '@', '＝', ',', ';', '\t', '\n', '\r', '"', "'", ' ', 'a', '|'), {
    maxLength: 12,
  })
  .map((letters) => letters.join(''));
const table = fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test('however a text is written and by whatever a program separates, no cell begins as a formula', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const csv = writeCsv(rows);
      for (const separator of [';', ',', '\t', '\u0000']) {
        for (const cell of cellsOf(csv, separator)) assert.doesNotMatch(cell, /^[\s"]*[=+\-@＝]/);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a line break, another separator and a quote behind it are no way around the apostrophe', () => {
  assert.equal(
    writeCsv([['1', "halo\n=cmd|' /C calc'!A0", 'x,=1+1', 'y\t@z', 'a, b']]),
    `\ufeff1;"halo\n'=cmd|' /C calc'!A0";"x,'=1+1";"y\t'@z";"a, b"\r\n`,
  );
  assert.equal(writeCsv([['x,"=1+1']]), `\ufeff"x,""'=1+1"\r\n`);
});

test('our own reader gives back what was written, but for the apostrophes', () => {
  const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll("'", '');
  const written = fc.tuple(nasty, nasty).map(([one, other]) => ['No', `a${one}`, `b${other}c`]);
  fc.assert(
    fc.property(written, (row) => {
      const heading = ['No', 'Nama', 'Uraian'];
      const book = readCsv(
        Buffer.from(writeCsv([heading, heading, heading, row])),
        'lembar',
        SPREADSHEET_LIMITS,
      );
      const cells = book.sheets[0]?.rows.at(-1)?.cells.map(({ text }) => plain(text));
      assert.deepEqual(cells, row.map(plain));
    }),
  );
});

test('a text of nothing but breaks is passed in one look', (t) => {
  const looks = t.mock.method(RegExp.prototype, 'exec').mock;
  writeCsv([['\n'.repeat(3_000), '",;\t'.repeat(1_000)]]);
  const passed = looks.calls.map(({ result }) => result?.[0].length ?? 0);
  assert.deepEqual(
    passed.filter((letters) => letters > 1),
    [3_000, 4_000],
  );
  assert.ok(passed.length < 20, String(passed.length));
});
