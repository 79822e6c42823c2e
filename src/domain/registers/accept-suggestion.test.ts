import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { afterEvent } from '../complaint/with-due.ts';
import { acceptSuggestion } from './accept-suggestion.ts';

const complaint = aComplaint().received({ service: null });
const imported: CaseState = { ...complaint.state(), provenance: 'register-lama' };
const decide = (state: CaseState, service = 'pkh') =>
  acceptSuggestion(state, service, 'alasan', complaint.context());

test('an accepted suggestion is a correction of the service that moves no limit (rules 11, 37)', () => {
  const decided = decide(imported);
  assert.ok(decided.ok);
  const [event] = decided.events;
  assert.ok(event?.type === 'corrected');
  assert.deepEqual(event.changes, { service: 'pkh' });
  const context = complaint.context();
  const answered = complaint.disposed().answered().state();
  for (const before of [imported, { ...imported, due: answered.due, ended: answered.ended }]) {
    const { due, ended } = afterEvent(before, event, context);
    assert.deepEqual({ due, ended }, { due: before.due, ended: before.ended });
  }
});

test('a service that is protected by itself protects the case (rule 6)', () => {
  const decided = decide(imported, 'perlindungan-anak');
  assert.ok(decided.ok);
  assert.deepEqual(
    decided.events.map((event) => event.type),
    ['corrected', 'marked'],
  );
});

test('a case that has a service, is cancelled or merged, or was received here keeps what it has', () => {
  for (const state of [
    { ...imported, service: 'pbi-jk' },
    { ...imported, cancelled: true },
    { ...imported, mergedInto: 'lain' },
    complaint.state(),
  ]) {
    const decided = decide(state);
    assert.deepEqual(decided, { ok: false, refusal: 'nothing-changes' });
  }
  assert.equal(decide(imported, 'tidak-ada').ok, false);
});

test('whoever is complained of changes nothing on his case (rule 28)', () => {
  const { account } = complaint.context().actor;
  const respondents = [{ identity: null, account, unit: null }];
  const named = { ...imported, people: { ...imported.people, respondents } };
  assert.deepEqual(decide(named), { ok: false, refusal: 'respondent-shut-out' });
});
