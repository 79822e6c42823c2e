import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPaperFrame } from '../../../test/a-paper-record.ts';
import { textsOfPaper } from '../../../test/texts-of-paper.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import { type RegisterEntry, USUAL_COLUMNS } from '../registers/register-columns.ts';
import { buildRegisterPage, buildRegisterVolumes } from './build-register-page.ts';

const ENTRY: RegisterEntry = {
  ...{ number: '87/IV/2027', receivedOn: '2027-04-06', precision: 'instant', people: ['Siti Contoh'] },
  ...{
    anonymous: false,
    guarded: false,
    concerns: [],
    phones: ['0812-0000-0011'],
    address: 'Jalan Contoh 11',
  },
  ...{
    place: 'Contoh Utara',
    matter: 'Kartu tidak aktif.',
    narrative: 'Kartu sudah aktif.',
    status: 'Selesai',
  },
  ...{ outcome: '', kind: 'Pengaduan', service: 'PBI-JK', severity: 'Sedang', channel: 'Loket', unit: '' },
  ...{ withheld: null, cancelled: false },
};
const printed = (edition: 'arsip' | 'publik', entries: readonly RegisterEntry[]) =>
  buildRegisterPage(aPaperFrame(), {
    ...{ period: 'April 2027', edition, columns: USUAL_COLUMNS, entries },
    note: null,
  });
const said = (edition: 'arsip' | 'publik', entries: readonly RegisterEntry[]) =>
  textsOfPaper(resolveTree(printed(edition, entries))).join('\n');

test('rules 6, 11, 12: the closing line counts what counts, BATAL stands without its case, a protected one as its number', () => {
  const cancelled = { ...ENTRY, number: '88/IV/2027', people: ['Nama Batal'], cancelled: true };
  const hidden = { ...ENTRY, number: '89/IV/2027', people: ['Nama Lindung'], withheld: 'protected' } as const;
  const text = said('arsip', [ENTRY, cancelled, hidden]);
  assert.match(text, /ditutup dengan 2 \(dua\) pengaduan/);
  assert.match(text, /BATAL/);
  assert.doesNotMatch(text, /Nama Batal|Nama Lindung/);
  assert.match(text, /89\/IV\/2027/);
  assert.match(text, /Siti Contoh/);
});

test('rule 12: arsip is marked, publik has no name, number or story; a month without a case is closed as nihil', () => {
  assert.equal(printed('arsip', [ENTRY]).meta.classification, 'Rahasia');
  const open = printed('publik', [ENTRY]);
  assert.equal(open.meta.classification, undefined);
  assert.equal(open.meta.orientation, 'landscape');
  assert.doesNotMatch(said('publik', [ENTRY]), /Siti|0812|Jalan Contoh|Kartu/);
  assert.match(said('publik', []), /ditutup dengan 0 \(nol\) pengaduan/);
});

test('rule 12: a long register is bound in volumes, each row in one of them, and the last closes all of it', () => {
  const entries = Array.from({ length: 25 }, (_, at) => ({
    ...ENTRY,
    number: `${at + 1}/2027`,
    cancelled: at === 3,
  }));
  const page = {
    period: 'Tahun 2027',
    edition: 'publik',
    columns: USUAL_COLUMNS,
    entries,
    note: 'Catatan.',
  } as const;
  const volumes = buildRegisterVolumes(aPaperFrame(), page, 10).map((tree) =>
    textsOfPaper(resolveTree(tree)),
  );
  assert.equal(volumes.length, 3);
  const numbers = volumes.map((texts) => texts.filter((text) => /^\d+\/2027$/.test(text)));
  assert.deepEqual(
    numbers.map((of) => of.length),
    [10, 10, 5],
  );
  assert.deepEqual(
    numbers.flat(),
    entries.map(({ number }) => number),
  );
  const people = volumes.flat().filter((text) => /^Pelapor \d+$/.test(text));
  assert.equal(new Set(people).size, 24, 'pseudonyms count through all volumes');
  assert.ok(volumes[1]?.includes('JILID 2 DARI 3'));
  assert.ok(volumes[0]?.includes('Jilid 1 memuat 10 (sepuluh) baris dan dilanjutkan pada jilid 2.'));
  assert.ok(
    volumes[2]?.includes(
      'Buku register periode Tahun 2027 ditutup dengan 24 (dua puluh empat) pengaduan dalam 3 (tiga) jilid.',
    ),
  );
  const [only, ...more] = buildRegisterVolumes(aPaperFrame(), page, 25);
  assert.deepEqual([only, more], [buildRegisterPage(aPaperFrame(), page), []]);
});
