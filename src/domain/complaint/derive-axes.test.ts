import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import type { OfficeCategory, OfficeData } from '../office/office-data.ts';
import { decideAnswerAtDesk } from './decide-answer-at-desk.ts';
import { decideClassify } from './decide-classify.ts';
import { decideVerify } from './decide-verify.ts';
import { AXES, axesInUse, deriveAxes, followed } from './derive-axes.ts';

const plain = anOffice();
const [service] = plain.services;
assert.ok(service);
const about = (key: string, over: Partial<OfficeCategory>): OfficeCategory => ({
  ...{ key, label: key, kinds: ['pengaduan'], oversight: false },
  ...over,
});
const office: OfficeData = {
  ...plain,
  services: [
    { ...service, key: 'pbi-jk', severity: 'moderate' },
    { ...service, key: 'lain-lain', severity: null },
  ],
  categories: [
    about('standar', { form: 'a', deviation: 'informatif', severity: 'light' }),
    about('larangan', { form: 'c', deviation: 'penyimpangan', oversight: true }),
    about('bebas', {}),
  ],
};
const deriving = { office };

test('rule 22: the class follows from the service, else from the matter; the rest from the matter, each with its reason', () => {
  assert.deepEqual(deriveAxes({ service: 'pbi-jk', category: 'larangan' }, office), {
    severity: { value: 'moderate', from: 'service' },
    form: { value: 'c', from: 'category' },
    deviation: { value: 'penyimpangan', from: 'category' },
    oversight: { value: true, from: 'category' },
  });
  assert.deepEqual(deriveAxes({ service: 'lain-lain', category: 'standar' }, office).severity, {
    value: 'light',
    from: 'category',
  });
});

test('rule 22: where no rule of the office speaks nothing is guessed', () => {
  for (const choices of [
    { service: null, category: null },
    { service: 'lain-lain', category: 'bebas' },
    { service: 'tidak-ada', category: 'tidak-ada' },
  ]) {
    const { severity, form, deviation, oversight } = deriveAxes(choices, office);
    assert.deepEqual(
      [severity.value, form.value, deviation.value, oversight.value],
      [null, null, null, false],
    );
  }
});

test('rule 22: an axis is in use where the papers of the office name it', () => {
  assert.deepEqual(axesInUse(office), [...AXES]);
  const bare = { ...office, classes: [], categories: [about('bebas', {})] };
  assert.deepEqual(axesInUse(bare), []);
  assert.deepEqual(axesInUse({ ...bare, categories: [about('a', { form: 'a' })] }), ['form']);
});

test('rule 22: what followed a rule follows the next one, what a person set stays', () => {
  const axis = fc.option(fc.constantFrom('a' as const, 'b' as const, 'c' as const), { nil: null });
  fc.assert(
    fc.property(axis, axis, axis, (now, before, after) => {
      const next = followed(now, before, after);
      if (now === null || now === before) assert.equal(next, after);
      else assert.equal(next, now);
    }),
  );
});

test('rule 22: verifying with the two choices classifies in the same act, and what was changed stands', () => {
  const received = aComplaint(deriving).received({ service: null, category: null });
  const verify = (classify: Parameters<typeof decideVerify>[1]['classify'], from = received) =>
    from.does((state, context) =>
      decideVerify(
        state,
        { completeness: 'complete', authority: 'own', ...(classify === undefined ? {} : { classify }) },
        context,
      ),
    );
  const derived = verify({ service: 'pbi-jk', category: 'standar' }).state();
  assert.deepEqual([derived.severity.now, derived.form, derived.deviation], ['moderate', 'a', 'informatif']);
  assert.equal(derived.status, 'verified');
  const changed = verify({ service: 'pbi-jk', category: 'standar', severity: 'light', form: 'b' }).state();
  assert.deepEqual([changed.severity.first, changed.form, changed.deviation], ['light', 'b', 'informatif']);
  const silent = verify(undefined);
  assert.equal(
    silent.events().some(({ event }) => event.type === 'classified'),
    false,
  );
  const again = verify(
    { service: 'pbi-jk', category: 'standar' },
    verify({ service: 'pbi-jk', category: 'standar' }),
  );
  assert.equal(again.events().filter(({ event }) => event.type === 'classified').length, 1, 'nothing new');
});

test('rule 22: who may verify but not classify says nothing of the class', () => {
  const may = new Set(anActor().may);
  may.delete('classify');
  const limited = aComplaint(deriving).received().by(anActor({ may }));
  const decided = limited.decide((state, context) =>
    decideVerify(
      state,
      { completeness: 'complete', authority: 'own', classify: { service: 'pbi-jk' } },
      context,
    ),
  );
  assert.deepEqual(decided, { ok: false, refusal: 'not-permitted', operation: 'classify' });
});

test('rule 22: another matter takes what followed the first with it, and leaves what was set by hand', () => {
  const first = aComplaint(deriving).received({ service: 'pbi-jk', category: 'standar' }).classified({});
  const moved = first.classified({ category: 'larangan' }).state();
  assert.deepEqual([moved.form, moved.deviation, moved.oversight], ['c', 'penyimpangan', true]);
  const set = first.classified({ form: 'b' }).classified({ category: 'larangan' }).state();
  assert.deepEqual([set.form, set.deviation], ['b', 'penyimpangan']);
});

test('rule 22: what a clerk who may classify changes at the counter stands from the start, without a word it waits', () => {
  const command = { service: 'pbi-jk', category: 'standar' };
  const changed = aComplaint(deriving).received({ ...command, classify: { severity: 'special' } });
  assert.deepEqual(
    changed.events().map(({ event }) => event.type),
    ['received', 'classified'],
  );
  const { severity, form } = changed.state();
  assert.deepEqual([severity.first, severity.now, form], ['special', 'special', 'a']);
  const waiting = aComplaint(deriving).received(command);
  assert.equal(waiting.state().severity.now, null, 'the verifier gives the first class');
});

test('rule 22: answered at the desk it bears all that follows from its matter; a matter of oversight is not answered there', () => {
  const at = (category: string) =>
    aComplaint(deriving)
      .received({ service: 'pbi-jk', category })
      .decide((state, context) =>
        decideAnswerAtDesk(state, { way: 'oral', text: 'jawaban-1', outcome: 'explained' }, context),
      );
  const answered = at('standar');
  assert.ok(answered.ok);
  const classed = answered.events.find((event) => event.type === 'classified');
  assert.deepEqual(
    classed?.type === 'classified'
      ? [classed.severity, classed.form, classed.deviation, classed.oversight]
      : [],
    ['moderate', 'a', 'informatif', false],
  );
  assert.deepEqual(at('larangan'), { ok: false, refusal: 'not-at-desk', what: 'category' });
});

test('rule 22: a class that is said by nobody and follows from nothing is no class', () => {
  const bare = aComplaint(deriving).received({ service: 'lain-lain', category: 'bebas' });
  const verified = bare.decide((state, context) =>
    decideVerify(state, { completeness: 'complete', authority: 'own', classify: {} }, context),
  );
  assert.ok(verified.ok);
  assert.deepEqual(
    verified.events.map(({ type }) => type),
    ['verified'],
  );
  assert.ok(bare.decide((state, context) => decideClassify(state, {}, context)).ok);
});
