import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pickSeeded, walkCase } from '../../../test/case-walk.ts';
import type { ComplaintEvent } from './event.ts';

/** Field names under which a person or what he said could be written into the history. */
type ForbiddenField =
  | 'name'
  | 'phone'
  | 'email'
  | 'address'
  | 'nik'
  | 'nip'
  | 'message'
  | 'content'
  | 'body_text';

type KeysOf<T> = T extends readonly (infer Item)[]
  ? KeysOf<Item>
  : T extends object
    ? { [K in keyof T]-?: (K extends string ? K : never) | KeysOf<NonNullable<T[K]>> }[keyof T]
    : never;
type Forbidden = Extract<KeysOf<ComplaintEvent>, ForbiddenField>;
type Nothing<T extends never> = T;
/** Does not compile as soon as an entry of the history gets such a field (law 7). */
export type NoPersonInHistory = Nothing<Forbidden>;

test('law 7: free words in the history are ids of erasable texts, never the texts themselves', () => {
  const files = ['./event.ts', './event-shape.ts', './closed-lane-event.ts'];
  const source = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');
  for (const field of [
    'text',
    'reason',
    'narrative',
    'matter',
    'instructions',
    'grounds',
    'directions',
    'promisedBy',
    'missing',
    'how',
    'authority',
  ]) {
    const declared = [...source.matchAll(new RegExp(`\\b${field}\\??: ([^;}]+)`, 'g'))];
    assert.ok(declared.length > 0, field);
    for (const [, type = ''] of declared) {
      const plain = type.replaceAll('readonly ', '').trim();
      // Who has authority over the matter is a code; whose decree it was is a text.
      if (plain === "'own' | 'other'") continue;
      assert.match(plain, /^TextId(\[\]| \| null)?$|^string$/, `${field}: ${plain}`);
      if (plain === 'string') assert.equal(field, 'reason');
    }
  }
});

test('law 7: no entry of many random lives holds more than codes, ids, numbers and times', () => {
  for (let seed = 1; seed <= 60; seed++) {
    for (const { event } of walkCase(40, pickSeeded(seed * 104_729)).events) {
      for (const value of leaves(event)) {
        assert.doesNotMatch(value, /\b0?8\d{8,}\b|@|\+62/, 'a phone or an e-mail');
        // Printed limits and their legal bases are the office's words, not a person's.
        const words = value.split(' ').length;
        assert.ok(words <= 7, value);
      }
    }
  }
});

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [];
}
