import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATION_BODIES } from './operation-bodies.ts';
import { operationBodyOfForm } from './operation-form-values.ts';

const bodyOf = (operation: string, fields: Parameters<typeof form>[0]) =>
  operationBodyOfForm(operation, form(fields), 'Asia/Makassar');

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
  const body = bodyOf('answer', { way: 'undeliverable', attemptOn: '2026-04-06' });
  const read = OPERATION_BODIES.answer.read(body);
  assert.ok(!read.ok);
  assert.deepEqual(
    read.issues.map((issue) => issue.path.join('.')),
    ['attempts.0.how'],
  );
});

test('no decree is recorded as none', () => {
  assert.deepEqual(bodyOf('investigation/sanction', { degree: 'light' }), {
    sanction: null,
  });
});

test('the people of a list are all of those that were ticked', () => {
  const people = ['0198c5c4-0000-7000-8000-000000000001', '0198c5c4-0000-7000-8000-000000000002'];
  assert.deepEqual(bodyOf('review/start', { reviewers: people }), { reviewers: people });
});

test('a time typed on the case page is the office’s own', () => {
  const body = bodyOf('correct', { receivedAt: '2026-04-06T08:15', reason: 'Salah jam.' });
  assert.deepEqual(body, { receivedAt: '2026-04-06T08:15:00+08:00', reason: 'Salah jam.' });
  assert.ok(OPERATION_BODIES.correct.read(body).ok);
});
