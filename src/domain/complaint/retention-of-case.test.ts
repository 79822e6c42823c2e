import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import type { OfficeData } from '../office/office-data.ts';
import { retentionSpan, USUAL_RETENTION } from '../office/retention.ts';
import type { CaseState } from './case-state.ts';
import { decideTakenToOmbudsman } from './decide-ombudsman.ts';
import { retentionOfCase } from './retention-of-case.ts';

const of = (state: CaseState, today: string, office: OfficeData = anOffice()) =>
  retentionOfCase(state, office, 'Asia/Makassar', today);
const filed = aComplaint().received().disposed().answered().closed().filed();

test('a file is kept from the end of the year in which it was over, whole years, and falls due on the day after', () => {
  const span = { activeYears: 2, inactiveYears: 3 };
  assert.deepEqual(retentionSpan('2023-05-04', span), { activeTo: '2025-12-31', inactiveTo: '2028-12-31' });
  assert.deepEqual(retentionSpan('2023-12-31', span), { activeTo: '2025-12-31', inactiveTo: '2028-12-31' });
  const state = filed.state();
  assert.deepEqual([of(state, '2031-12-31').isDue, of(state, '2032-01-01').isDue], [false, true]);
});

test('what is not filed, is at the Ombudsman, stands in the closed lane or is kept for good is held back (rule 26)', () => {
  const day = '2040-01-01';
  assert.equal(of(filed.state(), day).hold, null);
  assert.equal(of(aComplaint().received().state(), day).hold, 'not-filed');
  const away = filed.does((state, context) => decideTakenToOmbudsman(state, { returned: false }, context));
  assert.equal(of(away.state(), day).hold, 'ombudsman');
  const state = filed.state();
  assert.equal(of({ ...state, marks: { ...state.marks, restricted: true } }, day).hold, 'lane');
  const review = { reviewers: [], recommendation: 'audit', decision: 'audit', readers: [] } as const;
  const investigation = { worthy: true, investigators: ['a'], finding: 'proven', sanctioned: null } as const;
  assert.equal(of({ ...state, review, investigation }, day).hold, 'lane', 'a decree is still awaited');
  const over = { ...investigation, sanctioned: false };
  assert.equal(of({ ...state, review, investigation: over }, day).hold, null);
  const [usual] = USUAL_RETENTION;
  assert.ok(usual);
  const keeps = { ...anOffice(), retention: [{ ...usual, fate: 'keep' as const }] };
  assert.equal(of(state, day, keeps).hold, 'kept-for-good');
  const other = { ...anOffice(), retention: [{ ...usual, kinds: ['aspirasi' as const] }] };
  assert.deepEqual([of(state, day, other).hold, of(state, day, other).isDue], ['no-series', false]);
});
