import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readSpreadsheetBytes } from '../../src/adapters/documents/spreadsheet/read-spreadsheet-bytes.ts';
import { SPREADSHEET_LIMITS } from '../../src/adapters/documents/spreadsheet/spreadsheet-limits.ts';
import { SPREADSHEET_REFUSALS } from '../../src/adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import { readRegisterFile } from '../../src/features/registers/read-register-file.ts';
import { demoContext } from '../fixtures/registers/demo-services.ts';
import { makeWorkbook, zipParts } from '../fixtures/registers/make-workbook.ts';
import { monthlyWorkbook } from '../fixtures/registers/monthly-register.ts';
import { type ForgedPart, forgeArchive } from './hostile-archives.ts';

const HEAD = ['NO', 'TANGGAL', 'NAMA', 'ADUAN'];
const ROW = [1, '2 Januari 2023', 'Elok', 'Bantuan berhenti'];

/** The parts of a sound workbook with one of them replaced by what `sheet` holds. */
function forgedBook(part: string, content: string | Uint8Array): Uint8Array {
  return makeWorkbook({
    sheets: [{ name: 'Januari', rows: { 1: HEAD, 2: ROW } }],
    parts: { [part]: content },
  });
}

function refusalOf(bytes: Uint8Array): string {
  const result = readSpreadsheetBytes(bytes, 'berkas', SPREADSHEET_LIMITS);
  return result.ok ? 'read' : result.refusal;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const SHEET = 'xl/worksheets/sheet1.xml';
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const ole = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(2_000),
]);
const part = (name: string, rest: Partial<ForgedPart> = {}): ForgedPart => ({
  name,
  content: text('<a/>'),
  ...rest,
});

const KINDS: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['an empty file', () => new Uint8Array(), 'file-empty'],
  ['an old .xls', () => ole, 'legacy-xls'],
  ['a locked .xlsx', () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
  ['a PDF', () => text('%PDF-1.7\n…'), 'pdf'],
  ['a web page named .xls', () => text('\n<html><table><tr><td>No</td></tr></table></html>'), 'html'],
  ['an XML spreadsheet of 2003', () => text('<?xml version="1.0"?><Workbook/>'), 'html'],
  ['a photograph', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'picture'],
  ['a RAR', () => text('Rar!\u001a\u0007'), 'other-archive'],
  [
    'a Word document',
    () => zipParts({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    'word-document',
  ],
  [
    'an .ods',
    () => zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
    'ods',
  ],
  ['a ZIP with a register inside', () => zipParts({ 'register.xlsx': monthlyWorkbook() }), 'other-archive'],
  ['a ZIP of something else', () => zipParts({ 'baca.txt': 'x' }), 'not-a-spreadsheet'],
  [
    'a program',
    () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]),
    'not-a-spreadsheet',
  ],
  ['a truncated .xlsx', () => monthlyWorkbook().subarray(0, 5_000), 'broken-archive'],
  ['an .xlsx with damaged bytes', () => damaged(monthlyWorkbook()), 'broken-archive'],
  ['macros by their part', () => forgedBook('xl/vbaProject.bin', 'x'), 'macros'],
  [
    'macros by their type',
    () =>
      forgedBook(
        '[Content_Types].xml',
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      ),
    'macros',
  ],
  ['a path that climbs out', () => forgeArchive([part('../../luar.xml')]), 'unsafe-path'],
  ['a path with backslashes', () => forgeArchive([part('xl\\..\\luar.xml')]), 'unsafe-path'],
  ['an absolute path', () => forgeArchive([part('/luar.xml')]), 'unsafe-path'],
  ['a part with a password', () => forgeArchive([part('xl/workbook.xml', { encrypted: true })]), 'encrypted'],
  [
    'parts that share their bytes',
    () => forgeArchive([part('a.xml'), part('b.xml', { overlaps: true })]),
    'bomb',
  ],
  [
    'more parts than any workbook has',
    () => forgeArchive(Array.from({ length: 3_000 }, (_none, at) => part(`p${at}.xml`))),
    'bomb',
  ],
  [
    'a document type with entities',
    () =>
      forgedBook(
        SHEET,
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>',
      ),
    'unsafe-xml',
  ],
  [
    'an entity of a file',
    () => forgedBook(SHEET, `<!DOCTYPE x SYSTEM "file:///etc/hostname"><worksheet ${MAIN}>&x;</worksheet>`),
    'unsafe-xml',
  ],
  ['an unknown entity', () => forgedBook(SHEET, `<worksheet ${MAIN}>&rahasia;</worksheet>`), 'broken-xml'],
  ['XML without an end', () => forgedBook(SHEET, '<worksheet><sheetData>'), 'broken-xml'],
  ['XML nested a hundred thousand deep', () => forgedBook(SHEET, '<a>'.repeat(100_000)), 'unsafe-xml'],
  [
    'rows that go backwards',
    () => forgedBook(SHEET, `<worksheet ${MAIN}><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>`),
    'broken-xml',
  ],
  [
    'a row beyond Excel’s last',
    () => forgedBook(SHEET, `<worksheet ${MAIN}><sheetData><row r="9999999"/></sheetData></worksheet>`),
    'broken-xml',
  ],
  [
    'a column far to the right',
    () =>
      forgedBook(
        SHEET,
        `<worksheet ${MAIN}><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    'too-many-cells',
  ],
  [
    'a cell longer than Excel allows',
    () =>
      forgedBook(
        SHEET,
        `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="str"><v>${'x'.repeat(40_000)}</v></c></row></sheetData></worksheet>`,
      ),
    'too-many-cells',
  ],
  [
    'merged blocks without number',
    () =>
      makeWorkbook({
        sheets: [
          {
            name: 'A',
            rows: Object.fromEntries(Array.from({ length: 500 }, (_none, at) => [at + 1, ['x']])),
            merges: Array.from({ length: 20_000 }, () => 'A1:C1048576'),
          },
        ],
      }),
    'too-many-cells',
  ],
  ['a quote that never ends', () => text(`No,Nama\n1,"${'x'.repeat(2_000_000)}`), 'broken-csv'],
];

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let at = 400; at < copy.length - 3_000; at += 97) copy[at] = (copy[at] ?? 0) ^ 0x5a;
  return copy;
}

for (const [what, make, refusal] of KINDS) {
  test(`${what} is refused as ${refusal}`, () => {
    assert.equal(refusalOf(make()), refusal);
  });
}

test('every refusal tells in Indonesian what to do', () => {
  for (const message of Object.values(SPREADSHEET_REFUSALS)) {
    assert.match(message, /(impor|Pilih|Buat ulang|mintalah|hanya dapat dibaca|Pecah|Periksa)/);
  }
});

test('a formula is never run: with a stored value the row is taken and said, without one the file is refused', async () => {
  const book = (value?: string): Uint8Array =>
    makeWorkbook({
      sheets: [
        {
          name: 'Januari',
          rows: {
            1: HEAD,
            2: [
              1,
              '2 Januari 2023',
              'Elok',
              { formula: "cmd|'/C calc'!A0", ...(value === undefined ? {} : { value }) },
            ],
          },
        },
      ],
    });
  const kept = await readRegisterFile({ bytes: book('Bantuan'), name: 'a.xlsx' }, demoContext(2023));
  assert.ok(kept.ok && kept.reading.doubts.some((doubt) => doubt.rule === 'formula'));
  const refused = await readRegisterFile({ bytes: book(), name: 'a.xlsx' }, demoContext(2023));
  assert.deepEqual(refused.ok ? null : [refused.refusal, refused.detail], [
    'formula-without-value',
    'Januari!D2',
  ]);
});

test('a job beyond its time is ended and refused', async () => {
  const limits = { ...SPREADSHEET_LIMITS, milliseconds: 1 };
  const result = await readRegisterFile(
    { bytes: monthlyWorkbook(), name: 'a.xlsx' },
    demoContext(2023),
    limits,
  );
  assert.equal(result.ok ? null : result.refusal, 'out-of-time');
});

test('a missing file and a folder are refused, not thrown', async () => {
  for (const path of ['/tidak/ada.xlsx', tmpdir()]) {
    const result = await readRegisterFile({ path }, demoContext(2023));
    assert.equal(result.ok ? null : result.refusal, 'file-missing');
  }
});

/** Ten million rows as one worksheet, and files that grow a thousandfold: all within the memory of a small office PC. */
const LARGE: readonly (readonly [string, () => Uint8Array, readonly string[]])[] = [
  ['ten million rows of a CSV', () => Buffer.alloc(20_000_000, 'a\n'), ['too-many-rows']],
  ['ten million rows of a CSV with columns', () => Buffer.alloc(40_000_000, '1;2\n'), ['file-too-large']],
  [
    'a worksheet of ten million rows',
    () => forgeBook(Buffer.alloc(270_000_000, '<row><c><v>1</v></c></row> ')),
    ['bomb', 'file-too-large', 'too-many-rows'],
  ],
  [
    'a worksheet of 180 MB of rows',
    () => forgeBook(Buffer.alloc(180_000_000, '<row><c><v>123456</v></c></row> \n')),
    ['bomb', 'too-many-rows'],
  ],
  ['180 MB that claim to be small', () => forgeBook(Buffer.alloc(180_000_000, ' '), 1_000), ['bomb']],
  [
    'a quarter of a million rows that pack like true ones',
    () => forgeBook(mixed(12_000_000, '<row><c><v>', '</v></c></row>')),
    ['too-many-rows'],
  ],
  [
    '100 MB in one text that packs like a true one',
    () => forgeBook(Buffer.concat([text('<row><c t="str"><v>'), mixed(100_000_000, 'x'.repeat(90), '')])),
    ['too-many-cells', 'out-of-memory'],
  ],
  [
    '180 MB in one text',
    () =>
      forgeBook(Buffer.concat([text('<worksheet><sheetData><row><c><v>'), Buffer.alloc(180_000_000, 'x')])),
    ['bomb', 'too-many-cells', 'out-of-memory'],
  ],
];

function forgeBook(sheet: Uint8Array, declaredBytes?: number): Uint8Array {
  const start = text(`<worksheet ${MAIN}><sheetData>`);
  return forgeArchive([
    { name: '[Content_Types].xml', content: text('<Types/>') },
    {
      name: '_rels/.rels',
      content: text(
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: text(
        '<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: text(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    {
      name: SHEET,
      content: Buffer.concat([start, sheet]),
      ...(declaredBytes === undefined ? {} : { declaredBytes }),
    },
  ]);
}

/** Pieces with a few ever-changing digits between, so that the packing stays under every suspicion. */
function mixed(bytes: number, before: string, after: string): Buffer {
  const whole = Buffer.alloc(bytes, ' ');
  let seed = 1;
  for (let at = 0; at + before.length + after.length + 10 < bytes; ) {
    seed = (seed * 48_271) % 2_147_483_647;
    at += whole.write(`${before}${seed}${after}`, at);
  }
  return whole;
}

const run = promisify(execFile);

for (const [what, make, refusals] of LARGE) {
  test(`${what}: refused in less than 400 MB`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    try {
      const path = join(folder, 'berkas.bin');
      await writeFile(path, make());
      const { stdout } = await run(process.execPath, [
        fileURLToPath(new URL('./read-in-child.ts', import.meta.url)),
        path,
      ]);
      const result: { refusal: string; megabytes: number; milliseconds: number } = JSON.parse(stdout);
      assert.ok(refusals.includes(result.refusal), stdout);
      assert.ok(result.megabytes < 400, stdout);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
