import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meaningOfHeading } from './column-meaning.ts';
import { searchWish } from './find-wish.ts';
import { mayWish } from './may-wish.ts';

const WISHES =
  `anonim anonimus annonym tanpa nama|no name|Mr. X|hamba Allah|surat kaleng|rahasia|dirahasiakan|merahasiakan|
kerahasiaannya|disamarkan|samaran|disembunyikan|menyembunyikan|jangan disebutkan|tidak mau disebut|enggan diekspos|jgn dipublikasikan|
menolak ditampilkan|tidak mau dicantumkan|tidak boleh dikenali|jng dibuka|takut ketahuan|hanya untuk petugas|cukup diketahui dinas|
identitas dijaga|nama dilindungi|data pribadi tidak ditulis|jati diri disimpan|lindungi pelapor|tertutup|ditutup|tidak bersedia|
belum mau|tidak setuju|bukan nama asli|bukan terbuka|tidak umum|privasi|privat|confidential|konfidensial|secret|rhs|
tidak untuk dimuat|jangan beritahu|jangan kasih tahu|ogah diungkapkan|keberatan diviralkan|tidak suka disebarkan|jangan disiarkan`
    .split('|')
    .map((each) => each.trim());
const ORDINARY = [
  'Bantuan berhenti',
  'Ds Melati',
  'Selesai',
  'Kartu rusak',
  'BPNT',
  'warga',
  'RT 02',
  '-',
  'pelapor',
];
const LETTERS = [...'aeiounrhsk -'];

type Slip = readonly [at: number, letter: string, kind: 'put' | 'drop' | 'change' | 'swap'];

function slipped(text: string, [where, letter, kind]: Slip): string {
  const at = where % text.length;
  const next = text.slice(at + 1);
  if (kind === 'put') return text.slice(0, at) + letter + text.slice(at);
  if (kind === 'drop') return text.slice(0, at) + next;
  if (kind === 'change') return text.slice(0, at) + letter + next;
  return `${text.slice(0, at)}${next.slice(0, 1)}${text[at] ?? ''}${next.slice(1)}`;
}

const slip = fc.tuple(
  fc.nat({ max: 40 }),
  fc.constantFrom(...LETTERS),
  fc.constantFrom<Slip[2]>('put', 'drop', 'change', 'swap'),
);
const text = fc.record({
  wish: fc.constantFrom(...WISHES),
  slip: fc.option(slip),
  before: fc.constantFrom('', ...ORDINARY),
  after: fc.constantFrom('', ...ORDINARY),
  upper: fc.boolean(),
});

test('what cannot hold a wish by its letters holds none by its words, whatever slip stands in it', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('name', 'cell', 'story'),
      ({ wish, slip, before, after, upper }, place) => {
        const written = `${before} ${slip === null ? wish : slipped(wish, slip)} ${after}`.trim();
        const cell = upper ? written.toUpperCase() : written;
        assert.ok(searchWish(cell, place) === null || mayWish(cell), `${place}: ${cell}`);
      },
    ),
    { numRuns: 3000 },
  );
});

test('the letters alone keep ordinary cells from being taken to words, and no wish', () => {
  for (const cell of [
    'Bantuan berhenti',
    'Ds Melati RT 02',
    '081200000021',
    'Selesai',
    'Sudah dihubungi',
    '',
  ])
    assert.equal(mayWish(cell), false, cell);
  for (const cell of ['Ráhasia', 'R A H A S I A', 'ｒａｈａｓｉａ', 'Mr. X', 'dirahaiakan', 'disamrkan'])
    assert.equal(mayWish(cell), true, cell);
});

test('a cell of thousands of brackets is no heading, and is not searched for one', () => {
  const before = process.cpuUsage().user;
  assert.deepEqual(meaningOfHeading('('.repeat(32_000)), { meaning: 'unknown', sure: 0 });
  assert.ok(process.cpuUsage().user - before < 200_000, 'in microseconds');
});
