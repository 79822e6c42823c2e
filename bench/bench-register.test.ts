import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seededRegister } from './bench-register.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-bench-'));
after(() => rmSync(folder, { recursive: true }));

test('a register that an earlier run made has no figure of its seeding', async () => {
  writeFileSync(join(folder, '10.json'), JSON.stringify({ seconds: 3, peakMb: 200 }));
  assert.deepEqual(await seededRegister(folder, 10), { folder: join(folder, '10'), cases: 10, seeded: null });
});
