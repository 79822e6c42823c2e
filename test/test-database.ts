import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { advisoryLock } from '../src/platform/database/advisory-locks.ts';
import { locateEmbedded, setPasswords } from '../src/platform/database/embedded-database.ts';
import {
  type EmbeddedServer,
  joinEmbeddedServer,
  superuser,
} from '../src/platform/database/embedded-server.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { type Locate, openPool } from '../src/platform/database/pool.ts';
import { ensureRoles } from '../src/platform/database/roles.ts';
import { errorCode } from '../src/platform/errors.ts';

export interface TestDatabase {
  readonly name: string;
  readonly app: pg.Pool;
  readonly owner: pg.Pool;
  readonly locateApp: Locate;
  readonly locateOwner: Locate;
  /** The same places as addresses, for a child process (DATABASE_URL and DATABASE_OWNER_URL). */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** The superuser on this database, to do what only an attacker would. */
  readonly locateSuperuser: Locate;
}

/** What a test's context offers; `test`, `before` and `describe` contexts all fit. */
interface Closing {
  after(close: () => Promise<void>): void;
}

/** Where the runner put its server: {"port":…,"password":…} of the superuser "postgres". */
const serverVariable = 'TANGGAP_TEST_SERVER';

/** Speed over safety: a test database is thrown away. */
export const testServerSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  autovacuum: 'off',
} as const;

/** One set-up of the template at a time. */
const templateLock = advisoryLock('test-template');

/**
 * A fresh, migrated database for one test file, dropped afterwards (about 50 ms). Call it once a file:
 *
 *     const db = await openTestDatabase({ after });   // after from 'node:test'
 *
 * `npm test` runs one server for all files. A file that is run alone joins or starts one in the temporary folder.
 */
export async function openTestDatabase(t: Closing): Promise<TestDatabase> {
  const server = await joinTestServer();
  const template = templateName();
  const name = `t_${Date.now()}_${process.pid}_${randomBytes(3).toString('hex')}`;
  await withSuperuser(server, async (client) => {
    await createFromTemplate(client, server, template, name);
    await sweep(client, template);
  });
  const { app, owner } = locateEmbedded(server, name);
  const pools = {
    app: openPool(app, { max: 10, pipeline: true, name: 'test-app' }),
    owner: openPool(owner, { max: 6, name: 'test-owner' }),
  };
  t.after(async () => {
    await Promise.all([pools.app.end(), pools.owner.end()]);
    await withSuperuser(server, (client) => dropWhenFree(client, name));
  });
  return {
    name,
    ...pools,
    locateApp: app,
    locateOwner: owner,
    appUrl: toUrl(app()),
    ownerUrl: toUrl(owner()),
    locateSuperuser: () => superuser(server.port(), server.password, name),
  };
}

/** A file's own connections are closed after ours: then the database stays until the sweep, or the runner's end. */
async function dropWhenFree(client: pg.Client, name: string): Promise<void> {
  for (let left = 10; left > 0; left -= 1) {
    // Asked first, since DROP DATABASE itself would wait five seconds for a connection to go.
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${name}`);
      return;
    }
    await client.query('SELECT pg_sleep(0.01)');
  }
}

type TestServer = Pick<EmbeddedServer, 'port' | 'password'>;

let ownServer: Promise<EmbeddedServer> | undefined;

/** The runner's server, or one of our own that the files run alone share; the last that leaves stops it. */
async function joinTestServer(): Promise<TestServer> {
  const given = process.env[serverVariable];
  if (given === undefined) {
    const project = createHash('sha256')
      .update(fileURLToPath(import.meta.url))
      .digest('hex')
      .slice(0, 8);
    const folder = join(tmpdir(), `tanggap-test-${process.getuid?.() ?? 0}-${project}`);
    ownServer ??= joinEmbeddedServer(folder, { settings: testServerSettings, sync: false }).then((server) => {
      // Left at the very end, when nothing of the test file needs it any more.
      server.unref();
      process.once('beforeExit', () => void server.leave());
      return server;
    });
    return ownServer;
  }
  const { port, password }: { port: number; password: string } = JSON.parse(given);
  return { port: () => port, password };
}

/** Called by the runner once, so that no file waits for the migrations. */
export async function prepareTemplate(server: TestServer): Promise<void> {
  await withSuperuser(server, (client) => ensureTemplate(client, server, templateName()));
}

function templateName(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../db/roles.sql', import.meta.url)));
  for (const file of readMigrations()) hash.update(file.name).update(file.checksum);
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

async function withSuperuser<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(superuser(server.port(), server.password));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createFromTemplate(
  client: pg.Client,
  server: TestServer,
  template: string,
  name: string,
): Promise<void> {
  for (let left = 20; ; left -= 1) {
    await ensureTemplate(client, server, template);
    try {
      await client.query(
        `CREATE DATABASE ${name} TEMPLATE ${template} OWNER tanggap_owner STRATEGY file_copy`,
      );
      return;
    } catch (error) {
      // 3D000: another checkout swept it away; 55006: somebody still looks into it.
      if (left === 0 || !['3D000', '55006'].includes(errorCode(error) ?? '')) throw error;
    }
  }
}

async function ensureTemplate(client: pg.Client, server: TestServer, template: string): Promise<void> {
  if (await isThere(client, template)) return;
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    if (await isThere(client, template)) return;
    await ensureRoles(client);
    await setPasswords(client, server.password);
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER tanggap_owner`);
    await migrate(locateEmbedded(server, draft).owner);
    await renameWhenFree(client, draft, template);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  }
}

/** The migration's own connection may take a moment to be gone. */
async function renameWhenFree(client: pg.Client, draft: string, template: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
      return;
    } catch (error) {
      if (left === 0 || errorCode(error) !== '55006') throw error;
      await client.query('SELECT pg_sleep(0.02)');
    }
  }
}

/** Drops templates of other migrations, and databases of tests that were killed an hour ago; what is in use stays. */
async function sweep(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
      WHERE (datname LIKE 'template\\_%' AND datname NOT LIKE $1 || '%') OR datname LIKE 't\\_%'`,
    [template],
  );
  for (const { name } of rows) {
    const made = Number(name.split('_')[1]);
    const old = name.startsWith('template_') || made < Date.now() - 3_600_000;
    if (old) await dropWhenFree(client, name).catch(() => undefined);
  }
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
}

function toUrl(config: pg.ClientConfig): string {
  const password = typeof config.password === 'string' ? encodeURIComponent(config.password) : '';
  return `postgres://${config.user}:${password}@${config.host}:${config.port}/${config.database}`;
}
