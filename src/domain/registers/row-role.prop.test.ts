import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Cells, CONTEXT, HEAD, sheet } from '../../../test/a-register-sheet.ts';
import { readRegister } from './read-register.ts';

// Words of titles, totals, heads and signature blocks, as complaints have them, too.
const WORD = fc.constantFrom(
  ...'Petugas menghubungi koordinator Koordinator PKH mengetahui menyetujui Kepala Dinas Sosial jumlah Jumlah JUMLAH total'.split(
    ' ',
  ),
  ...'bantuan Rp600.000 untuk bulan Bulan BULAN Maret 2022 tahun daftar Daftar pengaduan aduan tanggapan laporan NIP'.split(
    ' ',
  ),
  ...'(almarhum suaminya) Tanjung, 31 Desember 2023 Sekretaris Pembina a.n. plt. Selesai 1 12 Register layanan'.split(
    ' ',
  ),
);
const sentence = fc.array(WORD, { minLength: 2, maxLength: 9 }).map((words) => words.join(' '));
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => `${all.join('. ')}.`);

const NUMBERS: Cells = ['1', '2', '3', '4', '5', '6', '7'];
const BLOCK: readonly Cells[] = [
  [null, null, null, null, 'Mengetahui,'],
  [null, null, null, null, 'Kepala Dinas'],
  [null, null, null, null, 'NIP. 0'],
];
const broken = fc.record({
  matter: text,
  narrative: text,
  matterAt: fc.nat(),
  narrativeAt: fc.nat(),
  splits: fc.constantFrom('matter', 'narrative', 'both'),
  page: fc.constantFrom<readonly Cells[]>([], [HEAD], [HEAD, NUMBERS], [NUMBERS]),
  follows: fc.constantFrom('row', 'repeated head', 'nothing', 'block', 'block apart', 'total'),
});

test('a sentence that a page break splits is read as the same sentence unsplit', () => {
  fc.assert(
    fc.property(broken, ({ matter, narrative, page, follows, ...at }) => {
      const [above, below] = cut(matter, at.splits === 'narrative' ? null : at.matterAt);
      const [told, further] = cut(narrative, at.splits === 'matter' ? null : at.narrativeAt);
      const row = (aduan: string | null, tanggapan: string | null): Cells => [
        '1',
        '2 Januari 2023',
        'Elok',
        'Ds Melati',
        aduan,
        'Selesai',
        tanggapan,
      ];
      const rest: Cells = [null, null, null, null, below, null, further];
      const whole = readingOf([row(matter, narrative)], follows);
      const split = readingOf([row(above, told), ...page, rest], follows);
      assert.deepEqual(split, whole);
    }),
    { numRuns: 400 },
  );
});

/** The text up to a word and from there on; whole where it is not cut. */
function cut(whole: string, at: number | null): [string, string | null] {
  const words = whole.split(' ');
  if (at === null) return [whole, null];
  const first = 1 + (at % (words.length - 1));
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')];
}

/** All that is read of the lines and what follows, but row numbers, what stands at a page break and `row-joined`. */
function readingOf(lines: readonly Cells[], follows: string) {
  const next = ['2', '3 Januari 2023', 'Fatia', 'Ds Melati', 'Kartu hilang', 'Selesai', 'Dijelaskan.'];
  const last: Record<string, readonly Cells[]> = {
    row: [next],
    'repeated head': [HEAD, next],
    block: BLOCK,
    total: [['JUMLAH', '1']],
  };
  const rows: Record<number, Cells> = { 1: ['BULAN JANUARI TAHUN 2023'], 2: HEAD };
  for (const [index, line] of [...lines, ...(last[follows] ?? [])].entries()) rows[3 + index] = line;
  if (follows === 'block apart') for (const [index, line] of BLOCK.entries()) rows[20 + index * 2] = line;
  const reading = readRegister([sheet('Januari', rows)], CONTEXT);
  return {
    rows: reading.rows.map((row) =>
      row.verdict === 'imported'
        ? { ...row, row: 0, joined: [], doubts: [], suggestions: row.suggestions.map((each) => each.value) }
        : row.reason,
    ),
    doubts: reading.doubts.flatMap(({ rule, written }) => (rule === 'row-joined' ? [] : [[rule, written]])),
    ignored: reading.ignored.flatMap(({ reason, text: line }) =>
      reason === 'repeated-header' || reason === 'column-numbers' ? [] : [[reason, line]],
    ),
  };
}
