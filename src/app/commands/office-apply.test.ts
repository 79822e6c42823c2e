import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRemoved } from './office-apply.ts';

test('a key that is gone is told with what bears it, in the words of the paper, and nothing that is zero', () => {
  const place = { list: 'places', key: 'melati', label: 'Kecamatan Melati' } as const;
  const begin = 'Tidak lagi dalam daftar tempat: melati (Kecamatan Melati); masih dipakai';
  assert.equal(describeRemoved({ ...place, cases: 1, accounts: 0 }), `${begin} 1 pengaduan.`);
  assert.equal(describeRemoved({ ...place, cases: 0, accounts: 2 }), `${begin} 2 akun atau token.`);
  assert.equal(
    describeRemoved({ ...place, list: 'units', cases: 3, accounts: 2 }),
    `${begin.replace('tempat', 'unit')} 3 pengaduan dan 2 akun atau token.`,
  );
});
