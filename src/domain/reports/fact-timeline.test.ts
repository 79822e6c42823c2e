import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, type ComplaintBuilder, wita } from '../../../test/a-complaint.ts';
import { officeCalendar } from '../../../test/an-office.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { decideAnswer } from '../complaint/decide-answer.ts';
import { decideAsk } from '../complaint/decide-ask.ts';
import { decideCancel } from '../complaint/decide-cancel.ts';
import { decideCorrect } from '../complaint/decide-correct.ts';
import { decideWithdraw } from '../complaint/decide-withdraw.ts';
import type { Received, RecordedEvent } from '../complaint/event.ts';
import { factTimeline } from './fact-timeline.ts';
import type { FactSegment } from './report-fact.ts';

const timeline = (complaint: ComplaintBuilder) => factTimeline(complaint.events(), officeCalendar);
const statuses = (segments: readonly FactSegment[]) =>
  segments.map(({ effectiveFrom, fact }) => [effectiveFrom, fact.status]);
const at = (segments: readonly FactSegment[], local: string) => {
  const instant = wita(local);
  return segments.findLast(({ effectiveFrom }) => effectiveFrom <= instant)?.fact;
};

test('rule 36: status and outcome stand by their own dates', () => {
  const segments = timeline(
    aComplaint()
      .at('2026-03-30T09:00')
      .received()
      .at('2026-03-30T10:00')
      .disposed()
      .at('2026-04-01T10:00')
      .answered()
      .at('2026-04-02T10:00')
      .closed(),
  );
  assert.deepEqual(statuses(segments), [
    [wita('2026-03-30T09:00'), 'received'],
    [wita('2026-03-30T10:00'), 'disposed'],
    [wita('2026-04-01T10:00'), 'answered'],
    [wita('2026-04-02T10:00'), 'closed'],
  ]);
  const march = at(segments, '2026-04-01T00:00');
  assert.deepEqual([march?.status, march?.outcome, march?.answeredAt], ['disposed', null, null]);
  assert.equal(march?.answerWorkingDays, null);
  assert.equal(segments.at(-1)?.fact.answerWorkingDays, 2);
});

test('rules 1, 36: of two answers the one that was given first counts, whichever was written down first', () => {
  const given = (way: 'oral' | 'letter') => ({ way, text: 't', hasNameAndAddress: true });
  const letter = aComplaint()
    .at('2026-03-02T09:00')
    .received({ channel: 'surat' })
    .classified({ severity: 'light' })
    .disposed()
    .at('2026-04-20T09:00')
    .does((state, context) => decideAnswer(state, given('letter'), context));
  const found = letter.at('2026-04-21T09:00').does((state, context) => {
    const told = { at: wita('2026-03-05T10:00'), lateEntryReason: 'r' };
    return decideAnswer(state, { ...given('oral'), ...told }, context);
  });
  const march = at(timeline(found), '2026-03-31T10:00');
  assert.deepEqual(
    [march?.status, march?.answeredAt, march?.answerWorkingDays, march?.reactionTime],
    ['answered', wita('2026-03-05T10:00'), 3, '2-3'],
  );
  assert.equal(at(timeline(found), '2026-03-05T09:00')?.status, 'disposed');
  const promised = [letter, found].map((one) => promiseOf(one.state(), wita('2026-04-30T10:00')));
  assert.deepEqual(promised, ['late', 'on-time']);
  // Limits ended when it was answered, by a correction that counts them again as by the answer.
  const corrected = found.does((state, context) =>
    decideCorrect(state, { changes: { place: 'selatan' }, reason: 'r' }, context),
  );
  const ends = ({ ended }: ReturnType<typeof found.state>) =>
    ended.map(({ clock, endedAt }) => `${clock} ${endedAt}`).toSorted();
  assert.deepEqual(ends(found.state()), ends(corrected.state()));
  assert.ok(ends(found.state()).includes(`office ${wita('2026-03-05T10:00')}`));
});

test('rule 36: the first reaction is the one that was first by its own time', () => {
  const told = { way: 'oral', text: 't', at: wita('2026-03-05T10:00'), lateEntryReason: 'r' } as const;
  const reacted = aComplaint()
    .at('2026-03-02T09:00')
    .received({ channel: 'surat' })
    .disposed()
    .at('2026-04-20T09:00')
    .does((state, context) => decideAsk(state, { to: 'complainant', text: 't' }, context))
    .does((state, context) => decideAnswer(state, told, context));
  assert.equal(reacted.state().firstReactionAt, told.at);
  assert.equal(at(timeline(reacted), '2026-03-31T10:00')?.reactionTime, '2-3');
});

test('rule 36: an answer written down later stands from the day on which it was given', () => {
  const late = aComplaint()
    .at('2026-03-30T09:00')
    .received()
    .at('2026-04-03T09:00')
    .disposed()
    .at('2026-04-06T09:00')
    .does((state, context) =>
      decideAnswer(
        state,
        { way: 'oral', text: 't', at: wita('2026-03-31T11:00'), lateEntryReason: 'r' },
        context,
      ),
    );
  assert.equal(at(timeline(late), '2026-04-01T00:00')?.status, 'answered');
  assert.equal(at(timeline(late), '2026-03-31T10:00')?.status, 'received');
});

test('rule 36: a correction of service, place or receipt mends the whole timeline', () => {
  const changes = { service: 'pkh', place: 'utara', receivedAt: wita('2026-02-27T09:00') };
  const segments = timeline(
    aComplaint()
      .received()
      .disposed()
      .at('2026-03-20T09:00')
      .does((state, context) => decideCorrect(state, { changes, reason: 'r' }, context)),
  );
  assert.equal(segments[0]?.effectiveFrom, wita('2026-02-27T09:00'));
  for (const { fact } of segments) {
    assert.deepEqual([fact.service, fact.place, fact.receivedOn], ['pkh', 'utara', '2026-02-27']);
  }
});

test('rule 11: a cancelled case never counted', () => {
  const segments = timeline(
    aComplaint()
      .received()
      .registered()
      .at('2026-05-01T09:00')
      .does((state, context) => decideCancel(state, { reason: 'r' }, context)),
  );
  assert.ok(segments.every(({ fact }) => !fact.counted && fact.cancelled));
  assert.equal(segments.at(-1)?.fact.registerNo, 1);
});

test('a reopened case is open again from then on, with its first answer still known', () => {
  const segments = timeline(
    aComplaint()
      .received()
      .disposed()
      .answered()
      .at('2026-03-04T09:00')
      .closed()
      .at('2026-03-10T09:00')
      .reopened(),
  );
  assert.equal(at(segments, '2026-03-09T00:00')?.outcome, 'resolved');
  const last = segments.at(-1)?.fact;
  assert.deepEqual([last?.status, last?.outcome, last?.closedAt], ['in-progress', null, null]);
  assert.ok(last?.answeredAt);
});

test('rule 36: withdrawn within its limit a case stands without one, withdrawn after it is unanswered past it', () => {
  const withdrawn = (day: string) =>
    timeline(
      aComplaint()
        .received()
        .classified()
        .at(day)
        .does((state, context) => decideWithdraw(state, { reason: 'r' }, context)),
    ).at(-1)?.fact.dueAt;
  assert.equal(withdrawn('2026-03-04T09:00'), null);
  assert.equal(withdrawn('2026-03-06T09:00'), wita('2026-03-05T16:00'));
});

test('rules 11, 36: what a withdrawn case owed before is read from the receipt as it was mended since', () => {
  const mends = { changes: { receivedAt: wita('2026-02-27T09:00') }, reason: 'r' };
  const segments = timeline(
    aComplaint()
      .received()
      .classified()
      .at('2026-03-04T09:00')
      .does((state, context) => decideWithdraw(state, { reason: 'r' }, context))
      .does((state, context) => decideCorrect(state, mends, context)),
  );
  assert.equal(at(segments, '2026-03-03T09:00')?.dueAt, wita('2026-03-04T16:00'));
  assert.equal(segments.at(-1)?.fact.dueAt, null);
});

test('rule 37: an imported row has the status of its register from its receipt on, and no times', () => {
  const received = aComplaint().received().events()[0]?.event;
  assert.equal(received?.type, 'received');
  const old: Received = {
    ...received,
    at: wita('2023-01-09T00:00'),
    receivedAt: wita('2023-01-09T00:00'),
    precision: 'day',
    channel: 'tidak-tercatat',
    provenance: 'register-lama',
    sop: '',
    sopSteps: [],
    due: [],
  };
  const actor = { by: 'import', account: null, role: null } as const;
  const recordedAt = wita('2026-03-02T09:00');
  const rest = { batch: 'b', row: '8', statusWritten: null, narrative: null, remarks: null };
  const events: readonly RecordedEvent[] = [
    { seq: 1, recordedAt, actor, event: old },
    {
      seq: 2,
      recordedAt,
      actor,
      event: {
        type: 'imported-from-register',
        at: recordedAt,
        status: 'closed',
        outcome: 'not-recorded',
        ...rest,
      },
    },
  ];
  const segments = factTimeline(events, officeCalendar);
  assert.equal(segments.length, 1);
  const fact = segments[0]?.fact;
  assert.deepEqual([fact?.status, fact?.outcome, fact?.receivedOn], ['closed', 'not-recorded', '2023-01-09']);
  assert.deepEqual(
    [
      fact?.answeredAt,
      fact?.closedAt,
      fact?.dueAt,
      fact?.recordingTime,
      fact?.reactionTime,
      fact?.finishTime,
    ],
    [null, null, null, 'not-recorded', 'not-recorded', 'not-recorded'],
  );
});
