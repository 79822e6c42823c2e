import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLimit, anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { type ExplainedDue, explainDue } from './explain-due.ts';

const calendar = anOfficeCalendar();

function explained(from: string, limit: string): ExplainedDue {
  return explainDue(calendar, at(from), aLimit(limit));
}

test('the document has the names of the contract, with the offset of the office', () => {
  const { ok, json } = explained('2023-04-18T10:00', '3 hari kerja');
  assert.equal(ok, true);
  assert.equal(json.from, '2023-04-18T10:00:00+08:00');
  assert.equal(json.due, '2023-04-28T16:30:00+08:00');
  assert.equal(json.unit, 'working-day');
  const step = json.steps.find((one) => one.date === '2023-04-19');
  assert.equal(step?.kind, 'cuti_bersama');
  assert.equal(step?.counted, false);
  assert.match(step?.decree ?? '', /^SKB 1066\/2022/);
});

test('the lines tell every date, and the end in the zone of the office', () => {
  const { lines } = explained('2023-04-18T10:00', '1 hari kerja');
  assert.equal(lines[0], 'Diterima: Selasa, 18 April 2023 pukul 10.00 WITA');
  assert.equal(lines[1], 'Batas: 1 hari kerja');
  assert.ok(lines.includes('Selasa, 18 April 2023 — hari diterima (hari ke-0)'));
  assert.ok(
    lines.some((line) =>
      /^Rabu, 19 April 2023 — cuti bersama Idulfitri 1444 Hijriah \(SKB .+\), tidak dihitung$/.test(line),
    ),
  );
  assert.ok(lines.includes('Rabu, 26 April 2023 — hari kerja ke-1'));
  assert.ok(lines.includes('Jatuh tempo: Rabu, 26 April 2023 pukul 16.00 WITA'));
});

test('a limit that ends at 24.00 keeps its date in words and in ISO', () => {
  const { json, lines } = explained('2022-10-07T15:30', '3 hari');
  assert.equal(json.due, '2022-10-10T24:00:00+08:00');
  assert.equal(Date.parse(json.due ?? ''), at('2022-10-11T00:00'));
  assert.ok(lines.includes('Jatuh tempo: Senin, 10 Oktober 2022 pukul 24.00 WITA'));
  assert.ok(
    lines.some((line) =>
      /^Sabtu, 8 Oktober 2022 — hari ke-1, tetap dihitung: libur nasional Maulid /.test(line),
    ),
  );
});

test('service minutes are told day by day', () => {
  const { lines } = explained('2023-05-08T15:55:30', '10 menit');
  assert.ok(lines.includes('Senin, 8 Mei 2023 — 4 menit 30 detik waktu layanan'));
  assert.ok(lines.includes('Selasa, 9 Mei 2023 — 5 menit 30 detik waktu layanan'));
});

test('a refusal names the year', () => {
  const { ok, json, lines } = explained('2028-01-03T10:00', '3 hari kerja');
  assert.equal(ok, false);
  assert.equal(json.due, null);
  assert.equal(json.refusal, 'calendar-not-loaded');
  assert.equal(json.year, 2028);
  assert.match(lines.at(-1) ?? '', /Kalender tahun 2028 belum dimuat/);
});

test('every unit and every note has its sentence', () => {
  const notes = ['2023-05-08T17:00', '2023-04-11T10:00', '2024-01-31T10:00', '2027-12-20T10:00'].flatMap(
    (from) =>
      ['1 hari kerja', '1 jam', '14 hari', '1 bulan', '24 jam penuh'].flatMap(
        (limit) => explained(from, limit).json.notes,
      ),
  );
  assert.ok(
    notes.some((note) => note.startsWith('Masuk di luar jam layanan; dihitung sejak Selasa, 9 Mei 2023')),
  );
  assert.ok(notes.some((note) => note.includes('Selasa, 18 April 2023')));
  assert.ok(notes.some((note) => note.startsWith('Bulan itu tidak mempunyai tanggal yang sama')));
  assert.ok(notes.some((note) => note.includes('2028 belum dimuat')));
  assert.ok(notes.some((note) => note.startsWith('Belum ada edaran jam Ramadan 2023')));
});
