import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceSuggester } from './suggest-service.ts';

const SERVICES = [
  { key: 'pbi-jk', label: 'PBI JK', keywords: ['bpjs', 'jaminan kesehatan'] },
  { key: 'bpnt', label: 'BPNT', keywords: ['bpnt', 'sembako', 'saldo 0'] },
  { key: 'pkh', label: 'PKH', keywords: ['pkh'] },
  { key: 'rutilahu', label: 'Rutilahu', keywords: ['rumah tidak layak huni'] },
  { key: 'lain-lain', label: 'Lain-lain', keywords: ['bencana'] },
];
const suggest = serviceSuggester(SERVICES, []);

test('the service that the matter names is suggested, misspelt or not', () => {
  assert.equal(suggest('Ingin mengaktifkan Bpjs', '')?.value, 'pbi-jk');
  assert.equal(suggest('bantuan sembakoo tida masuk', '')?.value, 'bpnt');
  assert.equal(suggest('Rumah tidak layakk huni', '')?.value, 'rutilahu');
});

test('a number says nothing of the service, but that a balance is 0 does', () => {
  assert.equal(suggest('Saldo selalu 0', '')?.value, 'lain-lain');
  assert.equal(suggest('Saldo 0 sejak 2023', '')?.value, 'bpnt');
  assert.equal(suggest('Saldo 25000 di rekening', '')?.value, 'lain-lain');
});

test('of two programmes the first named leads, with a lower confidence and the other one told', () => {
  const both = suggest('Masalah bantuan BPNT PKH tidak masuk', '');
  const one = suggest('Masalah bantuan BPNT tidak masuk', '');
  assert.equal(both?.value, 'bpnt');
  assert.ok((both?.confidence ?? 1) < 0.7 && (one?.confidence ?? 0) > 0.9);
  assert.match(both?.why ?? '', /juga disebut: pkh/);
});

test('what follows "sedangkan" hardly counts', () => {
  const found = suggest('PKH tidak masuk sedangkan BPNT masuk terus', '');
  assert.equal(found?.value, 'pkh');
  assert.ok((found?.confidence ?? 0) > 0.7);
});

test('a programme named only as a post does not count', () => {
  assert.equal(suggest('Bantuan yatim berhenti', 'bertanya kepada pendamping PKH')?.value, 'lain-lain');
});

test('the matter weighs more than the narrative, which decides where the matter names nothing', () => {
  assert.equal(suggest('Menanyakan BPNT', 'dijelaskan bahwa PKH berbeda')?.value, 'bpnt');
  const told = suggest('Menanyakan bantuan', 'aduan tentang PKH dijelaskan');
  assert.equal(told?.value, 'pkh');
  assert.ok((told?.confidence ?? 1) < 0.9);
});

test('a matter that names no programme falls to the rest, and to nothing where there is no rest', () => {
  assert.deepEqual(suggest('Kurang pendapatan dan kaki sakit', '')?.value, 'lain-lain');
  assert.equal(serviceSuggester(SERVICES.slice(0, 4), [])('Kurang pendapatan', ''), null);
  assert.equal(suggest('', ''), null);
});

test('the office’s own earlier rows teach words that no keyword names', () => {
  const earlier = [
    ...Array.from({ length: 6 }, () => ({
      text: 'kartu kuning tidak bisa dipakai berobat',
      service: 'pbi-jk',
    })),
    ...Array.from({ length: 6 }, () => ({ text: 'uang anak sekolah berhenti', service: 'pkh' })),
  ];
  const learnt = serviceSuggester(SERVICES, earlier);
  assert.equal(learnt('kartu kuning saya ditolak berobat', '')?.value, 'pbi-jk');
  assert.equal(suggest('kartu kuning saya ditolak berobat', '')?.value, 'lain-lain');
});

test('every suggestion tells the words that led to it and stays between 0 and 1', () => {
  const found = suggest('Menanyakan saldo BPNT', '');
  assert.match(found?.why ?? '', /bpnt/);
  assert.ok((found?.confidence ?? 2) <= 1 && (found?.confidence ?? 0) > 0);
});

test('a service for which earlier rows speak by no single word is told as such, without an empty list of words', () => {
  const spoken = (text: string, service: string, times: number) => Array(times).fill({ text, service });
  const learnt = serviceSuggester(SERVICES, [
    ...spoken('satu dua tiga empat', 'pkh', 3),
    ...spoken('satu dua tiga empat', 'bpnt', 2),
    ...spoken('cempaka', 'bpnt', 1),
    ...spoken('anggrek', 'rutilahu', 1),
    ...spoken('melur', 'pbi-jk', 1),
  ])('satu dua tiga empat', '');
  assert.deepEqual([learnt?.value, learnt?.by], ['pkh', 'earlier']);
  assert.equal(learnt?.why, 'Serupa dengan baris yang sudah ada.');
});

test('a suggestion says whether words named it or nothing did', () => {
  assert.equal(suggest('Menanyakan saldo BPNT', '')?.by, 'keyword');
  assert.equal(suggest('Kurang pendapatan', '')?.by, 'rest');
});
