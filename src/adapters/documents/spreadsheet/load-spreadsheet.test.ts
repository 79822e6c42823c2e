import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadSpreadsheet } from './load-spreadsheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-load-spreadsheet-'));
after(() => rmSync(folder, { recursive: true }));

test('a pipe, a device or a folder is no file to read, and holds nothing up', async () => {
  const pipe = join(folder, 'register.xlsx');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/zero', folder]) {
    const loaded = await loadSpreadsheet({ path }, 1000);
    assert.ok(!loaded.ok && loaded.refusal === 'file-missing', path);
  }
});
