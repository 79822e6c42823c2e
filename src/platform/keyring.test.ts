import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Fault } from './errors.ts';
import {
  blindIndexes,
  isKeyFileOpen,
  keyFileName,
  loadKeyring,
  newMasterKeyText,
  openKeyring,
} from './keyring.ts';

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-keyring-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the first start makes a key file that only its owner may read, the second start reads it', () => {
  inFolder((folder) => {
    const made = loadKeyring(folder, undefined);
    assert.equal(statSync(join(folder, keyFileName)).mode & 0o777, 0o600);
    assert.equal(loadKeyring(folder, undefined).current.id, made.current.id);
    assert.equal(readFileSync(join(folder, keyFileName), 'utf8').trim().length, 43);
  });
});

test('TANGGAP_KEY is used instead of a file', () => {
  inFolder((folder) => {
    const text = newMasterKeyText();
    assert.equal(loadKeyring(folder, text).current.id, openKeyring(text).current.id);
    assert.ok(!existsSync(join(folder, keyFileName)));
  });
});

test('after a rotation the new key is current and the old one still opens', () => {
  const [fresh, old] = [newMasterKeyText(), newMasterKeyText()];
  const ring = openKeyring(`${fresh}\n${old}\n`);
  assert.equal(ring.current.id, openKeyring(fresh).current.id);
  assert.ok(
    ring.find(openKeyring(old).current.id).forUse('wrap').equals(openKeyring(old).current.forUse('wrap')),
  );
  assert.throws(
    () => ring.find('00000000'),
    (error) => error instanceof Fault && error.code === 'key-missing',
  );
});

test('each use has its own key, the same object each time', () => {
  const key = openKeyring(newMasterKeyText()).current;
  assert.equal(key.forUse('chain'), key.forUse('chain'));
  assert.ok(!key.forUse('chain').equals(key.forUse('wrap')));
});

test('a broken key is refused in words', () => {
  for (const text of ['', 'pendek', `${newMasterKeyText()}x`, newMasterKeyText().replace(/.$/, '!')]) {
    assert.throws(
      () => openKeyring(text),
      (error) => error instanceof Fault && error.code === 'key-invalid',
    );
  }
});

test('a blind index finds a value in its own office and field only, under every key held', () => {
  const [fresh, old] = [newMasterKeyText(), newMasterKeyText()];
  const before = blindIndexes(openKeyring(old), 1, 'phone', '081200000001');
  const after = blindIndexes(openKeyring(`${fresh},${old}`), 1, 'phone', '081200000001');
  assert.deepEqual(after[1], before[0]);
  assert.notDeepEqual(after[0], before[0]);
  assert.notDeepEqual(blindIndexes(openKeyring(old), 2, 'phone', '081200000001'), before);
  assert.notDeepEqual(blindIndexes(openKeyring(old), 1, 'nik', '081200000001'), before);
});

test('a key file that others may read is noticed and mended', { skip: process.platform === 'win32' }, () => {
  inFolder((folder) => {
    writeFileSync(join(folder, keyFileName), newMasterKeyText(), { mode: 0o644 });
    assert.ok(isKeyFileOpen(folder, true));
    assert.ok(!isKeyFileOpen(folder));
  });
});
