import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestKind } from './suggest-kind.ts';

const CASES: readonly (readonly [string, string | null])[] = [
  ['Melaporkan kehilangan KKS', 'permohonan-layanan'],
  ['Ingin mengaktifkan BPJS', 'permohonan-layanan'],
  ['Melaporkan kejadian tanah longsor', 'permohonan-layanan'],
  ['Menanyakan syarat bantuan', 'permintaan-informasi'],
  ['Saran agar loket buka sampai sore', 'aspirasi'],
  ['Menanyakan saldo PKH tidak masuk sejak 2022', null],
  ['Bantuan saya dihapus', null],
  ['Meminta penjelasan karena tidak pernah menerima bantuan', null],
];

for (const [matter, kind] of CASES) {
  test(`«${matter}» ${kind === null ? 'stays a complaint' : `may be ${kind}`}`, () => {
    assert.equal(suggestKind(matter)?.value ?? null, kind);
  });
}
