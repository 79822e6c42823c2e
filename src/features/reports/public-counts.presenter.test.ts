import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KINDS, type Kind } from '../../domain/complaint/vocabulary.ts';
import { isFew, publicCounts } from './public-counts.presenter.ts';

const counts = (given: Partial<Record<Kind, number>>): Record<Kind, number> => ({
  pengaduan: 0,
  aspirasi: 0,
  'permintaan-informasi': 0,
  'permohonan-layanan': 0,
  whistleblowing: 0,
  ...given,
});

test('a kind with few cases and whistleblowing are told together, never alone', () => {
  const told = publicCounts(counts({ pengaduan: 40, aspirasi: 3, whistleblowing: 2 }), [
    'pengaduan',
    'aspirasi',
  ]);
  assert.deepEqual(told, { shown: [{ kind: 'pengaduan', count: 40 }], others: 5, total: 45 });
});

test('whistleblowing never stands alone among the other kinds, however much there is of it', () => {
  const told = publicCounts(counts({ pengaduan: 40, aspirasi: 9, whistleblowing: 12 }), KINDS);
  assert.deepEqual(
    told.shown.map(({ kind }) => kind),
    ['pengaduan', 'permintaan-informasi', 'permohonan-layanan'],
  );
  assert.equal(told.others, 21);
  const alone = publicCounts(counts({ whistleblowing: 12 }), KINDS);
  assert.deepEqual(alone, { shown: [], others: 12, total: 12 });
});

test('what is folded away cannot be found by subtraction', () => {
  const told = publicCounts(counts({ pengaduan: 40, aspirasi: 9, whistleblowing: 1 }), [
    'pengaduan',
    'aspirasi',
  ]);
  assert.deepEqual(told, { shown: [{ kind: 'pengaduan', count: 40 }], others: 10, total: 50 });
  const count = fc.nat({ max: 12 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), (given) => {
      const received = counts(Object.fromEntries(KINDS.map((kind, at) => [kind, given[at] ?? 0])));
      const { shown, others, total } = publicCounts(received, KINDS);
      assert.equal(total, others + shown.reduce((sum, one) => sum + one.count, 0));
      assert.ok(shown.every((one) => one.kind !== 'whistleblowing' && !isFew(one.count)));
      assert.ok(!isFew(others) || isFew(total));
      const { whistleblowing } = received;
      assert.ok(whistleblowing === 0 || others > whistleblowing || shown.length === 0);
    }),
  );
});
