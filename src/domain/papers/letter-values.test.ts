import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPaper } from '../../../test/every-paper.ts';
import { squeezed } from '../../../test/read-pdf.ts';
import { textsOfPaper } from '../../../test/texts-of-paper.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import { LETTER_KINDS, LETTER_TAGS, letterValues, neededTags } from './letter-values.ts';

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

test('rule 10: every kind that bears a number of the agenda goes on an office’s own paper and loses nothing that was issued', () => {
  assert.deepEqual([...LETTER_KINDS].toSorted(), [
    ...['berita-acara', 'permintaan-maaf', 'sk-tim', 'surat-jawaban', 'surat-pelimpahan'],
    ...['surat-tugas', 'telaahan-staf', 'undangan'],
  ]);
  for (const kind of LETTER_KINDS) {
    const issued = resolveTree(aPaper(kind, { frame: { number: '460/12/IV/2027' } }));
    const values = letterValues(issued);
    assert.ok(values !== null, kind);
    assert.equal(values.nomor, '460/12/IV/2027', kind);
    const told = squeezed(Object.values(values).join(' ')).toUpperCase();
    const lost = textsOfPaper(issued)
      .map((text) => squeezed(text).toUpperCase())
      .filter((text) => !told.includes(text));
    // Letterhead, title and labels stand on the office's own paper already.
    assert.deepEqual(
      lost.filter((text) => !OWN_PAPER.test(text)),
      [],
      kind,
    );
    if (issued.appendices.length > 0) assert.ok(neededTags(kind).includes('isi_lampiran'), kind);
  }
});

const OWN_PAPER = /^(?:NOMOR.*|SIFAT|LAMPIRAN|HAL|NO\.|JABATAN.*|DISPOSISIPIMPINAN.*|PARAFDANTANGGAL)$/;
