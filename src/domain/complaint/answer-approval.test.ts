import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import type { OfficeData } from '../office/office-data.ts';
import { PERMISSIONS } from '../people/permissions.ts';
import { answerLetterAwaits, approversOf } from './answer-approval.ts';
import { availableActions } from './available-actions.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideApproveAnswer, decideReturnAnswer } from './decide-draft.ts';
import { decideRefer } from './decide-refer.ts';
import { decideReopen } from './decide-reopen.ts';
import { decideSubmitAnswer } from './decide-submit-answer.ts';

const LETTERS = { kinds: 'all', severities: 'all', ways: ['letter'], by: ['penanggung-jawab'] } as const;
const COMPLAINTS = { kinds: ['pengaduan'], severities: 'all', ways: 'all', by: ['koordinator'] } as const;
const office: OfficeData = { ...anOffice(), approvals: [LETTERS, COMPLAINTS] };
const holder = (role: string) => anActor({ role, may: new Set(PERMISSIONS) });
const clerk = holder('front-office');
const coordinator = holder('koordinator');

function submitted() {
  return aComplaint({ office }).received().disposed().submitted();
}
type Complaint = ReturnType<typeof submitted>;
const byPhone = { way: 'channel', channel: 'whatsapp' } as const;
const answerBy = (complaint: Complaint, actor: typeof clerk, command: Parameters<typeof decideAnswer>[1]) =>
  complaint.by(actor).decide((state, context) => decideAnswer(state, command, context));
const approvedBy = (complaint: Complaint, actor: typeof clerk) =>
  complaint.by(actor).does((state, context) => decideApproveAnswer(state, context));
const awaits = (by: string) => ({ ok: false, refusal: 'awaits-approval', by: [by] });
const title = (role: string) => office.roles.find(({ key }) => key === role)?.title ?? role;

test('rule 31: where the office asks for approval, no draft is given before it, and the refusal says whose is awaited', () => {
  assert.deepEqual(answerBy(submitted(), clerk, byPhone), awaits(title('koordinator')));
  const approved = approvedBy(submitted(), coordinator);
  assert.equal(approved.state().approvedAs, 'koordinator');
  assert.equal(answerBy(approved, clerk, byPhone).ok, true);
});

test('rule 31: only the approved draft goes out, not another text in its place', () => {
  const approved = approvedBy(submitted(), coordinator);
  assert.deepEqual(answerBy(approved, clerk, { ...byPhone, text: 'lain' }), awaits(title('koordinator')));
  assert.equal(answerBy(approved, coordinator, { ...byPhone, text: 'lain' }).ok, true, 'he gives it himself');
});

test('rule 31: who is not asked does not approve, nor is it offered to him', () => {
  const refused = submitted()
    .by(clerk)
    .decide((state, context) => decideApproveAnswer(state, context));
  assert.equal(!refused.ok && refused.refusal, 'not-the-approver');
  const offers = (actor: typeof clerk) =>
    availableActions(submitted().state(), actor, office).some(
      ({ operation }) => operation === 'approve-answer',
    );
  assert.deepEqual([offers(clerk), offers(coordinator)], [false, true]);
});

test('rule 31: the first rule that fits the way decides who is asked', () => {
  const letter = { way: 'letter', hasNameAndAddress: true } as const;
  const byCoordinator = approvedBy(submitted(), coordinator);
  assert.deepEqual(answerBy(byCoordinator, clerk, letter), awaits(title('penanggung-jawab')));
  const byHead = approvedBy(submitted(), holder('penanggung-jawab'));
  assert.equal(answerBy(byHead, clerk, letter).ok, true);
  assert.deepEqual(approversOf(byHead.state(), null, office), ['penanggung-jawab', 'koordinator']);
  assert.deepEqual(approversOf({ ...byHead.state(), kind: 'aspirasi' }, 'oral', office), []);
});

test('rule 31: whoever sends a complainant elsewhere answers him, and waits for the same approval', () => {
  const directed = {
    way: 'directed',
    body: office.bodies[0]?.key ?? '',
    answer: { ...byPhone, text: 'ke sana' },
  } as const;
  const refer = (actor: typeof clerk) =>
    submitted()
      .by(actor)
      .decide((state, context) => decideRefer(state, directed, context));
  assert.deepEqual(refer(clerk), awaits(title('koordinator')));
  assert.equal(refer(coordinator).ok, true);
});

test('rule 31: a letter of answer waits as the answer does, and so do other words than the approved ones', () => {
  const waits = (complaint: Complaint, inOtherWords: boolean, actor = clerk) =>
    answerLetterAwaits(complaint.state(), inOtherWords, office, actor);
  const approved = approvedBy(submitted(), holder('penanggung-jawab'));
  const given = approved.by(coordinator).does((state, context) => decideAnswer(state, byPhone, context));
  assert.deepEqual(
    [
      waits(submitted(), false),
      waits(approved, false),
      waits(approved, true),
      waits(given, false),
      waits(given, true),
    ],
    [true, false, true, false, true],
  );
  assert.equal(
    waits(submitted(), true, holder('penanggung-jawab')),
    false,
    'who is asked writes what he will',
  );
});

test('rule 31: an approval ends with its draft', () => {
  const returned = approvedBy(submitted(), coordinator).does((state, context) =>
    decideReturnAnswer(state, { reason: 'alasan' }, context),
  );
  const again = returned.does((state, context) => decideSubmitAnswer(state, { text: 'konsep-2' }, context));
  assert.equal(again.state().approvedAs, undefined);
  assert.deepEqual(answerBy(again, clerk, byPhone), awaits(title('koordinator')));
  const reopened = approvedBy(submitted(), coordinator)
    .does((state, context) => decideAnswer(state, byPhone, context))
    .does((state, context) => decideReopen(state, { reason: 'alasan' }, context));
  assert.equal(reopened.state().approvedAs, undefined);
});

test('an office that asks nobody lets a draft go as it stands', () => {
  const free = aComplaint().received().disposed().submitted();
  assert.equal(answerBy(free, clerk, byPhone).ok, true);
});
