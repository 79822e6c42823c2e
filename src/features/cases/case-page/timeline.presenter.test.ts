import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../../test/a-complaint.ts';
import { anAppliedOffice } from '../../../../test/an-applied-office.ts';
import { decideForward } from '../../../domain/complaint/decide-forward.ts';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import { foldCase } from '../../../domain/complaint/fold-case.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { timelineEntries } from './timeline.presenter.ts';

const told = (history: readonly RecordedEvent[]) =>
  timelineEntries(history, {
    office: anAppliedOffice(),
    words: wordsOf('id'),
    textOf: (id) => (id === 'alasan-1' ? 'Listrik padam.' : null),
    fileOf: () => null,
    nameOf: () => null,
    seesContacts: true,
    personOf: () => null,
    ticketOf: () => null,
    now: foldCase(history),
    withheld: [],
    beside: [],
  }).shown;

test('an entry tells its outcome and its limit without saying a word twice', () => {
  const history = aComplaint().at('2026-03-02T09:00').received().registered().answeredAtDesk().events();
  const entries = told(history);
  for (const { what, clock } of entries) {
    for (const said of [what, clock ?? '']) assert.doesNotMatch(said, /(?<!\p{L})(\p{L}+):? \1(?!\p{L})/iu);
  }
  assert.match(entries[0]?.what ?? '', /^Selesai: \p{Lu}/u);
  assert.match(entries.at(-1)?.clock ?? '', /^Batas waktu: .+ paling lambat /);
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

test('rule 1: what was written down later tells both times and why, also where the reason was erased', () => {
  const later = (lateEntryReason: string) =>
    told(
      aComplaint()
        .at('2026-03-02T09:00')
        .received()
        .at('2026-03-03T10:00')
        .does((state, context) =>
          decideForward(state, { at: wita('2026-03-02T14:00'), lateEntryReason }, context),
        )
        .events(),
    )[0];
  assert.match(later('alasan-1')?.when ?? '', /2 Maret 2026 pukul 14\.00 WITA \(dicatat .*3 Maret 2026/);
  assert.equal(later('alasan-1')?.late, 'Dicatat belakangan karena: Listrik padam.');
  assert.equal(later('alasan-2')?.late, 'Dicatat belakangan; alasannya sudah dihapus');
});
