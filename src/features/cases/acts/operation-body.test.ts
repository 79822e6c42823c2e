import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from '@hono/zod-openapi';
import { CASE_OPERATIONS } from '../../../domain/complaint/operation-table.ts';
import { complaintSchema } from '../intake/complaint.schema.ts';
import { operationSchema } from './operation-bodies.ts';
import { defined } from './operation-body.schema.ts';

test('what was not said is left out, what was said to be nothing stays, and each value stays what it was', () => {
  const on = new Date(0);
  const said = defined({ service: undefined, place: null, count: 0, text: '', on });
  assert.deepEqual(Object.keys(said), ['place', 'count', 'text', 'on']);
  assert.equal(said.place, null);
  assert.equal(said.on, on);
});

test('a text of which nobody sees anything is no text: each field that refuses an empty one refuses it with the same word', () => {
  const required = new Set<string>();
  for (const body of [complaintSchema, ...CASE_OPERATIONS.map(operationSchema)]) {
    for (const [name, field] of Object.entries<z.ZodType>(body.shape)) {
      const said = (value: unknown) => field.safeParse(value).error?.issues.map(({ code }) => code);
      const empty = said('');
      if (empty === undefined || said('Isi') !== undefined) continue;
      required.add(name);
      for (const unseen of ['\u200b', '\u202e\u2060', ' \n\ufeff\u00ad', '\u200d', '\u3164\u2800']) {
        assert.deepEqual(said(unseen), empty, `${name} ${JSON.stringify(unseen)}`);
      }
    }
  }
  assert.ok(required.has('text'), [...required].join(', '));
});
