import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer } from 'node:net';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isOpenToOthers } from '../platform/database/launch-plan.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { keyFileName, loadKeyring, newMasterKeyText } from '../platform/keyring.ts';
import { openTls } from '../platform/tls/open-tls.ts';
import { checkMasterKey } from './check-master-key.ts';
import { type Machine, thisMachine } from './doctor/examine-machine.ts';
import type { Finding } from './doctor/finding.ts';
import { diagnose, formatDiagnosis } from './doctor.ts';

const base = mkdtempSync(join(tmpdir(), 'tanggap-doctor-'));
chmodSync(base, 0o711);

const data = join(base, 'data');
const database = await openDatabase({ database: { kind: 'embedded' }, dataFolder: data });
after(async () => {
  await database.close();
  rmSync(base, { recursive: true, force: true });
});
await checkMasterKey(database.owner, loadKeyring(data, undefined), Date.now());

const healthy: Machine = {
  ...thisMachine(Date.now()),
  chromium: '/usr/bin/chromium',
  freeBytes: () => 50 * 1_073_741_824,
  load: () => Promise.resolve(),
};

async function findings(
  env: Readonly<Record<string, string>> = {},
  machine: Partial<Machine> = {},
): Promise<Map<string, Finding>> {
  const { findings: all } = await diagnose(
    { PORT: '0', TANGGAP_DATA: data, ...env },
    { ...healthy, now: Date.now(), ...machine },
  );
  // Of several with one name the worst counts.
  const sorted = [...all].sort((a) => (a.state === 'lack' ? 1 : -1));
  return new Map(sorted.map((finding) => [finding.id, finding]));
}

async function lacks(
  env: Readonly<Record<string, string>>,
  machine: Partial<Machine> = {},
): Promise<string[]> {
  return [...(await findings(env, machine)).values()]
    .filter((one) => one.state === 'lack')
    .map((one) => one.id);
}

test('a machine in order lacks nothing, and the native packages really load', async () => {
  const diagnosis = await diagnose(
    { PORT: '0', TANGGAP_DATA: data },
    { ...thisMachine(Date.now()), chromium: 'ada' },
  );
  assert.deepEqual(
    diagnosis.findings.filter((finding) => finding.state === 'lack'),
    [],
  );
  assert.ok(diagnosis.ok);
  assert.match(formatDiagnosis(diagnosis), /Semua yang diperlukan ada\.$/);
});

test('an old Node, musl, and packages that do not load are named with what helps', async () => {
  const sick = {
    nodeVersion: '20.20.2',
    isMusl: true,
    load: (name: string) => (name === 'esbuild' ? Promise.reject(new Error('GLIBC')) : Promise.resolve()),
  };
  const found = await findings({}, sick);
  assert.match(found.get('node')?.remedy ?? '', /24/);
  assert.match(found.get('libc')?.remedy ?? '', /glibc.*DATABASE_URL/);
  assert.match(found.get('addons')?.message ?? '', /esbuild/);
});

test('a full disk is a lack, a filling one a note', async () => {
  assert.deepEqual(await lacks({}, { freeBytes: () => 100_000_000 }), ['disk']);
  assert.equal((await findings({}, { freeBytes: () => 1_500_000_000 })).get('disk')?.state, 'note');
});

test('a clock that runs ahead of the files and of the database is a lack', async () => {
  assert.deepEqual(await lacks({}, { now: Date.now() + 3_600_000 }), ['clock']);
});

test('a clock that runs behind what was recorded last, of a case, of the office or in an anchor, is a lack', async () => {
  assert.deepEqual(await lacks({}), []);
  for (const [write, table] of [
    [
      `insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at)
      values (1, gen_random_uuid(), 1, 'received', '', now() + interval '1 hour')`,
      'outbox',
    ],
    [`insert into anchor values (1, now() + interval '1 hour', 1, '')`, 'anchor'],
  ] as const) {
    await database.owner.query(write);
    assert.deepEqual(await lacks({}), ['clock'], table);
    await database.owner.query(`delete from ${table}`);
  }
  assert.deepEqual(await lacks({}), []);
});

test('a taken port is named with another one to try', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => squatter.once('listening', done));
  const address = squatter.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const found = await findings({ PORT: String(port) });
  assert.match(found.get('port')?.remedy ?? '', new RegExp(`PORT=${port + 1}`));
  squatter.close();
});

test('a Tanggap that already runs there, with or without https, is no lack', async () => {
  const tls = openTls({ kind: 'auto' }, data, { host: '127.0.0.1' });
  assert.ok(tls);
  const answer: RequestListener = (_, response) => response.setHeader('x-request-id', 'ya').end('ok');
  const servers = [createHttp(answer), createHttps({ key: tls.key, cert: tls.certificate }, answer)];
  for (const running of servers) {
    running.listen(0, '127.0.0.1');
    await once(running, 'listening');
    const address = running.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    assert.equal((await findings({ PORT: String(port) })).get('port')?.state, 'ok');
    running.closeAllConnections();
    running.close();
  }
});

test('an address of another machine is no place to listen', async () => {
  assert.deepEqual(await lacks({ HOST: '203.0.113.9' }), ['port']);
});

test('a wrong setting is named and nothing further is tried', async () => {
  assert.deepEqual(await lacks({ PORT: 'x' }), ['config']);
});

test('another master key than the database was made with is found', async () => {
  const found = await findings({ TANGGAP_KEY: newMasterKeyText() });
  assert.equal(found.get('master-key')?.state, 'lack');
  assert.match(found.get('master-key')?.message ?? '', new RegExp(loadKeyring(data, undefined).current.id));
});

test('a key file that others may read is found', async () => {
  chmodSync(join(data, keyFileName), 0o644);
  assert.deepEqual(await lacks({}), ['key-file']);
  chmodSync(join(data, keyFileName), 0o600);
});

test('a database of a newer Tanggap is found', async () => {
  await database.owner.query(`INSERT INTO schema_migration (name, checksum) VALUES ('9999_baru', 'x')`);
  const found = await findings();
  await database.owner.query(`DELETE FROM schema_migration WHERE name = '9999_baru'`);
  assert.match(found.get('schema')?.message ?? '', /lebih baru/);
});

test('a worker that stands still is named by how long something waits for it', async () => {
  assert.equal((await findings()).get('worker')?.state, 'ok');
  await database.owner.query(
    `insert into anchor_pending (office_id, case_id, seq, mac, queued_at)
     values (1, gen_random_uuid(), 1, '', now() - interval '42 minutes')`,
  );
  const found = (await findings()).get('worker');
  await database.owner.query('delete from anchor_pending');
  assert.equal(found?.state, 'lack');
  assert.match(found?.message ?? '', /42 menit/);
  assert.match(found?.remedy ?? '', /npm start/);
});

test('anchors that wait two minutes are named, since sixty seconds are promised', async () => {
  await database.owner.query(
    `insert into anchor_pending (office_id, case_id, seq, mac, queued_at)
     values (1, gen_random_uuid(), 1, '', now() - interval '125 seconds')`,
  );
  const found = (await findings()).get('worker');
  await database.owner.query('delete from anchor_pending');
  assert.match(found?.message ?? '', /2 menit.*penjangkaran/);
});

test('a folder of anchors that is a file, or lies below nothing, is a lack with its setting', async () => {
  const file = join(base, 'jangkar');
  writeFileSync(file, '');
  for (const folder of [file, join(base, 'tak-terpasang', 'jangkar'), '/proc/nope']) {
    const found = (await findings({ TANGGAP_ANCHORS: folder })).get('anchor-folder');
    assert.equal(found?.state, 'lack', folder);
    assert.match(found?.remedy ?? '', /TANGGAP_ANCHORS/);
  }
});

test('a data folder that cannot be is a lack at once', async () => {
  assert.deepEqual(await lacks({ TANGGAP_DATA: '/proc/x' }), ['data-folder']);
});

test('one login for everything means that the grant wall is missing', async () => {
  const { host, port, user, password, database: name } = database.locateOwner();
  const url = `postgres://${user}:${password}@${host}:${port}/${name}`;
  assert.deepEqual(await lacks({ DATABASE_URL: url }), ['grant-wall']);
});

test('a server that cannot be reached is named without its password', async () => {
  const diagnosis = await diagnose(
    { PORT: '0', TANGGAP_DATA: data, DATABASE_URL: 'postgres://a:sandirahasia@127.0.0.1:1/x' },
    healthy,
  );
  const text = formatDiagnosis(diagnosis);
  assert.match(text, /Basis data 127\.0\.0\.1:1\/x tidak dapat dihubungi \(ECONNREFUSED\)/);
  assert.match(text, /Pastikan PostgreSQL itu menyala.*DATABASE_URL/);
  assert.doesNotMatch(text, /sandirahasia/);
  assert.ok(!diagnosis.ok);
});

const isRoot = process.getuid?.() === 0;
const project = fileURLToPath(new URL('../../', import.meta.url));
test('a folder that this user cannot write is named with TANGGAP_DATA', {
  // Root may write everywhere, so he asks as "nobody", who must reach the program.
  skip:
    isRoot && ![project, process.execPath].every(isOpenToOthers) ? 'the project is closed to others' : false,
}, () => {
  const closed = join(base, 'tertutup');
  mkdirSync(closed, { mode: 0o555 });
  const child = `
    import { diagnose } from './src/app/doctor.ts';
    import { thisMachine } from './src/app/doctor/examine-machine.ts';
    const { findings } = await diagnose(
      { PORT: '0', TANGGAP_DATA: process.argv[1] },
      { ...thisMachine(Date.now()), chromium: 'ada', freeBytes: () => 1e12, load: async () => {} },
    );
    process.stdout.write(findings.flatMap(({ id, state }) => (state === 'lack' ? [id] : [])).join());`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './scripts/run-tsx.mjs', '--input-type=module', '-e', child, join(closed, 'data')],
    { cwd: project, encoding: 'utf8', ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) },
  );
  assert.equal(stdout, 'data-folder', stderr);
});

test('before the first start the doctor makes nothing: whoever runs it may not be who runs the server', async () => {
  const fresh = {
    TANGGAP_DATA: join(base, 'baru'),
    TANGGAP_ANCHORS: join(base, 'jangkar-baru'),
    TANGGAP_TLS: 'auto',
  };
  const found = await findings(fresh);
  assert.deepEqual(
    ['data-folder', 'anchor-folder'].map((id) => found.get(id)?.state),
    ['note', 'note'],
  );
  assert.deepEqual([existsSync(fresh.TANGGAP_DATA), existsSync(fresh.TANGGAP_ANCHORS)], [false, false]);
});

test('root is sent to whom the data folder belongs, and leaves nothing in it', {
  skip: isRoot ? false : 'only root can be the wrong one',
}, async () => {
  const folder = join(base, 'milik-layanan');
  mkdirSync(folder);
  chownSync(folder, 65_534, 65_534);
  const found = await findings({ TANGGAP_DATA: folder, TANGGAP_TLS: 'auto' });
  assert.match(found.get('data-folder')?.remedy ?? '', /sudo -u '#65534' npm run doctor/);
  assert.deepEqual(readdirSync(folder), []);
});

test('with TANGGAP_TLS=auto the doctor says how a PC comes to trust the counter', async () => {
  const found = await findings({ TANGGAP_TLS: 'auto' });
  assert.match(found.get('tls')?.remedy ?? '', /tanggap-ca\.crt.*Windows.*update-ca-certificates/s);
});

test('a certificate without its key is a lack', async () => {
  const folder = join(base, 'sertifikat');
  mkdirSync(folder);
  writeFileSync(join(folder, 'cert.pem'), 'bukan sertifikat');
  writeFileSync(join(folder, 'key.pem'), 'bukan kunci');
  assert.deepEqual(await lacks({ TANGGAP_TLS: folder }), ['tls']);
});

test('the proxies whose word counts are named', async () => {
  const found = await findings({ TANGGAP_TRUST_PROXY: '10.0.0.5,10.20.0.0/24' });
  assert.match(found.get('proxy')?.message ?? '', /dan 10\.0\.0\.5, 10\.20\.0\.0\/24\.$/);
  assert.match((await findings()).get('proxy')?.message ?? '', /mesin ini saja\.$/);
});

test('a second factor that is only offered is told, and an identity provider that does not answer as itself is a lack', async () => {
  assert.equal((await findings()).get('second-factor')?.state, 'ok');
  assert.equal((await findings()).has('single-sign-on'), false);
  const practice = (await findings({ TANGGAP_SECOND_FACTOR: 'offered' })).get('second-factor');
  assert.equal(practice?.state, 'note');
  assert.match(practice?.remedy ?? '', /hapus TANGGAP_SECOND_FACTOR/);
  const examine = async (issuer: string) =>
    (await findings({ TANGGAP_OIDC_ISSUER: issuer, TANGGAP_OIDC_CLIENT_ID: 'tanggap' })).get(
      'single-sign-on',
    );
  const silent = await examine('http://127.0.0.1:9');
  assert.equal(silent?.state, 'lack');
  assert.match(silent?.remedy ?? '', /http:\/\/127\.0\.0\.1:9\/\.well-known\/openid-configuration/);
  assert.match(silent?.remedy ?? '', /tetap dapat masuk dengan surel dan kata sandi/);
  const server = createHttp((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ issuer: 'https://lain.contoh.go.id' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const other = await examine(`http://127.0.0.1:${port}`);
  assert.equal(other?.state, 'lack', 'it names itself otherwise');
  server.close();
});
