import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { newRecordKey } from '../../platform/crypto.ts';
import { errorCode } from '../../platform/errors.ts';
import { secretId } from '../../platform/ids.ts';
import { openFileStore } from './file-store.ts';
import { CHUNK_BYTES, openChunks, sealChunks } from './sealed-chunks.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-berkas-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const store = openFileStore(folder);

async function* of(...pieces: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}
async function gather<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const gathered: T[] = [];
  for await (const one of source) gathered.push(one);
  return gathered;
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await gather(source));
}
function pathOf(id: string): string {
  return join(folder, '3', id.slice(0, 2), id);
}

test('a file is read as it was written, by its owner alone, and gone once it is removed', async () => {
  const place = { officeId: 3, id: secretId() };
  await store.write(place, of('isi ', 'berkas'));
  assert.equal((await all(await store.read(place))).toString(), 'isi berkas');
  assert.equal(statSync(pathOf(place.id)).mode & 0o777, 0o600);
  await store.remove(place);
  await store.remove(place);
  await assert.rejects(store.read(place), (error) => errorCode(error) === 'file-missing');
});

test('a file that breaks off leaves nothing', async () => {
  const place = { officeId: 3, id: secretId() };
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('setengah');
    throw new Error('putus');
  }
  await assert.rejects(store.write(place, broken()), /putus/);
  assert.deepEqual(readdirSync(dirname(pathOf(place.id))), []);
});

test('a place that is no id of ours is never a path', async () => {
  for (const id of ['../../etc/passwd', '..', '', 'a/b', `${secretId()}/..`]) {
    await assert.rejects(async () => store.write({ officeId: 3, id }, of('x')), /No place/);
  }
});

test('the list tells whole files, and what a crash left half-written', async () => {
  const place = { officeId: 4, id: secretId() };
  await store.write(place, of('x'));
  const half = `${join(folder, '4', place.id.slice(0, 2))}/${secretId()}.part`;
  writeFileSync(half, 'x');
  const found = (await gather(store.list())).filter((one) => one.place?.officeId !== 3);
  assert.deepEqual(found.map((one) => one.place?.id ?? 'half').sort(), [place.id, 'half'].sort());
  for (const one of found) await one.discard();
  assert.equal((await gather(openFileStore(join(folder, 'tidak-ada')).list())).length, 0);
});

const sizes = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES];

test('what was sealed opens again, whatever its length', async () => {
  const key = newRecordKey();
  for (const size of sizes) {
    const plain = Buffer.alloc(size, 7);
    const sealed = await all(sealChunks(key, 'a', of(plain.subarray(0, 10), plain.subarray(10))));
    assert.ok(size < 16 || !sealed.includes(plain.subarray(0, 16)));
    assert.deepEqual(await all(openChunks(key, 'a', of(sealed.subarray(0, 3), sealed.subarray(3)))), plain);
  }
});

test('a sealed file that was changed, cut, lengthened or put elsewhere does not open', async () => {
  const key = newRecordKey();
  const sealed = await all(sealChunks(key, 'a', of(Buffer.alloc(2 * CHUNK_BYTES + 5, 7))));
  const chunk = CHUNK_BYTES + 16;
  const flipped = Buffer.from(sealed);
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const swapped = Buffer.concat([
    sealed.subarray(0, 1),
    sealed.subarray(1 + chunk, 1 + 2 * chunk),
    sealed.subarray(1, 1 + chunk),
    sealed.subarray(1 + 2 * chunk),
  ]);
  const others = [
    flipped,
    swapped,
    sealed.subarray(0, 1 + 2 * chunk),
    sealed.subarray(0, 1 + chunk),
    Buffer.concat([sealed, Buffer.from('x')]),
    Buffer.alloc(0),
  ];
  const isBroken = (error: unknown) => errorCode(error) === 'seal-broken';
  for (const other of others) await assert.rejects(all(openChunks(key, 'a', of(other))), isBroken);
  await assert.rejects(all(openChunks(key, 'b', of(sealed))), isBroken);
  await assert.rejects(all(openChunks(newRecordKey(), 'a', of(sealed))), isBroken);
});
