import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const contract = readFileSync(new URL('../../../../docs/contract.md', import.meta.url), 'utf8');

const OFFICE = '/api/v1/offices/tabalong/complaints';
const sent = await kit.app.request(OFFICE, jsonPost({ channel: 'website', text: 'Bantuan belum cair.' }));
const receipt = await sent.json();
const authorization = `Bearer ${await kit.token('petugas-loket')}`;
const ask = async (path: string, headers: Readonly<Record<string, string>> = { authorization }) =>
  (await kit.app.request(path, { headers })).json();

/** The names of a shape: `{"a","b":[{"c"}]}` gives a and b, and under b c. */
type Names = { readonly [name: string]: Names };

/** The shape that the contract writes behind these words. */
function promised(words: string): Names {
  const at = contract.indexOf(words);
  assert.ok(at >= 0, `docs/contract.md does not say "${words}"`);
  const [, shape = ''] = /`(\{[^`]*\})`/.exec(contract.slice(at + words.length)) ?? [];
  // A name without a value holds anything.
  return JSON.parse(shape.replaceAll(/("\w+")(?=[,}])/g, '$1:{}').replaceAll(/\[(\{.*?\})\]/g, '$1'));
}

function assertHolds(told: Record<string, unknown>, names: Names): void {
  assert.deepEqual(Object.keys(told).toSorted(), Object.keys(names).toSorted());
  for (const [name, inner] of Object.entries(names)) {
    if (Object.keys(inner).length === 0) continue;
    const rows: unknown = told[name];
    assert.ok(Array.isArray(rows) && rows.length > 0, `${name} is told`);
    for (const row of rows) assertHolds(row, inner);
  }
}

test('a receipt holds what the contract promises, and nothing else', () => {
  assertHolds(receipt, promised('It gives 201 with'));
});

test('a case by its secret holds what the contract promises, and nothing else', async () => {
  const secret = { 'x-ticket-secret': receipt.ticketSecret };
  assertHolds(await ask(`/api/v1/complaints/${receipt.ticket}`, secret), promised('A case by its secret:'));
});

test('a case by token, its entries and the inbox hold what the contract promises, and nothing else', async () => {
  const atDesk = { answeredAtDesk: { text: 'Sudah dijelaskan.', way: 'oral', outcome: 'explained' } };
  const body = {
    channel: 'loket',
    text: 'Menanyakan bantuan.',
    reporters: [{ name: 'Warga Contoh' }],
    ...atDesk,
  };
  const { ticket } = await (await kit.app.request(OFFICE, jsonPost(body, { authorization }))).json();
  const told = await ask(`/api/v1/complaints/${ticket}`);
  assertHolds(told, promised('\nBy token:'));
  const entry = told.timeline.find(({ facts }: { facts: readonly unknown[] }) => facts.length > 0);
  assertHolds(entry, promised('an entry of its `timeline` is'));
  assertHolds(await ask(OFFICE), promised('in words. The inbox:'));
});

test('a problem holds what the contract promises, and nothing else', async () => {
  const wrong = await kit.app.request(OFFICE, jsonPost({ channel: 'website' }));
  const { detail: _, ...told } = promised('`application/problem+json`:');
  assertHolds(await wrong.json(), told);
  const away = await ask('/api/v1/tidak-ada');
  const { errors: __, ...alone } = promised('`application/problem+json`:');
  assertHolds(away, alone);
});
