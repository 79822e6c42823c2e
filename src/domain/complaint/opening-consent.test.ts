import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { decideMark } from './decide-mark.ts';
import type { ComplaintEvent, RecordedEvent } from './event.ts';
import { agreedRequest, needsSecondPerson, openedLately, openRequests } from './opening-consent.ts';

const DAY = '2026-03-02';
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const by = (account: string, event: ComplaintEvent): RecordedEvent => ({
  seq: 1,
  recordedAt: event.at,
  actor: { by: 'staff', account, role: null },
  event,
});
const asked = by('a', { type: 'identity-opening-asked', at: at('01:00'), identity: 'p', reason: 'r' });
const agreedBy = (account: string) =>
  by(account, { type: 'identity-opening-agreed', at: at('02:00'), identity: 'p', asker: 'a', reason: 'r' });
const consent = (...parts: Parameters<typeof agreedRequest>) => agreedRequest(...parts) !== null;
const opened = by('a', { type: 'identity-opened', at: at('03:00'), identity: 'p', reason: 'r' });

test('rule 32: a request waits until a second person agrees, and nobody agrees to his own', () => {
  assert.equal(consent([asked], 'p', 'a', at('04:00')), false);
  assert.equal(consent([asked, agreedBy('a')], 'p', 'a', at('04:00')), false);
  assert.equal(consent([asked, agreedBy('b')], 'p', 'a', at('04:00')), true);
});

test('rule 32: an agreement is for one identity, one account and one opening', () => {
  const agreed = [asked, agreedBy('b')];
  assert.equal(consent(agreed, 'q', 'a', at('04:00')), false);
  assert.equal(consent(agreed, 'p', 'c', at('04:00')), false);
  assert.equal(consent([...agreed, opened], 'p', 'a', at('04:00')), false);
  assert.deepEqual(openRequests([...agreed, opened], at('04:00')), []);
});

test('an agreement is gone after a day, and a new request takes its place', () => {
  const agreed = [asked, agreedBy('b')];
  assert.equal(consent(agreed, 'p', 'a', '2026-03-03T02:00:00.000Z'), true);
  assert.equal(consent(agreed, 'p', 'a', '2026-03-03T02:00:00.001Z'), false);
  assert.equal(consent([...agreed, asked], 'p', 'a', at('04:00')), false);
});

test('rule 32: an agreement is to the reason that was read, not to another that took its place', () => {
  const other = by('a', { ...asked.event, type: 'identity-opening-asked', identity: 'p', reason: 'lain' });
  assert.equal(consent([asked, other, agreedBy('b')], 'p', 'a', at('04:00')), false);
  assert.equal(agreedRequest([asked, agreedBy('b')], 'p', 'a', at('04:00'))?.reason, 'r');
});

test('a request that nobody agreed to within seven days is gone, and cannot be agreed to', () => {
  assert.equal(openRequests([asked], '2026-03-09T01:00:00.000Z').length, 1);
  assert.deepEqual(openRequests([asked], '2026-03-09T01:00:00.001Z'), []);
});

test('rule 32: a case that was anonymous, secret or restricted takes a second person for good', () => {
  for (const mark of ['anonymous', 'secret', 'restricted', 'protected'] as const) {
    const marked = aComplaint()
      .received()
      .does((state, context) => decideMark(state, { mark, on: true }, context));
    const bared = marked.does((state, context) =>
      decideMark(state, { mark, on: false, reason: 'r' }, context),
    );
    assert.equal(bared.state().marks[mark], false);
    assert.equal(needsSecondPerson(bared.state()), mark !== 'protected', mark);
  }
  assert.equal(needsSecondPerson(aComplaint().received().state()), false);
});

test('rule 32: who opened all of its people looks at what shows them for a day, and nobody else does', () => {
  const history = [asked, agreedBy('b'), opened];
  assert.equal(openedLately(history, ['p'], 'a', at('04:00')), true);
  assert.equal(openedLately(history, ['p'], 'a', '2026-03-03T03:00:00.000Z'), true);
  assert.equal(openedLately(history, ['p'], 'a', '2026-03-03T03:00:00.001Z'), false);
  assert.equal(openedLately(history, ['p', 'q'], 'a', at('04:00')), false, 'another person, too');
  assert.equal(openedLately(history, ['p'], 'b', at('04:00')), false, 'who agreed has not opened');
  assert.equal(openedLately([asked, agreedBy('b')], ['p'], 'a', at('04:00')), false);
  assert.equal(openedLately(history, [], 'a', at('04:00')), false);
  assert.equal(openedLately(history, ['p'], null, at('04:00')), false);
});
