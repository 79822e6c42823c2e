import assert from 'node:assert/strict';
import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { hmac, isEqualSecret, newRecordKey, open, seal, sha256, unwrapKey, wrapKey } from './crypto.ts';
import { Fault } from './errors.ts';

const isBroken = (error: unknown): boolean => error instanceof Fault && error.code === 'seal-broken';

test('what is sealed opens again, whatever it is', () => {
  const key = newRecordKey();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, context) => {
      assert.equal(
        open(key, seal(key, plain, context), context).toString('utf8'),
        Buffer.from(plain).toString('utf8'),
      );
    }),
  );
});

test('another key, another record or one changed bit does not open', () => {
  const key = newRecordKey();
  const sealed = seal(key, 'Nama Contoh', 'identity/1/a');
  assert.throws(() => open(newRecordKey(), sealed, 'identity/1/a'), isBroken);
  assert.throws(() => open(key, sealed, 'identity/1/b'), isBroken);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => open(key, changed, 'identity/1/a'), isBroken);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.throws(() => open(key, sealed.subarray(0, length), 'identity/1/a'), isBroken);
  }
});

test('the same text sealed twice looks different', () => {
  const key = newRecordKey();
  assert.notDeepEqual(seal(key, 'sama', ''), seal(key, 'sama', ''));
});

test('a wrapped key is the same key when unwrapped, and only in its own record', () => {
  const master = newRecordKey();
  const record = newRecordKey();
  const wrapped = wrapKey(master, record, 'identity/7');
  assert.ok(unwrapKey(master, wrapped, 'identity/7').equals(record));
  assert.throws(() => unwrapKey(master, wrapped, 'identity/8'), isBroken);
});

test('hmac depends on the key and equals RFC 4231 style concatenation of its parts', () => {
  const key = newRecordKey();
  assert.ok(isEqualSecret(hmac(key, 'ab', 'c'), hmac(key, Buffer.from('abc'))));
  assert.ok(!isEqualSecret(hmac(key, 'abc'), hmac(newRecordKey(), 'abc')));
  assert.ok(!isEqualSecret(Buffer.from('a'), Buffer.from('ab')));
});

test('a hash is the SHA-256 of everybody, of texts and of bytes', () => {
  for (const data of ['', 'halo', 'é…', Buffer.from([0, 128, 255]), Buffer.alloc(5000, 200)]) {
    assert.deepEqual(sha256(data), createHash('sha256').update(data).digest());
  }
});

test('a keyed hash is the HMAC-SHA256 of everybody, whatever the parts and however long', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12_000 }),
    fc.uint8Array({ maxLength: 12_000 }),
  );
  const keyBytes = fc.uint8Array({ minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(keyBytes, fc.array(part, { maxLength: 5 }), (bytes, parts) => {
      const right = createHmac('sha256', bytes);
      for (const one of parts) right.update(one);
      assert.equal(hmac(createSecretKey(bytes), ...parts).toString('hex'), right.digest('hex'));
    }),
  );
});
