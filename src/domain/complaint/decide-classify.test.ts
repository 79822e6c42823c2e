import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { decideClassify } from './decide-classify.ts';

test('a class of nothing is refused: a case without service, subject and class is not classified', () => {
  const bare = aComplaint().received({ service: null });
  const decide = (command: Parameters<typeof decideClassify>[1]) =>
    bare.decide((state, context) => decideClassify(state, command, context));
  assert.deepEqual(decide({}), { ok: false, refusal: 'nothing-changes' });
  assert.ok(decide({ severity: 'light' }).ok);
  assert.ok(decide({ kind: 'aspirasi' }).ok);
  assert.ok(decide({ oversight: true }).ok);
  assert.ok(decide({ form: 'a' }).ok);
  assert.ok(
    aComplaint()
      .received()
      .decide((state, context) => decideClassify(state, {}, context)).ok,
  );
});

test('a wrong service is taken back, though nothing is left of the class then', () => {
  const named = aComplaint().received({ service: 'pbi-jk' });
  assert.ok(
    named.decide((state, context) => decideClassify(state, { service: null, severity: null }, context)).ok,
  );
});
