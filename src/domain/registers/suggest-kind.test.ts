import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindSuggester } from './suggest-kind.ts';

const KINDS = [
  { key: 'pengaduan', keywords: ['tidak masuk', 'tidak pernah menerima', 'dihapus'] },
  { key: 'aspirasi', keywords: ['saran'] },
  { key: 'permintaan-informasi', keywords: ['menanyakan', 'syarat'] },
  { key: 'permohonan-layanan', keywords: ['mengaktifkan', 'kehilangan', 'longsor', 'meminta'] },
] as const;
const suggest = kindSuggester(KINDS, []);

const CASES: readonly (readonly [string, string | null])[] = [
  ['Melaporkan kehilangan KKS', 'permohonan-layanan'],
  ['Ingin mengaktipkan BPJS', 'permohonan-layanan'],
  ['Melaporkan kejadian tanah longsor', 'permohonan-layanan'],
  ['Menanyakan syarat bantuan', 'permintaan-informasi'],
  ['Saran agar loket buka sampai sore', 'aspirasi'],
  ['Menanyakan saldo PKH tidak masuk sejak 2022', null],
  ['Bantuan saya dihapus', null],
  ['Meminta penjelasan karena tidak pernah menerima bantuan', null],
];

for (const [matter, kind] of CASES) {
  test(`«${matter}» ${kind === null ? 'stays a complaint' : `may be ${kind}`}`, () => {
    assert.equal(suggest(matter)?.value ?? null, kind);
  });
}

test('the office’s words alone suggest: without them nothing is, with others something else', () => {
  const silent = kindSuggester(
    KINDS.map(({ key }) => ({ key, keywords: [] })),
    [],
  );
  assert.equal(silent('Melaporkan kehilangan KKS'), null);
  const other = kindSuggester([{ key: 'aspirasi', keywords: ['kehilangan'] }], []);
  assert.equal(other('Melaporkan kehilangan KKS')?.value, 'aspirasi');
});

test('cases whose kind a person has set strengthen what their words say, for a kind or against it', () => {
  const earlier = [
    ...Array.from({ length: 6 }, () => ({
      text: 'kartu kuning ditolak puskesmas',
      kind: 'pengaduan' as const,
    })),
    ...Array.from({ length: 6 }, () => ({ text: 'kapan jadwal pasar murah', kind: 'aspirasi' as const })),
  ];
  const matter = 'Menanyakan kartu kuning yang ditolak puskesmas';
  assert.equal(suggest(matter)?.value, 'permintaan-informasi');
  assert.equal(kindSuggester(KINDS, earlier)(matter), null);
});

test('a suggestion tells the words that led to it and stays below certainty', () => {
  const found = suggest('Menanyakan syarat bantuan');
  assert.match(found?.why ?? '', /menanyakan, syarat/);
  assert.ok((found?.confidence ?? 1) < 1 && (found?.confidence ?? 0) >= 0.6);
});
