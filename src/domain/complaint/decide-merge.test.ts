import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import type { CaseActor } from '../people/case-actor.ts';
import { carryWall } from './carry-wall.ts';
import type { CaseState } from './case-state.ts';
import { decideClassify } from './decide-classify.ts';
import { decideMark } from './decide-mark.ts';
import { decideMerge } from './decide-merge.ts';
import { decideSettleRespondent } from './undecided-respondent.ts';
import { afterEvent } from './with-due.ts';

test('rule 32: a case whose mark was taken away is not merged into a plain one, since it still takes a second person', () => {
  const context = aComplaint().context();
  const plain = aComplaint().received().state();
  const bared = aComplaint()
    .received({ secret: true })
    .does((state, now) => decideMark(state, { mark: 'secret', on: false, reason: 'r' }, now))
    .state();
  const command = { self: 'kasus-1', into: 'kasus-2', reason: 'r' };
  for (const [one, other] of [
    [bared, plain],
    [plain, bared],
  ] as const) {
    const joined = decideMerge(one, other, command, context);
    assert.equal(!joined.ok && joined.refusal === 'walls-differ' && joined.wall, 'guarded');
  }
});

test('rule 32: a case marked secret or anonymous guards what it absorbed, too', () => {
  const merged = { ...aComplaint().received().state(), mergedInto: 'kasus-2' };
  const survivor = aComplaint().received({ anonymous: true, secret: true });
  const at = survivor.context().now;
  const events = carryWall(survivor.state(), merged, { at, reason: 'r' });
  const walled = events.reduce(
    (state: CaseState, event) => afterEvent(state, event, survivor.context()),
    merged,
  );
  assert.deepEqual([walled.marks.anonymous, walled.marks.secret], [true, true]);
});

test('rules 15, 38: of a limit that was missed and stands open with the same date one entry tells that a merge moved it', () => {
  const early = aComplaint().at('2026-02-02T09:00').received().state();
  const command = { kind: 'whistleblowing', reason: 'r' } as const;
  const survivor = aComplaint()
    .received()
    .at('2026-06-01T09:00')
    .does((state, context) => decideClassify(state, command, context));
  const joined = decideMerge(
    early,
    survivor.state(),
    { self: 'kasus-1', into: 'kasus-2', reason: 'r' },
    survivor.context(),
  );
  assert.ok(joined.ok);
  const moved = joined.other.flatMap((event) =>
    event.type === 'deadline-moved' ? [`${event.clock} ${event.from}`] : [],
  );
  assert.ok(moved.length > 0);
  assert.deepEqual(moved, [...new Set(moved)]);
});

test('rule 28: who settled alone who a terlapor is does not get to end it by a merge; into a settled one it may be joined', () => {
  const citizen = anActor({ by: 'public', account: null, role: null, may: new Set() });
  const [one, two, three] = [
    anActor({ account: 'k1' }),
    anActor({ account: 'k2' }),
    anActor({ account: 'k3' }),
  ];
  const settled = (by: CaseActor) =>
    aComplaint()
      .by(citizen)
      .received({ channel: 'website', respondents: [{ identity: 'n1', account: null, unit: null }] })
      .by(by)
      .does((state, context) =>
        decideSettleRespondent(
          state,
          { respondent: 1, staff: ['staf-b'], notStaff: false, reason: 'r' },
          { ...context, above: [one, two], isClosed: () => false },
        ),
      )
      .state();
  const entered = aComplaint()
    .by(anActor({ account: 'loket' }))
    .received({ respondents: [{ identity: 'n2', account: 'staf-b', unit: null }] });
  const context = entered.by(three).context();
  const join = (state: CaseState, survivor: CaseState) =>
    decideMerge(state, survivor, { self: 'x', into: 'y', reason: 'r' }, context);
  const away = join(settled(one), entered.state());
  assert.equal(!away.ok && away.refusal === 'walls-differ' && away.wall, 'settled');
  assert.ok(join(entered.state(), settled(one)).ok);
  assert.ok(join(settled(one), settled(two)).ok, 'two by themselves named the same');
});
