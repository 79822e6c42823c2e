import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../../test/a-complaint.ts';
import { anAppliedOffice } from '../../../../test/an-applied-office.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { decideApproveAnswer } from '../../../domain/complaint/decide-draft.ts';
import { decideProveNotice } from '../../../domain/complaint/decide-verify.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { clockFaces } from './clocks.presenter.ts';

const office = anAppliedOffice();

test('each limit shows the days that led to its date, and ends on that very date', () => {
  const state = aComplaint().received().state();
  const faces = clockFaces(state, office, Date.parse(state.receivedAt), wordsOf('id'));
  assert.ok(faces.length > 0);
  for (const face of faces) {
    assert.match(face.arithmetic[0] ?? '', /^Dihitung dari penerimaan, /);
    assert.ok(face.arithmetic.includes(`Batas waktu: ${face.left.date}.`));
  }
});

test('a limit that does not count from the receipt says what it counts from, and shows its days too', () => {
  const begun = (state: CaseState, key: string) => {
    const face = clockFaces(state, office, Date.parse(state.recordedAt), wordsOf('id')).find(
      (one) => one.key === key,
    );
    assert.ok(face?.arithmetic.includes(`Batas waktu: ${face.left.date}.`), key);
    return face?.arithmetic[0]?.replace(/\d WITA\.$/, '');
  };
  const later = aComplaint().received().at('2026-03-04T11:00');
  const incomplete = later.verified({ completeness: 'incomplete', missing: ['KK'] });
  const noticed = incomplete.does((state, context) =>
    decideProveNotice(state, { notice: 'incomplete' }, context),
  );
  const approved = later
    .disposed()
    .submitted()
    .at('2026-03-06T10:00')
    .does((state, context) => decideApproveAnswer(state, context));
  const reopened = later.disposed().answered().at('2026-03-06T10:00').reopened();
  const [fourth, sixth] = ['Rabu, 4 Maret 2026 pukul 11.0', 'Jumat, 6 Maret 2026 pukul 10.0'];
  assert.equal(
    begun(noticed.state(), 'statute-completion'),
    `Dihitung dari pemberitahuan yang terbukti diterima, ${fourth}`,
  );
  assert.equal(
    begun(later.verified().state(), 'statute-decision'),
    `Dihitung dari saat pengaduan dinyatakan lengkap, ${fourth}`,
  );
  assert.equal(begun(approved.state(), 'statute-notice'), `Dihitung dari keputusan kantor, ${sixth}`);
  assert.equal(begun(reopened.state(), 'office'), `Dihitung dari pembukaan kembali, ${sixth}`);
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

test('rule 15: a limit that had passed before another kind was given stands beside what that kind is promised', () => {
  const late = aComplaint().received().at('2026-04-20T10:00');
  const state = late.classified({ kind: 'aspirasi', severity: 'light', reason: 'alasan-1' }).state();
  const labels = clockFaces(state, office, Date.parse('2026-04-20T02:00:00Z'), wordsOf('id')).map(
    ({ label }) => label,
  );
  assert.ok(labels.includes('Jawaban kantor, terlewat sebelum jenisnya diubah'), labels.join('; '));
  assert.ok(labels.includes('Jawaban kantor'));
});
