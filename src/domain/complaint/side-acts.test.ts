import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { decideExtendRequest } from './decide-extend-request.ts';
import { decideGiveDirection } from './decide-give-direction.ts';
import { decideTakenToOmbudsman } from './decide-ombudsman.ts';
import { decideReadBack } from './decide-papers.ts';
import { decideReviewDecide, decideReviewRecommend, decideReviewStart } from './decide-review.ts';
import { decideSendMessage } from './decide-send-message.ts';
import { accept, type Decision } from './decision.ts';

const code = (decision: Decision) => (decision.ok ? 'accepted' : decision.refusal);

test('rule 14: a formal request is extended once by seven working days, and stays so when it is counted anew', () => {
  const request = aComplaint().received({ kind: 'permintaan-informasi', channel: 'ppid' }).verified();
  const due = (complaint: typeof request) =>
    complaint.state().due.find(({ clock }) => clock === 'ppid')?.dueAt;
  assert.equal(due(request), wita('2026-03-16T16:00'));
  const extended = request
    .at('2026-03-10T10:00')
    .does((state, context) => decideExtendRequest(state, context));
  assert.equal(due(extended), wita('2026-04-01T16:00'));
  assert.equal(due(extended.classified()), wita('2026-04-01T16:00'));
  assert.equal(code(extended.decide((state, context) => decideExtendRequest(state, context))), 'not-now');
  const late = request.at('2026-03-17T10:00').decide((state, context) => decideExtendRequest(state, context));
  assert.equal(code(late), 'window-over');
});

test('rule 23: a paper of somebody else may be menyusul under a name and stays listed until it comes', () => {
  const document = 'Surat desa';
  const deferred = aComplaint()
    .received()
    .does((_, { now: at }) =>
      accept({ type: 'document-deferred', at, step: 2, document, promisedBy: 'nama-1' }),
    );
  assert.equal(deferred.state().documents.deferred.length, 1);
  const come = deferred.does((_, { now: at }) =>
    accept({ type: 'document-received', at, step: null, document, attachment: 'berkas-1' }),
  );
  assert.deepEqual(come.state().documents.deferred, []);
  assert.equal(come.state().documents.received.length, 1);
});

test('rule 7: the form is read back, with its scan', () => {
  const complaint = aComplaint().received();
  const decision = complaint.decide((state, context) =>
    decideReadBack(state, { way: 'thumb-printed' }, context),
  );
  assert.equal(code(decision), 'accepted');
});

test('rule 6: no message leaves on a protected case without a safe way', () => {
  const send = (safeContact: string | null) =>
    code(
      aComplaint()
        .received({ protected: true, safeContact })
        .decide((state, context) => decideSendMessage(state, { channel: 'sms', text: 't' }, context)),
    );
  assert.equal(send(null), 'no-safe-contact');
  assert.equal(send('aman-1'), 'accepted');
});

test('rule 26: at the Ombudsman is a fact beside the status', () => {
  const taken = aComplaint()
    .received()
    .does((state, context) => decideTakenToOmbudsman(state, { returned: false }, context));
  assert.deepEqual([taken.state().marks.atOmbudsman, taken.state().status], [true, 'received']);
  const again = taken.decide((state, context) => decideTakenToOmbudsman(state, { returned: false }, context));
  assert.equal(code(again), 'nothing-changes');
});

test('rule 27: directions come from those who dispose or decide', () => {
  const clerk = anActor({ may: new Set(['case/read-open', 'mark']) });
  const direct = (actor: ReturnType<typeof anActor>) =>
    code(
      aComplaint()
        .received()
        .by(actor)
        .decide((state, context) => decideGiveDirection(state, { text: 't' }, context)),
    );
  assert.equal(direct(clerk), 'not-permitted');
  assert.equal(direct(anActor()), 'accepted');
});

test('rule 33: whether a deputy of the head decides on an audit is for the office to say', () => {
  const deputy = anActor({ insteadOf: { role: 'penanggung-jawab', reason: 'alasan-1' } });
  const decide = (deputyDecidesAudit: boolean) =>
    code(
      aComplaint({ office: anOffice({ review: { firstLook: false, deputyDecidesAudit } }) })
        .received()
        .does((state, context) => decideReviewStart(state, { reviewers: ['petugas-1'] }, context))
        .does((state, context) =>
          decideReviewRecommend(state, { recommendation: 'audit', text: 't' }, context),
        )
        .by(deputy)
        .decide((state, context) =>
          decideReviewDecide(state, { decision: 'audit', readers: ['x'] }, context),
        ),
    );
  assert.equal(decide(false), 'not-permitted');
  assert.equal(decide(true), 'accepted');
});
