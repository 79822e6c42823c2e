import assert from 'node:assert/strict';
import { test } from 'node:test';
import indonesian from '../../../../locales/id.json' with { type: 'json' };
import { aComplaint } from '../../../../test/a-complaint.ts';
import { anOffice } from '../../../../test/an-office.ts';
import { CASE_OPERATIONS, OPERATION_TABLE } from '../../../domain/complaint/operation-table.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { formFields } from '../acts/form-field.ts';
import { operationSchema } from '../acts/operation-bodies.ts';
import { ACTION_GROUPS, GROUP_OF } from './action-groups.ts';
import { operationForm } from './operation-form.presenter.ts';

const plain = anOffice();
/** Of an office whose papers use every axis (rule 22). */
const [matter] = plain.categories;
assert.ok(matter);
const office = {
  ...plain,
  categories: [
    { ...matter, form: 'b', deviation: 'penyimpangan', oversight: true } as const,
    ...plain.categories.slice(1),
  ],
};
const state = aComplaint().received({ channel: 'sp4n-lapor' }).state();
const one = [{ value: '0198c5c4-0000-7000-8000-000000000001', label: 'Pegawai Contoh' }];

for (const language of ['id', 'en'] as const) {
  test(`every operation has a button and a form in words with all that its body takes (${language})`, () => {
    const words = wordsOf(language);
    const setting = {
      data: office,
      state,
      words,
      staff: one,
      people: one,
      respondents: one,
      mayClassify: true,
    };
    assert.deepEqual(Object.keys(OPERATION_TABLE).sort(), [...CASE_OPERATIONS].sort());
    for (const operation of CASE_OPERATIONS) {
      assert.ok(words(`op.${operation}`).length > 0);
      const taken = formFields(operationSchema(operation));
      const unused = new Set(taken.filter(({ list }) => list === 'places' && office.places.length === 0));
      assert.deepEqual(
        operationForm(operation, setting).map(({ name }) => name),
        taken.filter((field) => !unused.has(field)).map(({ name }) => name),
        operation,
      );
      for (const { label, control, options } of operationForm(operation, setting)) {
        assert.ok(label.length > 0);
        const chooses = ['select', 'radio', 'yes-no', 'many'].includes(control);
        assert.equal(options !== undefined, chooses, `${operation} ${label}`);
      }
    }
  });
}

test('a value that the office has no longer is not replaced by the first that it has: the field begins with nothing chosen', () => {
  const bears = { ...state, service: 'dihapus', severity: { first: 'light', now: 'special' } } as const;
  const fields = operationForm('classify', {
    ...{ data: { ...office, classes: office.classes.filter(({ key }) => key !== 'special') }, state: bears },
    words: wordsOf('id'),
    ...{ staff: one, people: one, respondents: one, mayClassify: true },
  });
  for (const name of ['service', 'severity']) {
    const field = fields.find((one) => one.name === name);
    assert.deepEqual([field?.value, field?.options?.[0]?.value], [undefined, ''], name);
  }
  assert.equal(
    fields.find(({ name }) => name === 'kind')?.value,
    state.kind,
    'what it has is chosen as before',
  );
});

test('only the SP4N clock may wait for a reply: the question asks for it where that clock runs, and nowhere else', () => {
  const asks = (of: typeof state) =>
    operationForm('ask', {
      data: office,
      state: of,
      words: wordsOf('id'),
      staff: one,
      people: one,
      respondents: one,
      mayClassify: true,
    }).find(({ name }) => name === 'pauses');
  assert.deepEqual(asks(state)?.options, [{ value: 'sp4n', label: 'SP4N-LAPOR!' }]);
  assert.equal(asks(aComplaint().received().state()), undefined);
  const awaits = { clock: 'sp4n', from: state.receivedAt, to: null, awaits: ['body:kemensos'] } as const;
  assert.equal(asks({ ...state, pauses: [awaits] })?.options?.length, 1, 'it may wait for several');
});

test('every operation serves one purpose of the case page, and every purpose has its heading in both languages', () => {
  assert.deepEqual(Object.keys(GROUP_OF).toSorted(), CASE_OPERATIONS.toSorted());
  for (const language of ['id', 'en'] as const) {
    const headings = ACTION_GROUPS.map((group) => wordsOf(language)(`case.group.${group}`));
    assert.equal(new Set(headings).size, ACTION_GROUPS.length);
  }
});

test('what may be written down afterwards asks for its true time and for why it is so late, folded away', () => {
  const setting = {
    data: office,
    state,
    words: wordsOf('id'),
    staff: one,
    people: one,
    respondents: one,
    mayClassify: true,
  };
  for (const operation of CASE_OPERATIONS) {
    const later = operationForm(operation, setting).filter(({ name }) =>
      ['at', 'lateEntryReason'].includes(name),
    );
    assert.ok(later.length === 0 || later.length === 2, operation);
    assert.ok(later.every(({ under }) => under === 'Dilakukan lebih awal? Catat waktu sebenarnya'));
  }
});

test("rule 15: whoever chooses a class reads the office's criteria and examples of each; without them, nothing", () => {
  const hintOf = (criteria: string | null, examples: readonly string[]) => {
    const [first] = office.classes;
    assert.ok(first);
    const data = { ...office, classes: [{ ...first, label: 'Ringan', criteria, examples }] };
    const fields = operationForm('classify', {
      data,
      state,
      words: wordsOf('id'),
      staff: one,
      people: one,
      respondents: one,
      mayClassify: true,
    });
    return fields.find(({ name }) => name === 'severity')?.hint;
  };
  assert.equal(
    hintOf('Tidak merugikan siapa pun', ['papan nama rusak', 'antrean lama']),
    'Ringan: Tidak merugikan siapa pun. Contoh: papan nama rusak; antrean lama.',
  );
  assert.equal(hintOf(null, []), undefined);
});

test('no word of a field is kept that no form says', () => {
  const setting = {
    data: office,
    state,
    words: wordsOf('id'),
    staff: one,
    people: one,
    respondents: one,
    mayClassify: true,
  };
  const fields = CASE_OPERATIONS.flatMap((operation) => operationForm(operation, setting));
  const said = new Set(
    fields.flatMap(({ label, hint, options = [] }) => [
      label,
      hint,
      ...options.map((option) => option.label),
    ]),
  );
  const left = Object.entries(indonesian).filter(
    ([key, sentence]) => /^(?:field|hint)\./.test(key) && !said.has(sentence.replace('{no}', '1')),
  );
  assert.deepEqual(left, []);
});

test('rule 22: an axis that the papers of an office do not use is not asked for, in any form', () => {
  const bare = {
    ...plain,
    classes: [],
    categories: plain.categories.map(({ key, label, kinds }) => ({ key, label, kinds, oversight: false })),
  };
  const setting = { words: wordsOf('id'), staff: one, people: one, respondents: one, mayClassify: true };
  const asks = (data: typeof plain, operation: 'verify' | 'classify' | 'answer-at-desk') =>
    operationForm(operation, { ...setting, data, state })
      .map(({ name }) => name)
      .filter((name) => ['severity', 'form', 'deviation', 'oversight'].includes(name));
  for (const operation of ['verify', 'classify', 'answer-at-desk'] as const) {
    assert.deepEqual(asks(bare, operation), [], operation);
  }
  assert.deepEqual(asks(office, 'verify'), ['severity', 'form', 'deviation', 'oversight']);
  assert.deepEqual(asks(office, 'classify'), ['severity', 'form', 'deviation', 'oversight']);
});

test('rule 22: verification asks for service and matter, and what follows is folded away until it is changed', () => {
  const setting = { data: office, state, words: wordsOf('id'), staff: one, people: one, respondents: one };
  const form = operationForm('verify', { ...setting, mayClassify: true });
  const shown = form.filter(({ under }) => under === undefined).map(({ name }) => name);
  assert.ok(shown.includes('service') && shown.includes('about'));
  for (const { name, under, options } of form.filter((field) => field.name === 'severity')) {
    assert.equal(under, 'Ubah kelas atau turunan lain', name);
    assert.equal(options?.[0]?.label, 'Menurut aturan kantor');
  }
  const other = operationForm('verify', { ...setting, mayClassify: false }).map(({ name }) => name);
  assert.ok(!other.some((name) => ['service', 'about', 'severity', 'oversight'].includes(name)));
});
