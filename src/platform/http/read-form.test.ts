import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Hono } from 'hono';
import { isBodyTooLarge } from './limit-body.ts';
import { clean, type FormFields, MOST_FIELDS, readForm } from './read-form.ts';

async function read(body: string | FormData): Promise<FormFields | null> {
  let form: FormFields | null = null;
  const app = new Hono();
  app.post('/', async (c) => {
    form = await readForm(c);
    return c.body(null);
  });
  app.onError((error, c) => c.body(null, isBodyTooLarge(error) ? 413 : 500));
  const headers = typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const { status } = await app.request('/', { method: 'POST', body, headers });
  if (status !== 200) throw new Error(String(status));
  return form;
}

const fields = (count: number) => Array.from({ length: count }, (_, i) => `n${i}=${i}`).join('&');

test('a form is read to the last field that any form of ours may have', async () => {
  const form = await read(fields(MOST_FIELDS));
  assert.equal(Object.keys(form?.values ?? {}).length, MOST_FIELDS);
  assert.deepEqual(form?.all(`n${MOST_FIELDS - 1}`), [`${MOST_FIELDS - 1}`]);
});

test('more fields than that are refused before any of them is looked at twice, however they come', async () => {
  await assert.rejects(read(fields(MOST_FIELDS + 1)), /^Error: 413$/);
  await assert.rejects(read(fields(100_000)), /^Error: 413$/);
  await assert.rejects(read('n=1&'.repeat(100_000)), /^Error: 413$/);
  const parts = new FormData();
  for (let i = 0; i <= MOST_FIELDS; i++) parts.append(`n${i}`, 'x');
  await assert.rejects(read(parts), /^Error: 413$/);
});

test('so many fields are not even taken apart: they are counted first, with their separators', async () => {
  const apart = mock.method(Response.prototype, 'formData');
  await assert.rejects(read('a=1&'.repeat(200_000)), /^Error: 413$/);
  const parts = new FormData();
  for (let i = 0; i <= MOST_FIELDS; i++) parts.append(`n${i}`, 'x');
  await assert.rejects(read(parts), /^Error: 413$/);
  assert.equal(apart.mock.callCount(), 0);
});

test('a field given twice keeps all its texts in their order, and its first as its value', async () => {
  const form = await read('roles=+a%00+&roles=b&empty=&roles=&constructor=c');
  assert.deepEqual(form?.all('roles'), ['a', 'b', '']);
  assert.deepEqual(form?.all('none'), []);
  assert.deepEqual(Object.entries(form?.values ?? {}), [
    ['roles', 'a'],
    ['constructor', 'c'],
  ]);
});

test('what turns the direction of reading, or is no character at all, is left out of what was typed', async () => {
  const form = await read(`name=${encodeURIComponent('Sari\u202e\u2066 Contoh\uffff\ufffe\u200d')}`);
  assert.deepEqual(form?.values, { name: 'Sari Contoh' });
});

test('what nobody sees is nothing: a text of it alone is empty, and between letters only joiners stay', () => {
  const unseen = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((one) => /[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(one))
    .filter((one) => !/[\u0600-\u0605\u06dd\u08e2]/.test(one));
  for (const one of unseen) {
    assert.equal(clean(one), '', one.codePointAt(0)?.toString(16));
    assert.equal(clean(`${one}\u200b${one}\u200d${one}`), '', one.codePointAt(0)?.toString(16));
  }
  assert.equal(clean('Kartu\u200b rusak.\u00ad\n\nSejak\tSenin.\u202e'), 'Kartu rusak.\n\nSejak\tSenin.');
  assert.equal(
    clean('\u0915\u094d\u200d\u0937 \u{1f468}\u200d\u{1f469} \u2764\ufe0f'),
    '\u0915\u094d\u200d\u0937 \u{1f468}\u200d\u{1f469} \u2764\ufe0f',
  );
});
