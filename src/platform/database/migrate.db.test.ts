import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { Fault } from '../errors.ts';
import { findPendingMigrations, migrate } from './migrate.ts';
import { connectOnce, type Locate } from './pool.ts';

const db = await openTestDatabase({ after });
const admin = await connectOnce(db.locateSuperuser);
const made: string[] = [];
after(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

/** An empty database of the owner. */
async function emptyDatabase(): Promise<Locate> {
  const name = `${db.name}_${made.length}`;
  await admin.query(`CREATE DATABASE ${name} OWNER tanggap_owner`);
  made.push(name);
  return () => ({ ...db.locateOwner(), database: name });
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-migrate-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, `${name}.sql`), sql);
  return folder;
}

async function ask(locate: Locate, sql: string): Promise<unknown[]> {
  const client = await connectOnce(locate);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const isFault = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;

const first = {
  '0001_a': 'CREATE TABLE a (n int); INSERT INTO a VALUES (1); GRANT SELECT ON a TO tanggap_app;',
};
const second = { ...first, '0002_b': 'INSERT INTO a VALUES (2);' };

test('files run once, in the order of their names', async () => {
  const locate = await emptyDatabase();
  assert.deepEqual((await migrate(locate, { folder: folderOf(second) })).applied, ['0001_a', '0002_b']);
  assert.deepEqual((await migrate(locate, { folder: folderOf(second) })).applied, []);
  assert.deepEqual(await ask(locate, 'SELECT n FROM a'), [{ n: 1 }, { n: 2 }]);
});

test('a later version brings only its new files', async () => {
  const locate = await emptyDatabase();
  await migrate(locate, { folder: folderOf(first) });
  assert.deepEqual(await pending(locate, second), ['0002_b']);
  assert.deepEqual((await migrate(locate, { folder: folderOf(second) })).applied, ['0002_b']);
  assert.deepEqual(await pending(locate, second), []);
});

async function pending(locate: Locate, files: Readonly<Record<string, string>>): Promise<string[]> {
  const client = await connectOnce(locate);
  try {
    return await findPendingMigrations(client, folderOf(files));
  } finally {
    await client.end();
  }
}

test('five starts at once migrate once', async () => {
  const locate = await emptyDatabase();
  const folder = folderOf({ ...second, '0003_c': 'SELECT pg_sleep(0.2); INSERT INTO a VALUES (3);' });
  const reports = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(locate, { folder })));
  assert.equal(reports.flatMap((report) => report.applied).length, 3);
  assert.equal((await ask(locate, 'SELECT n FROM a')).length, 3);
});

test('a database of a newer Tanggap is refused and left alone', async () => {
  const locate = await emptyDatabase();
  await migrate(locate, { folder: folderOf(second) });
  await assert.rejects(migrate(locate, { folder: folderOf(first) }), isFault('schema-newer'));
});

test('a file that was changed after it ran is refused, other line ends are no change', async () => {
  const locate = await emptyDatabase();
  await migrate(locate, { folder: folderOf({ '0001_a': 'SELECT 1;\nSELECT 2;\n' }) });
  await migrate(locate, { folder: folderOf({ '0001_a': 'SELECT 1;\r\nSELECT 2;\r\n' }) });
  await assert.rejects(
    migrate(locate, { folder: folderOf({ '0001_a': 'SELECT 3;' }) }),
    isFault('migration-changed'),
  );
});

test('a file that ran and is gone means another schema, not a newer Tanggap', async () => {
  const locate = await emptyDatabase();
  await migrate(locate, { folder: folderOf({ '0001_former': 'SELECT 1;', '0002_former': 'SELECT 1;' }) });
  await assert.rejects(migrate(locate, { folder: folderOf(second) }), isFault('migration-changed'));
});

test('a new file may not stand before one that ran', async () => {
  const locate = await emptyDatabase();
  await migrate(locate, { folder: folderOf({ '0002_b': 'SELECT 1;' }) });
  const folder = folderOf({ '0001_a': 'SELECT 1;', '0002_b': 'SELECT 1;' });
  await assert.rejects(migrate(locate, { folder }), isFault('migration-order'));
});

test('a file that fails leaves nothing behind, and those before it stay', async () => {
  const locate = await emptyDatabase();
  const broken = { ...first, '0002_b': 'CREATE TABLE b (n int); SELECT 1/0;' };
  await assert.rejects(migrate(locate, { folder: folderOf(broken) }), isFault('migration-failed'));
  assert.deepEqual(await ask(locate, `SELECT to_regclass('b') AS b, to_regclass('a')::text AS a`), [
    { b: null, a: 'a' },
  ]);
  assert.deepEqual((await migrate(locate, { folder: folderOf(second) })).applied, ['0002_b']);
});

test('the application may read which files ran', async () => {
  assert.deepEqual(await findPendingMigrations(db.app), []);
  await assert.rejects(db.app.query('DELETE FROM schema_migration'), /permission denied/);
});

test('the application role is held down: no superuser, no way past row-level security', async () => {
  const rows = await ask(
    db.locateOwner,
    `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS free
       FROM pg_roles WHERE rolname = 'tanggap_app'`,
  );
  assert.deepEqual(rows, [{ free: false }]);
});

test('nobody but the owner makes anything beside our functions, also in a database of PostgreSQL 14 that was upgraded', async () => {
  const locate = await emptyDatabase();
  const superuser = () => ({ ...db.locateSuperuser(), database: locate().database });
  await ask(superuser, 'grant create on schema public to public');
  await migrate(locate);
  const sql = `select has_schema_privilege(role, 'public', 'create') as may
    from unnest(array['public', 'tanggap_app', 'tanggap_owner']) role`;
  assert.deepEqual(await ask(locate, sql), [{ may: false }, { may: false }, { may: true }]);
});
