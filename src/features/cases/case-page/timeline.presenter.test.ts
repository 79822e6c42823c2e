import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../../test/an-office.ts';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { officeCodes } from '../../offices/office-codes.ts';
import { timelineEntries } from './timeline.presenter.ts';

const data = anOffice();
const told = (history: readonly RecordedEvent[]) =>
  timelineEntries(history, {
    office: {
      officeId: 1,
      slug: data.slug,
      ticketPrefix: 'UJI',
      version: 1,
      zone: 'Asia/Makassar',
      data,
      codes: officeCodes([]),
      calendar: officeCalendar,
      calendarRevision: 1,
    },
    words: wordsOf('id'),
    textOf: () => null,
    nameOf: () => null,
  });

test('an entry tells its outcome and its limit without saying a word twice', () => {
  const history = aComplaint().at('2026-03-02T09:00').received().registered().answeredAtDesk().events();
  const entries = told(history);
  assert.doesNotMatch(JSON.stringify(entries), /Selesai: Selesai|Batas: Batas/);
  assert.match(entries.at(-1)?.clock ?? '', /^Tenggat: .+ paling lambat /);
});

test('the receipt of an old row is told to the day that its register gives, with no hour made up', () => {
  const [received] = aComplaint().at('2026-03-02T00:00').received().events();
  assert.ok(received?.event.type === 'received');
  const old: RecordedEvent = {
    ...received,
    recordedAt: wita('2026-11-22T10:00'),
    event: { ...received.event, precision: 'day' },
  };
  const [entry] = told([old]);
  assert.equal(entry?.when, 'Senin, 2 Maret 2026 (dicatat Minggu, 22 November 2026 pukul 10.00 WITA)');
});
