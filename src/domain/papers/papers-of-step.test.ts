import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseState } from '../complaint/case-state.ts';
import { PAPER_KINDS, PAPER_RULES } from './paper-kind.ts';
import { CASE_PAPERS, OFFICE_PAPERS, papersOfStep } from './papers-of-step.ts';

const FRESH: Pick<CaseState, 'status' | 'answer' | 'referral' | 'review' | 'investigation' | 'duties'> = {
  status: 'received',
  answer: null,
  referral: null,
  review: null,
  investigation: null,
  duties: [],
};
const now = (over: Partial<typeof FRESH>) => papersOfStep({ ...FRESH, ...over });

test('each step of a complaint calls for its own papers', () => {
  assert.deepEqual(now({}), ['tanda-terima', 'formulir-pengaduan']);
  assert.deepEqual(now({ status: 'verified' }), ['formulir-penyaluran']);
  assert.deepEqual(now({ status: 'in-progress' }), ['formulir-penyelesaian', 'surat-jawaban']);
  assert.deepEqual(now({ status: 'closed' }), ['formulir-penyelesaian']);
  const review = { reviewers: [], recommendation: null, decision: null, readers: [] };
  assert.ok(now({ status: 'verified', review }).includes('telaahan-staf'));
  const investigation = { worthy: null, investigators: [], finding: null, sanctioned: null };
  assert.ok(now({ investigation }).includes('surat-tugas'));
  const duty = { duty: 'permintaan-maaf', dueOn: '2027-04-20', fulfilled: false };
  assert.ok(now({ status: 'closed', duties: [duty] }).includes('permintaan-maaf'));
  assert.ok(!now({ status: 'closed', duties: [{ ...duty, fulfilled: true }] }).includes('permintaan-maaf'));
  const referral = { way: 'transferred', body: 'inspektorat', confirmedAt: null } as const;
  assert.ok(now({ status: 'closed', referral }).includes('surat-pelimpahan'));
});

test('every paper can be made of a case, of the office, or of both', () => {
  assert.deepEqual([...new Set([...CASE_PAPERS, ...OFFICE_PAPERS])].toSorted(), [...PAPER_KINDS].toSorted());
  for (const kind of PAPER_KINDS) {
    const both = CASE_PAPERS.includes(kind) && OFFICE_PAPERS.includes(kind);
    assert.equal(both, PAPER_RULES[kind].about === 'either', kind);
  }
});
