import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { describeError } from '../errors.ts';
import { joinEmbeddedServer, superuser } from './embedded-server.ts';
import { openDatabase } from './open-database.ts';

// A server of its own: these tests need one on which the roles of Tanggap do not stand yet.
const folder = mkdtempSync(join(tmpdir(), 'tanggap-open-'));
chmodSync(folder, 0o711);
const server = await joinEmbeddedServer(join(folder, 'lain'), { settings: { fsync: 'off' }, sync: false });
const admin = new pg.Client(superuser(server.port(), server.password));
await admin.connect();
after(async () => {
  await admin.end();
  await server.leave();
  rmSync(folder, { recursive: true });
});

function urlFor(user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${server.port()}/${database}`;
}

async function openServer(appUrl: string, ownerUrl = appUrl) {
  return openDatabase({ database: { kind: 'server', appUrl, ownerUrl }, dataFolder: folder });
}

test('one login that may not make roles: everything works, but nothing is held down', async () => {
  await admin.query(`CREATE ROLE polos LOGIN PASSWORD 'polos'`);
  await admin.query('CREATE DATABASE polos OWNER polos');
  const db = await openServer(urlFor('polos', 'polos', 'polos'));
  assert.equal(db.migration?.rolesPresent, false);
  assert.ok((await db.app.query('SELECT FROM schema_migration')).rowCount);
  await db.close();
});

test('one login that may make roles: the application puts on its own role', async () => {
  await admin.query('CREATE DATABASE tunggal');
  const db = await openServer(urlFor('postgres', server.password, 'tunggal'));
  const { rows } = await db.app.query('SELECT current_user AS who');
  assert.deepEqual(rows, [{ who: 'tanggap_app' }]);
  await assert.rejects(db.app.query('DELETE FROM schema_migration'), /permission denied/);
  await db.close();
});

test('two logins: the one of the application gets its grants, whatever its name', async () => {
  await admin.query(`CREATE ROLE loket LOGIN PASSWORD 'loket'`);
  await admin.query('CREATE DATABASE berdua');
  const db = await openServer(
    urlFor('loket', 'loket', 'berdua'),
    urlFor('postgres', server.password, 'berdua'),
  );
  assert.ok((await db.app.query('SELECT FROM schema_migration')).rowCount);
  await assert.rejects(db.app.query('DELETE FROM schema_migration'), /permission denied/);
  await db.close();
});

test('a server, a login or a database that is not there is told with what to do and without the password', async () => {
  const owner = urlFor('postgres', server.password, 'postgres');
  const cases = [
    {
      app: 'postgres://a:rahasia@127.0.0.1:1/x',
      owner: undefined,
      told: /127\.0\.0\.1:1.*menyala.* DATABASE_URL\./s,
    },
    {
      app: urlFor('postgres', 'rahasia', 'postgres'),
      owner: undefined,
      told: /28P01.*sandi.* DATABASE_URL\./s,
    },
    { app: urlFor('postgres', 'rahasia', 'postgres'), owner, told: /28P01.*sandi.* DATABASE_URL\./s },
    {
      app: owner,
      owner: urlFor('postgres', server.password, 'tidakada'),
      told: /CREATE DATABASE.* DATABASE_OWNER_URL\./s,
    },
  ];
  for (const one of cases) {
    const error: unknown = await openServer(one.app, one.owner).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.match(describeError(error), one.told);
    assert.doesNotMatch(describeError(error), /rahasia/);
  }
});

test('without an address the embedded server serves, and stops when the database is closed', async () => {
  const db = await openDatabase({ database: { kind: 'embedded' }, dataFolder: join(folder, 'sendiri') });
  const port = db.server?.port();
  assert.deepEqual((await db.app.query('SELECT current_user AS who')).rows, [{ who: 'tanggap_app' }]);
  assert.deepEqual((await db.owner.query('SELECT current_user AS who')).rows, [{ who: 'tanggap_owner' }]);
  await Promise.all([db.close(), db.close()]);
  await assert.rejects(new pg.Client(superuser(port ?? 0, 'x')).connect(), /ECONNREFUSED/);
});
