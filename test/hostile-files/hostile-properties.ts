import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSpreadsheetBytes } from '../../src/adapters/documents/spreadsheet/read-spreadsheet-bytes.ts';
import { SPREADSHEET_LIMITS } from '../../src/adapters/documents/spreadsheet/spreadsheet-limits.ts';
import { readRegister } from '../../src/domain/registers/read-register.ts';
import { demoContext } from '../fixtures/registers/demo-services.ts';
import { type MadeCell, makeWorkbook } from '../fixtures/registers/make-workbook.ts';
import { monthlyWorkbook } from '../fixtures/registers/monthly-register.ts';
import { MONTHLY_HEADINGS } from '../fixtures/registers/monthly-register-table.ts';
import { provincialCsv } from '../fixtures/registers/provincial-recap.ts';

const CONTEXT = demoContext(2023);

/** Whatever the bytes: a workbook or a refusal, never a fault; and what was read can be judged. */
function survives(bytes: Uint8Array): void {
  const result = readSpreadsheetBytes(bytes, 'acak', SPREADSHEET_LIMITS);
  if (result.ok) {
    const reading = readRegister(result.workbook.sheets, CONTEXT);
    const places = new Set(result.workbook.sheets.flatMap((sheet) => sheet.rows.map((row) => row.row)));
    for (const row of reading.rows) assert.ok(places.has(row.row));
  } else {
    assert.ok(result.message.length > 20);
  }
}

const damage = fc.array(fc.record({ at: fc.nat(), value: fc.nat(255) }), { minLength: 1, maxLength: 40 });

function damaged(
  bytes: Uint8Array,
  wounds: readonly { at: number; value: number }[],
  keep: number,
): Uint8Array {
  const copy = Uint8Array.from(bytes.subarray(0, Math.max(1, Math.floor(bytes.length * keep))));
  for (const { at, value } of wounds) copy[at % copy.length] = value;
  return copy;
}

/** A damaged or cut .xlsx ends in a reading or a refusal. */
export function provesDamagedBooks(runs: number): void {
  const sound = monthlyWorkbook();
  fc.assert(
    fc.property(damage, fc.constantFrom(1, 1, 1, 0.99, 0.5), (wounds, keep) =>
      survives(damaged(sound, wounds, keep)),
    ),
    { numRuns: runs },
  );
}

/** A damaged CSV and random bytes end in a reading or a refusal. */
export function provesDamagedTexts(runs: number): void {
  const sound = Buffer.from(provincialCsv(';'));
  fc.assert(
    fc.property(damage, (wounds) => survives(damaged(sound, wounds, 1))),
    { numRuns: runs },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => survives(bytes)),
    { numRuns: runs },
  );
}

const anyCell: fc.Arbitrary<MadeCell | null> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/[^\P{C}\n]/gu, '')),
  fc.constantFrom(
    'Selesai',
    '-',
    'Rabu 04 Januari 2023',
    '016Februari',
    '31/02/2023',
    'a.n. ',
    'ibu , dan ,',
    'KEPALA DINAS',
    'JUMLAH',
    'Anonim',
    '+62',
    '=1+1',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat(80_000).map((serial) => ({ serial })),
  fc.constant({ error: '#N/A' }),
);

/** Any cells under a head give each row of the sheet exactly one place: taken, skipped, joined or ignored. */
export function provesPlacesOfRows(runs: number): void {
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 15 }), (lines) => {
      const rows = Object.fromEntries([MONTHLY_HEADINGS, ...lines].map((line, at) => [at + 1, line]));
      const result = readSpreadsheetBytes(
        makeWorkbook({ sheets: [{ name: 'Januari', rows }] }),
        'a',
        SPREADSHEET_LIMITS,
      );
      assert.ok(result.ok, result.ok ? '' : `${result.refusal} ${result.detail}`);
      const reading = readRegister(result.workbook.sheets, CONTEXT);
      const places = [
        ...reading.rows.flatMap((row) => [row.row, ...row.joined]),
        ...reading.ignored.map((each) => each.row),
      ];
      const own = result.workbook.sheets.flatMap((sheet) => sheet.rows.map((row) => row.row));
      assert.deepEqual(
        places.sort((a, b) => a - b),
        own,
      );
    }),
    { numRuns: runs },
  );
}
