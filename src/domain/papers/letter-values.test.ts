import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPaper } from '../../../test/every-paper.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import { LETTER_TAGS, letterValues } from './letter-values.ts';
import { PAPER_KINDS } from './paper-kind.ts';

test("an office's own letter says what the issued one says, tag by tag", () => {
  const values = letterValues(resolveTree(aPaper('surat-jawaban', { frame: { number: '460/12/IV/2027' } })));
  assert.ok(values !== null);
  assert.equal(values.nomor, '460/12/IV/2027');
  assert.equal(values.tanggal, 'Contoh, 9 April 2027');
  assert.equal(values.hal, 'Jawaban atas pengaduan tentang Reaktivasi PBI-JK');
  assert.equal(values.kepada, 'Yth. Saudara Siti Contoh\ndi\nJalan Contoh 11, Desa Contoh');
  assert.match(
    values.isi,
    /^Sehubungan dengan pengaduan Saudara[\s\S]*Usulan reaktivasi[\s\S]*terima kasih\.$/,
  );
  assert.equal(values.nama, '(nama pejabat)');
  assert.match(values.tembusan, /^Tembusan:\n1\. Bupati Contoh/);
  assert.deepEqual(Object.keys(values).toSorted(), [...LETTER_TAGS].toSorted());
});

test('letters with an addressee have such values, other papers have none or say nothing that is not in them', () => {
  for (const kind of ['surat-jawaban', 'surat-pelimpahan'] as const) {
    assert.ok(letterValues(resolveTree(aPaper(kind))) !== null, kind);
  }
  for (const kind of PAPER_KINDS.filter((one) =>
    ['tanda-terima', 'daftar-hadir', 'sk-tim', 'lembar-layanan'].includes(one),
  )) {
    assert.equal(letterValues(resolveTree(aPaper(kind))), null, kind);
  }
});
