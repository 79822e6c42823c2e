import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../test/test-database.ts';
import { errorCode } from '../platform/errors.ts';
import { openLog } from '../platform/log.ts';
import { PROJECT_FOLDER } from './open-system.ts';
import { startWeb } from './start-web.ts';

const db = await openTestDatabase({ after });
const dataFolder = mkdtempSync(join(tmpdir(), 'tanggap-web-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at: AddressInfo | string | null = probe.address();
      probe.close(() =>
        at !== null && typeof at === 'object' ? resolve(at.port) : reject(new Error('no port')),
      );
    });
  });
}

function knock(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve('open');
    });
    socket.once('error', (error) => resolve(errorCode(error) ?? 'unknown'));
  });
}

test('a data folder that cannot be written stops the start at once, before a database is opened', async () => {
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder: join(dataFolder, 'tidak', 'ada'),
    anchorFolder: join(dataFolder, 'tidak', 'ada', 'jangkar'),
    database: { kind: 'embedded' },
    tls: { kind: 'off' },
    masterKey: undefined,
    trustedProxies: [],
    mail: null,
    publicUrl: null,
    secondFactor: 'required',
    signOn: null,
  } as const;
  await assert.rejects(
    startWeb(config, { clock: Date.now, log: openLog({ write: () => undefined }) }),
    /TANGGAP_DATA: folder .*tidak, tempat .* tidak ada/,
  );
});

test('so does a folder of anchors, at the web and at the worker alone', async () => {
  const file = join(dataFolder, 'berkas');
  writeFileSync(file, '');
  const env = {
    TANGGAP_DATA: dataFolder,
    TANGGAP_ANCHORS: file,
    DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x',
  };
  for (const main of ['main-web.ts', 'main-worker.ts']) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', './scripts/run-tsx.mjs', `src/app/${main}`],
      { cwd: PROJECT_FOLDER, encoding: 'utf8', env },
    );
    assert.equal(status, 1, main);
    assert.match(stderr, /TANGGAP_ANCHORS: .*berkas bukan folder/, main);
  }
});

test('where the work behind the doors cannot start, the doors are closed again', async () => {
  // A queue of a later time, which this version may not touch.
  await db.owner.query(`drop schema if exists graphile_worker cascade`);
  await db.owner.query(`create schema graphile_worker`);
  await db.owner.query(
    `create table graphile_worker.migrations (id int primary key, ts timestamptz not null default now(), breaking boolean not null default false)`,
  );
  await db.owner.query(`insert into graphile_worker.migrations (id, breaking) values (999999, true)`);
  const port = await freePort();
  const config = {
    port,
    host: '127.0.0.1',
    dataFolder,
    anchorFolder: join(dataFolder, 'anchors'),
    database: { kind: 'server', appUrl: db.appUrl, ownerUrl: db.ownerUrl },
    tls: { kind: 'off' },
    masterKey: undefined,
    trustedProxies: [],
    mail: null,
    publicUrl: null,
    secondFactor: 'required',
    signOn: null,
  } as const;
  const lines: string[] = [];
  const log = openLog({ human: false, write: (line) => void lines.push(line) });
  await assert.rejects(startWeb(config, { clock: Date.now, log }), /Graphile Worker/i);
  assert.doesNotMatch(lines.join(), /clock-behind/);
  // The schema was made a moment ago: an hour before that nothing can have been recorded.
  await assert.rejects(startWeb(config, { clock: () => Date.now() - 3_600_000, log }), /Graphile Worker/i);
  assert.match(lines.join(), /"level":"error","event":"clock-behind".*Jam mesin ini tertinggal/);
  // The queue's own word for it: this process has more to say.
  process.exitCode = undefined;
  assert.equal(await knock(port), 'ECONNREFUSED');
});
