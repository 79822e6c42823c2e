import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBookNumber } from './book-number.ts';

test('numbers of books, letters, decrees and SP4N may stand in the history', () => {
  for (const number of [
    '12',
    'S',
    'AG-214',
    'SP4N-000123',
    '460/123/Dinsos-II/2023',
    '800/1',
    'DKC-17',
    'LAPOR 6543210',
    '12/LKS/2023',
    '460/123/DINSOS-TBL/XI/2023',
    '460/148/DINSOS/VIII/2023',
    '800/1234/BKD/2023',
    '800.1.6.2/123/Dinsos/2023',
    '821.2/123/BKD/2023',
    '08/460/DINSOS/2023',
    '12.a',
    'Agenda 12',
    '12/A',
    '45/IV/2026',
    'SK 13/2026',
    '460/123/KESRA/2023',
    '460/123/Kesos/2023',
    '440/17/Dinkes/2023',
    'SLRT/001/2023',
    'PPKS-001',
    '045.2/118/Sekr',
    '140/23/Ds.Melati/2023',
    '005/Kec-TJG/2023',
    '400.9/12/Dinsos-2/2023',
    '800.1.6.2/123/BKPSDM',
    'SE.12/2023',
    'ADU 12',
    'No. 12',
    'ADI 7',
    '12.',
    '460 / 12',
    '001/Bid.Linjamsos/I/2023',
    '460/123/Rehsos/2023',
    '400.9/12/Sekr/2023',
    '12/UPTD.PPA/XI/2023',
    'No. ADU.12',
    'ADU.12.XI.2023',
    'Rak A-3',
    'Boks B/12',
    '2023-000123',
    '12.000.12345',
  ]) {
    assert.ok(isBookNumber(number), number);
  }
});

test('telephone numbers, a NIK, an e-mail address, several words and sentences are no numbers of a book', () => {
  for (const text of [
    '',
    '-',
    '081200000011',
    '0812-0000-0011',
    '62 812 0000 0011',
    '6300 0000 0000 0001',
    '123456789',
    'nama@contoh.id',
    'nama12@contoh.id',
    'Siti Contoh, Murung Pudak',
    'HP 0812-0000-0011',
    'HP1 0812/0000/0011',
    '0812_0000_0011',
    '812-0000-0011',
    '0812/0000/0011',
    'A 6300 0000 0000 0001',
    '6300_0000_0000_0001',
    '6300/0000/0000/0001',
    'Siti Contoh binti Misal',
    'Siti Contoh 12',
    'Contoh',
    'Siti-Contoh',
    'Ani Adi 3',
    'ANI ADI 3',
    '3 Ani Adi',
    'Siti.Aminah.12',
    'SITI.AMINAH.12',
    'Budi_Santoso_1',
    'Siti1.Aminah2',
    'S.Aminah.12',
    '3/Ibu Sari',
    '12/Siti Aminah/2023',
    '12/a.n.Siti/2023',
    '3 Ani / Adi',
    '3 Ani -Adi',
    '12/Bid.Siti Aminah',
    '460/1/Dinas Sosial',
    '2023000123',
    'Nomor 12 Tahun 2023',
    'datang tanggal 12, tanpa surat',
    '12  34',
    '/12',
    `1${'x'.repeat(40)}`,
  ]) {
    assert.ok(!isBookNumber(text), text);
  }
});

test('one name beside a figure, or several joined by strokes alone, have the shape of a number and are not kept out', () => {
  for (const text of [
    '12 Siti',
    'Budi-7',
    '12/SITI/2023',
    'ANI-7',
    '12/Ds.Siti',
    'Siti-Aminah-12',
    'Siti/Aminah/12',
  ]) {
    assert.ok(isBookNumber(text), text);
  }
});

test('two names that a dot, a low line or a blank joins are no number, whatever figures stand around them', () => {
  const name = fc.constantFrom('Siti', 'AMINAH', 'budi', 'Santoso', 'Ibu', 'Vina', 'S');
  const figure = fc.constantFrom('', '12', '2023', '3', '460.1');
  const mark = fc.constantFrom('/', '-', '.', '_', ' ');
  const joint = fc.constantFrom('.', '_', ' ', '. ', '._');
  fc.assert(
    fc.property(
      figure,
      mark,
      name,
      joint,
      name,
      mark,
      figure,
      (before, one, first, by, second, two, after) => {
        const text = `${before}${before && one}${first}${by}${second}${after && two}${after}`;
        assert.ok(!isBookNumber(text), text);
      },
    ),
    { numRuns: 1_000 },
  );
});
