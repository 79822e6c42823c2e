import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Fault } from '../errors.ts';
import { type ClusterFolder, openClusterFolder } from './cluster-folder.ts';
import { ensureEmbeddedDatabase } from './embedded-database.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import { isOpenToOthers, planLaunch } from './launch-plan.ts';
import { openPool } from './pool.ts';
import { readPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';

const script = fileURLToPath(new URL('../../../test/join-server.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const noFsync = { settings: { fsync: 'off' }, sync: false } as const;
const folders: string[] = [];

function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-embedded-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

after(async () => {
  for (const folder of folders) {
    await stopPostmaster(join(folder, 'postgres', 'cluster')).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Member {
  readonly process: ChildProcess;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
}

/** Another process that joins; rejects with what it said on stderr. */
async function joinElsewhere(folder: string, uid?: number): Promise<Member> {
  const options = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [script, folder], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const first = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(first[0])) throw new Error(said);
  const { port, pid }: { port: number; pid: number } = JSON.parse(String(first[0]));
  return { process: child, port, pid };
}

async function stop(member: Member, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(member.process, 'exit');
  member.process.kill(signal);
  const [code]: unknown[] = await exited;
  return typeof code === 'number' ? code : null;
}

function runningPid(folder: string): number | undefined {
  return readPostmaster(join(folder, 'postgres', 'cluster'))?.pid;
}

test('four first starts at once make one cluster and share one server', async () => {
  const folder = newFolder();
  const members = await Promise.all([1, 2, 3, 4].map(() => joinElsewhere(folder)));
  assert.equal(new Set(members.map((member) => member.pid)).size, 1);
  assert.equal(new Set(members.map((member) => member.port)).size, 1);
  assert.deepEqual(readdirSync(folder), ['postgres'], 'no draft is left behind');
  assert.deepEqual(await Promise.all(members.map((member) => stop(member, 'SIGTERM'))), [0, 0, 0, 0]);
  assert.equal(runningPid(folder), undefined, 'the last one stopped it');
});

test('the server stays while one process uses it, and stops clean on the SIGTERM of the last', async () => {
  const folder = newFolder();
  const [first, second] = [await joinElsewhere(folder), await joinElsewhere(folder)];
  assert.equal(await stop(first, 'SIGINT'), 0);
  assert.equal(runningPid(folder), second.pid);
  assert.equal(await stop(second, 'SIGTERM'), 0);
  assert.equal(runningPid(folder), undefined);
  assert.match(
    readFileSync(join(folder, 'postgres', 'server.log'), 'utf8'),
    /database system is shut down\n$/,
  );
});

test('after kill -9 of Node the server lives on and the next start joins it', async () => {
  const folder = newFolder();
  const killed = await joinElsewhere(folder);
  await stop(killed, 'SIGKILL');
  assert.equal(runningPid(folder), killed.pid);
  const next = await joinEmbeddedServer(folder, noFsync);
  assert.equal(next.port(), killed.port);
  await next.leave();
  assert.equal(runningPid(folder), undefined);
});

test('a server that dies is started again, with everything that was committed', async () => {
  const folder = newFolder();
  const server = await joinEmbeddedServer(folder, { sync: false });
  const { owner } = await ensureEmbeddedDatabase(server);
  const pool = openPool(owner);
  await pool.query('CREATE TABLE kept AS SELECT 42 AS n');
  for (const round of [1, 2]) {
    const back = once(server.events, 'back');
    process.kill(runningPid(folder) ?? 0, 'SIGKILL');
    await back;
    const { rows } = await pool.query('SELECT n FROM kept');
    assert.deepEqual(rows, [{ n: 42 }], `round ${round}`);
  }
  await pool.end();
  await server.leave();
  assert.equal(runningPid(folder), undefined);
});

test('a process that leaves while its server is dead leaves nothing running', async () => {
  const folder = newFolder();
  const server = await joinEmbeddedServer(folder, noFsync);
  process.kill(runningPid(folder) ?? 0, 'SIGKILL');
  await once(server.events, 'lost');
  await server.leave();
  assert.equal(runningPid(folder), undefined);
  const again = await joinEmbeddedServer(folder, noFsync);
  process.kill(runningPid(folder) ?? 0, 'SIGKILL');
  await again.leave();
  // A killed process takes a moment to be gone on a busy machine.
  for (let left = 500; left > 0 && runningPid(folder); left -= 1) await sleep(10);
  assert.equal(runningPid(folder), undefined);
});

test('a pid file left over, whose number now belongs to another process, does not stop a start', async () => {
  const folder = newFolder();
  const place = await openClusterFolder(folder, { sync: false });
  leavePidFile(place, process.pid);
  const server = await joinEmbeddedServer(folder, noFsync);
  assert.notEqual(runningPid(folder), process.pid);
  await server.leave();
});

test('nor does one whose number now belongs to the PostgreSQL of another folder', async () => {
  const [folder, others] = [newFolder(), newFolder()];
  const place = await openClusterFolder(folder, { sync: false });
  const other = await joinEmbeddedServer(others, noFsync);
  leavePidFile(place, runningPid(others) ?? 0);
  assert.equal(runningPid(folder), undefined);
  const server = await joinEmbeddedServer(folder, noFsync);
  assert.notEqual(runningPid(folder), runningPid(others));
  await server.leave();
  assert.ok(runningPid(others), 'the other one is left alone');
  await other.leave();
});

/** As a machine that lost its power leaves it. */
function leavePidFile(place: ClusterFolder, pid: number): void {
  const file = join(place.cluster, 'postmaster.pid');
  writeFileSync(file, `${pid}\n${place.cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  const { ownerOfFiles } = place.plan;
  if (ownerOfFiles !== undefined) chownSync(file, ownerOfFiles, ownerOfFiles);
}

test('a second PostgreSQL on the same folder is refused, and a taken port is left to its owner', async () => {
  const folder = newFolder();
  const place = await openClusterFolder(folder, { sync: false });
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  assert.equal(await startPostmaster(place, { port: taken }), true);
  assert.notEqual(readPostmaster(place.cluster)?.port, taken);
  assert.equal(await startPostmaster(place, {}), false);
  squatter.close();
  await stopPostmaster(place.cluster);
});

test('root starts it in a folder closed to others, then in the same folder opened', {
  skip: isRoot ? false : 'only root can',
}, async () => {
  const folder = newFolder(0o700);
  for (const mode of [0o700, 0o711, 0o700]) {
    chmodSync(folder, mode);
    const server = await joinEmbeddedServer(folder, noFsync);
    await server.leave();
  }
  assert.equal(runningPid(folder), undefined);
});

const forOthers = {
  skip:
    isRoot && isOpenToOthers(fileURLToPath(new URL('.', import.meta.url)))
      ? false
      : 'only root in a checkout that others may enter can',
};

test('an ordinary user starts it as himself', forOthers, async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'milik'));
  chownSync(join(folder, 'milik'), 65_534, 65_534);
  const member = await joinElsewhere(join(folder, 'milik'), 65_534);
  assert.equal(await stop(member, 'SIGTERM'), 0);
});

test('a folder that root made is refused to an ordinary user, in words', forOthers, async () => {
  const folder = newFolder();
  await (await joinEmbeddedServer(folder, noFsync)).leave();
  await assert.rejects(joinElsewhere(folder, 65_534), /tidak dapat dibaca.*TANGGAP_DATA/s);
});

test('a folder that cannot be written is refused with the variable that helps', forOthers, async () => {
  await assert.rejects(joinElsewhere('/tanggap-tidak-boleh', 65_534), /tidak dapat dibuat.*TANGGAP_DATA/s);
  assert.ok(!existsSync('/tanggap-tidak-boleh'));
});

test('a cluster of another PostgreSQL is left alone, and the way out that is named stands in the papers', async () => {
  const folder = newFolder();
  const place = await openClusterFolder(folder, { sync: false });
  writeFileSync(join(place.cluster, 'PG_VERSION'), '14\n');
  const refused = await openClusterFolder(folder).catch((error: unknown) => error);
  assert.ok(refused instanceof Fault);
  assert.equal(refused.code, 'cluster-version');
  const [, paper = '', heading = ''] = /(docs\/\S+\.md), "(.+)"/.exec(refused.remedy ?? '') ?? [];
  const told = readFileSync(new URL(`../../../${paper}`, import.meta.url), 'utf8').split(
    `## ${heading}\n`,
  )[1];
  for (const step of ['pg_dump', 'pg_restore', 'master.key', 'verify']) {
    assert.match(told ?? '', new RegExp(step), step);
  }
});

test('an ordinary user starts it plainly, root as nobody, in a closed folder in a namespace of its own', () => {
  const [open, closed] = [newFolder(0o711), newFolder(0o700)];
  const unshare = (): string => '/usr/bin/unshare';
  assert.deepEqual(planLaunch([closed], 1000, unshare), {
    prefix: [],
    spawnAs: undefined,
    ownerOfFiles: undefined,
  });
  assert.equal(planLaunch([open], 0, unshare).spawnAs, 65_534);
  assert.equal(planLaunch([open, closed], 0, unshare).prefix[0], '/usr/bin/unshare');
  assert.throws(
    () => planLaunch([closed], 0, () => undefined),
    (error) => error instanceof Fault && error.remedy?.includes('DATABASE_URL') === true,
  );
});
