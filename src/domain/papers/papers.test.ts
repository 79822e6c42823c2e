import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPrintedPerson } from '../../../test/a-paper-record.ts';
import { anOffice } from '../../../test/an-office.ts';
import { aPaper } from '../../../test/every-paper.ts';
import { textsOfPaper } from '../../../test/texts-of-paper.ts';
import type { DocumentTree } from '../documents/blocks.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import { PAPER_KINDS, PAPER_RULES } from './paper-kind.ts';

const said = (tree: DocumentTree): string => textsOfPaper(resolveTree(tree)).join('\n');

test('rule 10: a paper without a number leaves room for it, and carries it once it is known', () => {
  for (const kind of PAPER_KINDS.filter((one) => PAPER_RULES[one].series !== 'none')) {
    assert.ok(!said(aPaper(kind)).includes('460/12/IV/2027'), kind);
    assert.match(said(aPaper(kind, { frame: { number: '460/12/IV/2027' } })), /460\/12\/IV\/2027/, kind);
  }
});

test('rule 6: the receipt of a protected case carries neither topic nor name', () => {
  const person = aPrintedPerson({ name: 'Nama Tersimpan' });
  const matter = 'Anak tetangga dipukul setiap malam.';
  const receipt = said(
    aPaper('tanda-terima', { record: { protected: true, matter, reporters: [person], service: 'Anak' } }),
  );
  assert.doesNotMatch(receipt, /Nama Tersimpan|dipukul|Layanan/);
  assert.match(receipt, /CON-2027-000123/);
  const open = said(aPaper('tanda-terima', { record: { matter, reporters: [person] } }));
  assert.match(open, /Nama Tersimpan/);
  assert.match(open, /dipukul/);
});

test('rules 6, 27: the papers of a protected or restricted case are marked RAHASIA, others are not', () => {
  for (const kind of ['formulir-pengaduan', 'formulir-penyaluran', 'surat-jawaban', 'surat-tugas'] as const) {
    assert.equal(aPaper(kind, { record: { protected: true } }).meta.classification, 'Rahasia', kind);
    assert.equal(aPaper(kind, { record: { restricted: true } }).meta.classification, 'Rahasia', kind);
    assert.equal(aPaper(kind).meta.classification, undefined, kind);
  }
});

test('rule 7: the form leaves room for the thumb-print and ticks how it was read back', () => {
  const form = aPaper('formulir-pengaduan', { record: { readBack: 'thumb-printed' } });
  const ticks = form.body.flatMap((block) => (block.type === 'ticks' ? block.items : []));
  const ticked = ticks.filter(({ ticked: on, inlines }) => on && JSON.stringify(inlines).includes('jempol'));
  assert.equal(ticked.length, 1);
  assert.match(said(form), /Cap jempol pelapor/);
  assert.match(said(form), /menyusul oleh Kepala Desa Contoh/);
});

test('rule 23: a form prints at any time; what was not done yet is room for the pen', () => {
  const early = {
    disposition: null,
    steps: [],
    answer: null,
    outcome: null,
    closedOn: null,
    narrative: null,
  };
  const sheet = aPaper('formulir-penyaluran', { record: early });
  assert.ok(sheet.body.some((block) => block.type === 'room'));
  const ticks = sheet.body.flatMap((block) => (block.type === 'ticks' ? block.items : []));
  assert.ok(ticks.every(({ ticked }) => !ticked));
  const filled = aPaper('formulir-penyaluran');
  const given = filled.body.flatMap((block) => (block.type === 'ticks' ? block.items : []));
  assert.ok(
    given.some(({ ticked, inlines }) => ticked && JSON.stringify(inlines).includes('Bidang Linjamsos')),
  );
  const resolution = aPaper('formulir-penyelesaian', { record: early });
  assert.ok(resolution.body.filter((block) => block.type === 'room').length > 0);
  assert.match(said(aPaper('formulir-penyelesaian')), /Usulan reaktivasi dikirim/);
});

test('rule 24: a case that is passed on stays open here and is told so, one that is taken over is not', () => {
  const referral = { body: 'Dinas Kesehatan', reference: null, text: null };
  const over = said(
    aPaper('surat-pelimpahan', { record: { referral: { ...referral, way: 'transferred' } } }),
  );
  assert.match(over, /kami limpahkan/);
  const on = said(aPaper('surat-pelimpahan', { record: { referral: { ...referral, way: 'forwarded' } } }));
  assert.match(on, /kami tetap memantau/);
  assert.match(on, /Yth\. Dinas Kesehatan/);
});

test('rule 30: the apology names service and day and can name no complainant', () => {
  const apology = said(aPaper('permintaan-maaf'));
  assert.match(apology, /reaktivasi PBI-JK pada Kamis, 1 April 2027/);
  assert.doesNotMatch(apology, /Siti|CON-2027|0812/);
});

test('the letter that sends people out says days in words and names neither complainant nor terlapor', () => {
  const letter = said(
    aPaper('surat-tugas', { record: { respondents: [aPrintedPerson({ name: 'Terlapor Contoh' })] } }),
  );
  assert.match(letter, /Senin, 12 April 2027 sampai dengan Rabu, 14 April 2027, selama 3 \(tiga\) hari\./);
  assert.doesNotMatch(letter, /Siti Contoh|Terlapor Contoh/);
});

test('domain 7.6: a decree cites only rules that hold on its day, and its annex bears its number and date', () => {
  const legalBases = [
    {
      id: 'lama',
      title: 'Peraturan Lama',
      inForceFrom: '2014',
      inForceTo: '2018',
      replacedBy: 'baru',
      note: null,
    },
    {
      id: 'baru',
      title: 'Peraturan Baru',
      inForceFrom: '2018',
      inForceTo: null,
      replacedBy: null,
      note: null,
    },
  ];
  const decree = aPaper('sk-tim', {
    office: anOffice({ legalBases }),
    frame: { number: '21 TAHUN 2027' },
  });
  const words = said(decree);
  assert.match(words, /Peraturan Baru/);
  assert.doesNotMatch(words, /Peraturan Lama/);
  for (const part of [
    'Menimbang',
    'Mengingat',
    'MEMUTUSKAN:',
    'Menetapkan',
    'KESATU',
    'KELIMA',
    'Tembusan:',
  ]) {
    assert.ok(words.includes(part), part);
  }
  assert.match(words, /LAMPIRAN KEPUTUSAN[\s\S]*NOMOR\n21 TAHUN 2027[\s\S]*9 April 2027/);
  assert.match(words, /Budi Contoh/);
});

test('rule 33: a letter of the days of a deputation is signed by the deputy', () => {
  const office = anOffice();
  const [head, other] = office.roles.map(({ key }) => key);
  assert.ok(head !== undefined && other !== undefined);
  const deputies = [{ role: head, capacity: 'plh', name: 'Wakil Contoh', ownRoles: [other] }] as const;
  const letter = said(aPaper('surat-jawaban', { frame: { deputies } }));
  assert.match(letter, /Plh\. SEMUA TUGAS\nWakil Contoh/);
});
