import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, type ComplaintBuilder } from '../../../test/a-complaint.ts';
import { COMPLAINANT_ACTOR } from '../people/case-actor.ts';
import { decideReply } from './decide-ask.ts';
import { decideFollowUp } from './decide-follow-up.ts';
import { decideTakenToOmbudsman } from './decide-ombudsman.ts';
import { decideProveNotice } from './decide-verify.ts';
import { endByItself } from './end-by-itself.ts';

const ends = (complaint: ComplaintBuilder) => {
  const { actor: _, ...context } = complaint.context();
  const [event] = endByItself(complaint.state(), complaint.events(), context)?.events ?? [];
  return event ?? null;
};
const told = (complaint: ComplaintBuilder, notice: 'answer' | 'incomplete') =>
  complaint.does((state, context) => decideProveNotice(state, { notice }, context));
const writes = (complaint: ComplaintBuilder) =>
  complaint
    .by(COMPLAINANT_ACTOR)
    .does((state, context) => decideReply(state, { from: 'complainant', text: 'teks-9' }, context));

const answered = aComplaint().received().disposed().answered({ way: 'channel', channel: 'whatsapp' });
const incomplete = aComplaint()
  .received()
  .verified({ completeness: 'incomplete', missing: ['KK'] });

test('rule 26: silence closes an answer that provably arrived, after the whole window and no sooner', () => {
  assert.equal(ends(answered.at('2026-06-01T10:00')), null, 'nobody knows that it arrived');
  const proven = told(answered.at('2026-03-03T10:00'), 'answer');
  assert.equal(ends(proven.at('2026-03-04T10:00')), null);
  const end = ends(proven.at('2026-06-01T10:00'));
  assert.ok(end?.type === 'closed');
  assert.deepEqual([end.closedBy, end.outcome], ['silence', 'explained']);
});

test('rule 26: silence calls resolved what the record shows as mended: aid or shelter was given', () => {
  const followed = (entry: 'aid' | 'shelter' | 'note') =>
    aComplaint()
      .received()
      .disposed()
      .does((state, context) => decideFollowUp(state, { entry, text: 'catatan-1' }, context))
      .answered({ way: 'channel', channel: 'whatsapp' });
  const outcome = (entry: 'aid' | 'shelter' | 'note') => {
    const end = ends(told(followed(entry).at('2026-03-03T10:00'), 'answer').at('2026-06-01T10:00'));
    return end?.type === 'closed' ? end.outcome : null;
  };
  assert.deepEqual(
    [outcome('aid'), outcome('shelter'), outcome('note')],
    ['resolved', 'resolved', 'explained'],
  );
});

test('rule 26: who wrote after the answer is not silent, and what is at the Ombudsman waits there', () => {
  const proven = told(answered.at('2026-03-03T10:00'), 'answer');
  assert.equal(ends(writes(proven.at('2026-03-05T10:00')).at('2026-06-01T10:00')), null);
  const away = proven
    .at('2026-03-06T10:00')
    .does((state, context) => decideTakenToOmbudsman(state, { returned: false }, context));
  assert.equal(ends(away.at('2026-06-01T10:00')), null);
  const back = away.does((state, context) => decideTakenToOmbudsman(state, { returned: true }, context));
  assert.equal(ends(back.at('2026-06-01T10:00'))?.type, 'closed');
});

test('rule 19: deemed withdrawn only 30 days after proven receipt, never of somebody anonymous or who wrote meanwhile', () => {
  assert.equal(ends(incomplete.at('2026-08-01T10:00')), null, 'the notice is not proven');
  const proven = told(incomplete.at('2026-03-03T10:00'), 'incomplete');
  assert.equal(ends(proven.at('2026-04-01T10:00')), null, 'the thirtieth day is his');
  const end = ends(proven.at('2026-04-03T10:00'));
  assert.ok(end?.type === 'withdrawn' && end.deemed);
  assert.equal(ends(writes(proven.at('2026-03-20T10:00')).at('2026-08-01T10:00')), null);
  const anonymous = aComplaint()
    .received({ anonymous: true })
    .verified({ completeness: 'incomplete', missing: ['KK'] });
  assert.equal(ends(told(anonymous.at('2026-03-03T10:00'), 'incomplete').at('2026-08-01T10:00')), null);
});

test('rule 28: time ends nothing while it is unsaid who is complained of', () => {
  const proven = told(answered.at('2026-03-03T10:00'), 'answer').at('2026-06-01T10:00');
  const { actor: _, ...context } = proven.context();
  const state = proven.state();
  const named = { identity: 'terlapor-1', account: null, unit: null, standing: 'undecided' } as const;
  const unsaid = { ...state, people: { ...state.people, respondents: [named] } };
  assert.equal(endByItself(unsaid, proven.events(), context), null);
  assert.notEqual(endByItself(state, proven.events(), context), null);
});
