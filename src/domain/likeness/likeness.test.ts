import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LikenessFace, likenessOf, type SharedTrait } from './likeness.ts';

const pkh: LikenessFace = {
  text: 'Bantuan PKH saya belum cair sejak bulan Januari, padahal nama saya ada di daftar.',
  kind: 'pengaduan',
  place: 'murung-pudak',
  service: 'pkh',
  receivedAt: Date.UTC(2026, 2, 2),
};
const of = (...traits: readonly SharedTrait[]) => new Set<SharedTrait>(traits);

test('the same person who writes by WhatsApp what he said at the counter is a duplicate, with the reasons in words', () => {
  const again = {
    ...pkh,
    text: 'pkh saya dari januari belum cair padahal ada di daftar penerima',
    receivedAt: Date.UTC(2026, 2, 5),
  };
  const found = likenessOf(pkh, again, of('phone', 'name'));
  assert.equal(found?.as, 'duplicate');
  assert.ok(found?.reasons.includes('same-name-and-phone') && found.reasons.includes('same-service'));
});

test('rule 3: neighbours with the same matter are a rombongan, no duplicate', () => {
  const neighbour = {
    ...pkh,
    text: 'Bantuan PKH di RT kami belum cair sejak Januari, padahal nama kami ada di daftar desa.',
  };
  assert.equal(likenessOf(pkh, neighbour, of('phone'))?.as, 'group');
  assert.equal(likenessOf(pkh, neighbour, of())?.as, 'group');
});

test('rule 3: a village officer who brings several people by one number suggests nothing', () => {
  const another = { ...pkh, text: 'Kursi roda untuk orang tua di Desa Kapar', service: 'lain-lain' };
  assert.equal(likenessOf(pkh, another, of('phone')), null);
  assert.equal(likenessOf(pkh, { ...another, service: 'pkh' }, of('phone')), null);
});

test('one person with another matter is another complaint', () => {
  const another = { ...pkh, text: 'Kartu BPJS anak saya tidak aktif di rumah sakit', service: 'pbi-jk' };
  assert.equal(likenessOf(pkh, another, of('nik', 'phone', 'name')), null);
});

test('one person with the same programme within two months is suggested though he says it otherwise; later he is not', () => {
  const short = { ...pkh, text: 'Mau tanya lagi soal yang kemarin' };
  assert.equal(likenessOf(pkh, short, of('nik'))?.as, 'duplicate');
  assert.equal(likenessOf(pkh, { ...short, receivedAt: Date.UTC(2026, 5, 2) }, of('nik')), null);
});
