import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureEmbeddedDatabase } from '../../src/platform/database/embedded-database.ts';
import { joinEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { openPool } from '../../src/platform/database/pool.ts';
import { readPostmaster } from '../../src/platform/database/postmaster.ts';

const rounds = 30;
const writer = fileURLToPath(new URL('../write-until-killed.ts', import.meta.url));

test(`over ${rounds} kill -9 of Node or of PostgreSQL no acknowledged row is lost`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-crash-'));
  chmodSync(folder, 0o711);
  const server = await joinEmbeddedServer(folder);
  const owner = openPool((await ensureEmbeddedDatabase(server)).owner);
  await owner.query('CREATE TABLE written (id int PRIMARY KEY, round int NOT NULL)');
  const acknowledged: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      acknowledged.push(...(await runRound(folder, round)));
      const { rows } = await patiently(() => owner.query<{ id: number }>('SELECT id FROM written'));
      const present = new Set(rows.map((row) => row.id));
      assert.deepEqual(
        acknowledged.filter((id) => !present.has(id)),
        [],
        `round ${round}`,
      );
    }
    assert.ok(acknowledged.length > rounds, 'something was written at all');
  } finally {
    await owner.end();
    await server.leave();
    rmSync(folder, { recursive: true });
  }
});

/** One writer until either it or the database is killed at a random moment; gives the ids that it was told are safe. */
async function runRound(folder: string, round: number): Promise<number[]> {
  const child = spawn(process.execPath, [writer, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (text) => (told += text));
  const closed = new Promise((done) => child.on('close', done));
  while (!told.includes('\n')) await sleep(10);
  await sleep(Math.random() * 400);
  const postmaster = readPostmaster(join(folder, 'postgres', 'cluster'))?.pid;
  if (round % 2 === 0 && postmaster) process.kill(postmaster, 'SIGKILL');
  await sleep(20);
  child.kill('SIGKILL');
  await closed;
  // A half-written last line is no acknowledgement.
  return told.split('\n').slice(0, -1).map(Number);
}

/** The server may just be coming back. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
  }
}
