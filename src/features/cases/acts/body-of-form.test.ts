import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE_OPERATIONS, type CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { newMasterKeyText, openKeyring } from '../../../platform/keyring.ts';
import { openKeeper } from '../vault/keeper.ts';
import { bodyOfForm, fieldOfForm } from './body-of-form.ts';
import { formFields } from './form-field.ts';
import { OPERATION_BODIES, operationSchema } from './operation-bodies.ts';

const bodyOf = (operation: CaseOperation, fields: Parameters<typeof form>[0]) =>
  bodyOfForm(operationSchema(operation), form(fields), 'Asia/Makassar');

const form = (fields: Readonly<Record<string, string | readonly string[]>>) => ({
  values: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (value[0] ?? ''),
    ]),
  ),
  all: (name: string) => [fields[name] ?? []].flat(),
});

test('what is missing is written one a line, and every line is one thing', () => {
  const body = bodyOf('verify', {
    version: '3',
    completeness: 'incomplete',
    missing: 'KTP\n\n Kartu Keluarga ',
  });
  assert.deepEqual(body, { completeness: 'incomplete', missing: ['KTP', 'Kartu Keluarga'] });
  assert.ok(OPERATION_BODIES.verify.read(body).ok);
});

test('ticks are true, and yes-or-no fields carry both answers', () => {
  assert.deepEqual(bodyOf('mark', { mark: 'urgent', on: 'tidak' }), {
    mark: 'urgent',
    on: false,
  });
  assert.deepEqual(bodyOf('answer', { way: 'oral', delivered: 'ya' }), {
    way: 'oral',
    delivered: true,
  });
});

test('an attempt needs its date and its way; one without the other is told at its field', () => {
  const body = bodyOf('answer', { way: 'undeliverable', 'attempts.1.on': '2026-04-06' });
  const read = OPERATION_BODIES.answer.read(body);
  assert.ok(!read.ok);
  assert.deepEqual(
    read.issues.map((issue) => issue.path.join('.')),
    ['attempts.0.how'],
  );
});

test('no decree is recorded as none, a decree with all of it', () => {
  assert.deepEqual(bodyOf('investigation/sanction', { version: '4' }), { sanction: null });
  const decree = { number: '800/1', on: '2026-04-06', authority: 'Bupati', degree: 'light' };
  const fields = Object.fromEntries(
    Object.entries(decree).map(([name, value]) => [`sanction.${name}`, value]),
  );
  assert.deepEqual(bodyOf('investigation/sanction', fields), { sanction: decree });
});

test('the people of a list are all of those that were ticked', () => {
  const people = ['0198c5c4-0000-7000-8000-000000000001', '0198c5c4-0000-7000-8000-000000000002'];
  assert.deepEqual(bodyOf('review/start', { reviewers: people }), { reviewers: people });
  assert.deepEqual(bodyOf('investigation/assign', { investigators: people }), {
    investigators: people.map((account) => ({ account })),
  });
});

test('a question tells which limits shall wait for its reply, each once, as the decision takes them', () => {
  const body = bodyOf('ask', { text: 'Nomor kartu?', pauses: ['sp4n', 'sp4n'] });
  const read = OPERATION_BODIES.ask.read(body);
  assert.ok(read.ok);
  const keep = openKeeper(
    openKeyring(newMasterKeyText()),
    { officeId: 1, caseId: 'kasus-1' },
    () => 'teks-1',
  );
  assert.deepEqual(read.write(keep).pauses, ['sp4n']);
  const without = OPERATION_BODIES.ask.read(bodyOf('ask', { text: 'Nomor kartu?' }));
  assert.deepEqual(without.ok && without.write(keep).pauses, []);
});

test('a time typed on the case page is the office’s own', () => {
  const body = bodyOf('correct', { receivedAt: '2026-04-06T08:15', reason: 'Salah jam.' });
  assert.deepEqual(body, { receivedAt: '2026-04-06T08:15:00+08:00', reason: 'Salah jam.' });
  assert.ok(OPERATION_BODIES.correct.read(body).ok);
});

test('an error stands at the field that the form has for its place in the body', () => {
  const fields = formFields(operationSchema('answer'));
  const places = ['text', 'attempts', 'attempts.2.how', 'lateEntryReason', 'reason'];
  assert.deepEqual(
    places.map((place) => fieldOfForm(place, fields)),
    ['text', 'attempts.0.on', 'attempts.2.how', 'lateEntryReason', null],
  );
  assert.equal(fieldOfForm('missing.3', formFields(operationSchema('verify'))), 'missing');
});

test('whatever the form of an operation asks, filled by its own codes, comes out as the body takes it', () => {
  const id = '0198c5c4-0000-7000-8000-000000000001';
  const typed = (field: ReturnType<typeof formFields>[number]): string => {
    if (field.codes[0] !== undefined) return field.codes[0];
    if (field.list === 'staff' || field.list === 'people') return id;
    if (field.list === 'respondents') return '1';
    const by = {
      ...{
        date: '2026-04-06',
        'datetime-local': '2026-04-06T08:15',
        number: '3',
        'yes-no': 'ya',
        check: 'ya',
      },
      ...{
        area: 'Isi.',
        lines: 'Satu\nDua',
        text: '12',
        select: 'kunci',
        radio: 'kunci',
        many: 'kunci',
        file: '',
      },
    };
    return by[field.control];
  };
  for (const operation of CASE_OPERATIONS) {
    const fields = formFields(operationSchema(operation)).filter(({ control }) => control !== 'file');
    const body = bodyOf(operation, Object.fromEntries(fields.map((field) => [field.name, typed(field)])));
    const read = operationSchema(operation).safeParse(body);
    assert.ok(read.success, `${operation}: ${read.error?.message}`);
    const names = new Set(fields.map(({ name }) => name.split('.')[0]));
    assert.deepEqual(new Set(Object.keys(body)), names, operation);
  }
});
