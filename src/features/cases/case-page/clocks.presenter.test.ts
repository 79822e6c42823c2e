import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../../test/an-office.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { officeCodes } from '../../offices/office-codes.ts';
import { clockFaces } from './clocks.presenter.ts';

const data = anOffice();
const office: Office = {
  officeId: 1,
  slug: data.slug,
  ticketPrefix: 'UJI',
  version: 1,
  zone: 'Asia/Makassar',
  data,
  codes: officeCodes([]),
  calendar: officeCalendar,
  calendarRevision: 1,
};

test('each limit shows the days that led to its date, and ends on that very date', () => {
  const state = aComplaint().received().state();
  const faces = clockFaces(state, office, Date.parse(state.receivedAt), wordsOf('id'));
  assert.ok(faces.length > 0);
  for (const face of faces.filter((one) => one.arithmetic.length > 0)) {
    assert.match(face.arithmetic[0] ?? '', /^Diterima /);
    assert.ok(face.arithmetic.includes(`Batas: ${face.left.date}.`));
  }
});

test('a limit in working days of a year without a circular says that Ramadan hours were not set (rule 18)', () => {
  const state = aComplaint().received().classified({ severity: 'light' }).state();
  const told = (language: 'id' | 'en') =>
    clockFaces(state, office, Date.parse(state.receivedAt), wordsOf(language))
      .flatMap((face) => face.arithmetic)
      .join(' ');
  assert.match(told('id'), /Belum ada edaran jam Ramadan 2026; tahun itu dihitung dengan jam biasa\./);
  assert.match(told('en'), /No circular on Ramadan hours for 2026 yet/);
});

test('the nearest limit stands first', () => {
  const state = aComplaint().received().state();
  const shown = clockFaces(state, office, Date.parse(state.receivedAt), wordsOf('id')).map(
    (face) => face.key,
  );
  const order = state.due
    .toSorted((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
    .map((one) => one.clock);
  assert.deepEqual(shown, order);
});
