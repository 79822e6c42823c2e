import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeFromFiles } from '../../../test/a-counted-report.ts';
import { CONTEXT, sheet } from '../../../test/a-register-sheet.ts';
import { importedEvents } from '../../domain/registers/imported-case.ts';
import { readRegister } from '../../domain/registers/read-register.ts';
import { rowRemarks } from './row-remarks.ts';

const office = await officeFromFiles('tabalong');
const context = {
  ...CONTEXT,
  services: office.services,
  categories: office.categories,
  places: office.places,
  classes: office.classes.map(({ key }) => key),
};
const REFS = {
  ...{ ticket: 'TBL-1', batch: 'b', row: 'r', matter: 'matter', narrative: null, statusWritten: null },
  ...{ remarks: null, reporters: [], concerns: [] },
};
const HEADINGS = ['TINGKAT', 'KATEGORI', 'LAYANAN', 'JENIS PERMOHONAN', 'BIDANG', 'MEDIA', 'SIFAT', 'WARNA'];
const TABLE = ['NO', 'TANGGAL', 'NAMA', 'ALAMAT', 'ADUAN', 'STATUS', 'TANGGAPAN', 'KECAMATAN', ...HEADINGS];

const word = fc.constantFrom(
  ...['Mendesak', 'Merdeka', 'Bansos', 'Tahap', 'Linjamsos', 'Kartu', 'tunai', 'Puduk', 'Bidang'],
  ...['1', '2', '7'],
);
const cell = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const ofOffice = fc.constantFrom(
  ...[...office.services, ...office.categories, ...office.places].flatMap(({ key, label }) => [key, label]),
);

test('whatever a cell of a row says stands in its history, its texts, the vault or the remarks', () => {
  const cells = fc.tuple(cell, fc.array(fc.oneof(cell, ofOffice), { minLength: 11, maxLength: 11 }));
  fc.assert(
    fc.property(cells, ([place, texts]) => {
      const [matter = '', status = '', narrative = '', ...others] = texts;
      const line = ['1', '2 Januari 2023', 'Elok', place, matter, status, narrative, place, ...others];
      const [row] = readRegister([sheet('Januari', { 1: TABLE, 2: line })], context).rows;
      assert.ok(row?.verdict === 'imported');
      const choice = { channel: null, acceptSuggestions: false };
      const { remarks, ofPeople } = rowRemarks(row);
      const told = [row.matter, row.narrative, row.statusWritten, row.address, remarks, ofPeople].join('\n');
      const keys = JSON.stringify(importedEvents(row, REFS, choice, office, 'Asia/Makassar'));
      for (const [at, text] of [...texts, place].entries()) {
        const known = [...office.services, ...office.categories].find(({ key, label }) =>
          [key, label].includes(text),
        );
        const stands = told.includes(text) || (known !== undefined && keys.includes(`"${known.key}"`));
        assert.ok(stands, `${TABLE[at + 4]}: ${text}`);
      }
    }),
  );
});

test('what an office does not know of a class, category, service, kind and unit is kept under its heading and doubted once', () => {
  const written = ['Mendesak', 'Bansos tunai', 'Kartu Merdeka', 'Entah', 'Bidang Linjamsos'];
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', ...HEADINGS.slice(0, 5)];
  const line = ['1', '2 Januari 2023', 'Elok', 'Bantuan berhenti', ...written];
  const [row] = readRegister([sheet('Januari', { 1: head, 2: line })], context).rows;
  assert.ok(row?.verdict === 'imported');
  assert.deepEqual(
    row.kept.map(({ heading, text }) => [heading, text]),
    written.map((text, at) => [HEADINGS[at], text]),
  );
  const unknown = row.doubts.filter(({ rule }) => rule === 'value-unknown');
  assert.deepEqual(unknown.map((doubt) => doubt.written).toSorted(), written.toSorted());
  for (const text of written) assert.equal(rowRemarks(row).remarks.split(text).length, 2, text);
});

test('a place that is nearly one of the office’s is taken and said', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'KECAMATAN'];
  const line = ['1', '2 Januari 2023', 'Elok', 'Bantuan berhenti', 'Murung Puduk'];
  const [row] = readRegister([sheet('Januari', { 1: head, 2: line })], context).rows;
  assert.ok(row?.verdict === 'imported');
  assert.equal(row.place, 'murung-pudak');
  const [doubt] = row.doubts.filter(({ rule }) => rule === 'value-unknown');
  assert.deepEqual([doubt?.field, doubt?.written, doubt?.taken], ['address', 'Murung Puduk', 'Murung Pudak']);
});
