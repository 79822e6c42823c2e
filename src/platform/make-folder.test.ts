import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Fault } from './errors.ts';
import { probeFolder } from './make-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'tanggap-folder-'));
after(() => rmSync(base, { recursive: true }));

function faultOf(folder: string): Fault {
  try {
    probeFolder(folder, 'TANGGAP_ANCHORS', 0o700);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

test('the last level is made, the probe leaves nothing, and a folder that is there is taken', () => {
  const folder = join(base, 'jangkar');
  probeFolder(folder, 'TANGGAP_ANCHORS', 0o700);
  probeFolder(folder, 'TANGGAP_ANCHORS', 0o700);
  assert.ok(statSync(folder).isDirectory());
  assert.deepEqual(readdirSync(folder), []);
});

test('a file, a path below a file and a path whose upper folder is missing are named with the setting', () => {
  const file = join(base, 'berkas');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'jangkar')]) {
    assert.equal(faultOf(folder).message, `TANGGAP_ANCHORS: ${file} bukan folder.`);
  }
  const missing = faultOf(join(base, 'cakram', 'jangkar'));
  assert.match(missing.message, /cakram, tempat .*jangkar akan dibuat, tidak ada/);
  assert.match(missing.remedy ?? '', /TANGGAP_ANCHORS/);
});

test('a path where no folder can be is refused at once', { skip: process.platform !== 'linux' }, () => {
  assert.match(faultOf('/proc/nope').message, /\/proc\/nope tidak dapat dibuat/);
});
