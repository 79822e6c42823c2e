import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../../test/a-complaint.ts';
import { anOffice } from '../../../../test/an-office.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { nextOperation } from './next-operation.ts';

const received = aComplaint().received().state();
const next = (state: CaseState, ...may: readonly CaseOperation[]) =>
  nextOperation(
    { state, actions: may.map((operation) => ({ operation, primary: operation === 'verify' })) },
    anOffice(),
  );

test('rules 27, 29: what a telaah or an examination waits for is the next step of whoever may do it, and of nobody else', () => {
  const review = { reviewers: ['a'], recommendation: null, decision: null, readers: [] };
  const looked: CaseState = { ...received, review };
  assert.equal(next(looked, 'follow-up', 'review/recommend'), 'review/recommend');
  const audited: CaseState = {
    ...received,
    review: { ...review, recommendation: 'audit', decision: 'audit' },
  };
  assert.equal(next(audited, 'follow-up', 'investigation/assign'), 'investigation/assign');
  const at = (worthy: boolean | null): CaseState => ({
    ...audited,
    investigation: { worthy, investigators: ['b'], finding: null, sanctioned: null },
  });
  assert.equal(next(at(null), 'investigation/assess', 'follow-up'), 'investigation/assess');
  assert.equal(next(at(true), 'investigation/find', 'follow-up'), 'investigation/find');
  assert.notEqual(
    next(at(true), 'verify', 'follow-up'),
    'investigation/find',
    'who may not is led elsewhere',
  );
});

test('rule 5: an urgent case is taken in hand before its telaah', () => {
  const review = { reviewers: ['a'], recommendation: null, decision: null, readers: [] };
  assert.equal(next({ ...received, review }, 'review/recommend', 'accept-urgent'), 'accept-urgent');
});
