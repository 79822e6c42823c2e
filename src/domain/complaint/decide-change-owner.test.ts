import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideChangeOwner } from './decide-change-owner.ts';

const BACK: Context['worksOnCases'] = (account) => account !== 'pensiunan-1';
const give =
  (owner: string | null, reason: string | null = 'alasan-1') =>
  (state: CaseState, context: Context) =>
    decideChangeOwner(state, { owner, reason }, { ...context, worksOnCases: BACK });
const mine = () => aComplaint().received().disposed({ owner: 'petugas-1' });

test('a case goes to somebody else in its unit: status, unit and limits stay', () => {
  const before = mine().followedUp();
  const after = before.does(give('petugas-2')).state();
  assert.deepEqual([after.owner, after.givenTo], ['petugas-2', 'petugas-2']);
  const { owner, givenTo, version, ...rest } = after;
  const { owner: _, givenTo: __, version: ___, ...former } = before.state();
  assert.deepEqual(rest, former);
  assert.equal(mine().does(give(null)).state().owner, null, 'the unit as a whole');
});

test('rule 28: nobody who is complained of gets the case, nor an account that works on no cases', () => {
  const respondents = [{ identity: null, account: 'terlapor-1', unit: null }];
  const about = aComplaint().received({ respondents }).disposed({ owner: 'petugas-1' });
  assert.deepEqual(about.decide(give('terlapor-1')), {
    ok: false,
    ...{ refusal: 'respondent-named', account: 'terlapor-1' },
  });
  assert.deepEqual(mine().decide(give('pensiunan-1')), {
    ok: false,
    ...{ refusal: 'unknown-account', account: 'pensiunan-1' },
  });
});

test('a change of hands is to somebody else, and says why', () => {
  const codeOf = (decide: ReturnType<typeof give>) => {
    const decision = mine().decide(decide);
    return decision.ok ? null : decision.refusal;
  };
  assert.equal(codeOf(give('petugas-1')), 'nothing-changes');
  assert.equal(codeOf(give('petugas-2', null)), 'reason-required');
});

test('a finished case has nobody to go to but where its result is still awaited (rule 26)', () => {
  const pending = { body: 'kemensos', reference: null, lookAgainOn: '2027-01-01' };
  const awaited = mine().answered().closed({ outcome: 'pending-elsewhere', pending });
  assert.equal(awaited.decide(give('petugas-2')).ok, true);
  assert.equal(mine().answered().closed().decide(give('petugas-2')).ok, false);
});

test('another unit takes no case out of the hands of the one that has it', () => {
  const other = anActor({
    account: 'bidang-9',
    units: ['rehsos'],
    may: new Set(['case/read-open', 'hand-over']),
  });
  const decision = mine().by(other).decide(give('petugas-2'));
  assert.deepEqual(decision, { ok: false, ...{ refusal: 'not-your-unit', unit: 'linjamsos' } });
});
