import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { errorCode } from '../errors.ts';
import { ensureEmbeddedDatabase } from './embedded-database.ts';
import { type EmbeddedServer, joinEmbeddedServer } from './embedded-server.ts';
import { type MigrationReport, migrate } from './migrate.ts';
import { connectOnce, type Locate, openPool } from './pool.ts';
import { tellUnreachable } from './unreachable-server.ts';

export interface Database {
  /** Connections of the application: append-only by grant, one office by row-level security. */
  readonly app: Pool;
  /** Connections of the owner: migrate, worker, seed, restore, import; sees every office. */
  readonly owner: Pool;
  /** For a connection outside the pools (COPY, LISTEN, base backup). */
  readonly locateApp: Locate;
  readonly locateOwner: Locate;
  /** The embedded server, or undefined when DATABASE_URL names another. */
  readonly server: EmbeddedServer | undefined;
  readonly migration: MigrationReport | undefined;
  /** Ends the pools and leaves the embedded server, which stops when nobody else uses it. Can be called twice. */
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  /** False to look at a database without changing it (doctor). */
  readonly migrate?: boolean;
  readonly appConnections?: number;
  readonly ownerConnections?: number;
  readonly onIdleError?: (error: Error) => void;
}

/** What PostgreSQL knows the connections of every process of Tanggap by (`application_name`). */
export const APP_CONNECTIONS = 'tanggap-app';
export const OWNER_CONNECTIONS = 'tanggap-owner';

/** Of the pages and the API; work of minutes asks for more (`TransactionOptions.long`). */
const APP_LIMITS = { statement: 15_000, lock: 5_000, idleInTransaction: 60_000 };

/** Of the worker and of commands that change much at once. */
const OWNER_LIMITS = { statement: 600_000, lock: 60_000, idleInTransaction: 600_000 };

/** Requests that wait for one of the application's connections: more than these would wait in vain. */
const MOST_WAITING = 200;

/** Opens the database that the settings name, starting the embedded server and migrating when needed. */
export async function openDatabase(
  config: Pick<Config, 'database' | 'dataFolder'>,
  options: OpenOptions = {},
): Promise<Database> {
  const place = await locate(config);
  try {
    const migration =
      options.migrate === false ? undefined : await migrate(place.owner, { appLogin: place.appLogin });
    if (config.database.kind === 'server') await tryApp(place, config.database.appUrl);
    return assemble(place, migration, await chooseAppRole(place, migration), options);
  } catch (error) {
    await place.server?.leave();
    if (config.database.kind === 'embedded') throw error;
    const { appUrl, ownerUrl } = config.database;
    throw tellUnreachable(error, ownerUrl, appUrl === ownerUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL');
  }
}

/** The application's own login is tried before anything is served with it. */
async function tryApp(place: Place, appUrl: string): Promise<void> {
  try {
    await (await connectOnce(place.app)).end();
  } catch (error) {
    throw tellUnreachable(error, appUrl, 'DATABASE_URL');
  }
}

interface Place {
  readonly app: Locate;
  readonly owner: Locate;
  readonly appLogin: string | undefined;
  /** One login for both: the application's sessions put on its role. */
  readonly single: boolean;
  readonly server: EmbeddedServer | undefined;
}

async function locate(config: Pick<Config, 'database' | 'dataFolder'>): Promise<Place> {
  if (config.database.kind === 'embedded') {
    const server = await joinEmbeddedServer(config.dataFolder);
    try {
      return { ...(await ensureEmbeddedDatabase(server)), appLogin: 'tanggap_app', single: false, server };
    } catch (error) {
      await server.leave();
      throw error;
    }
  }
  const { appUrl, ownerUrl } = config.database;
  return {
    app: () => ({ connectionString: appUrl }),
    owner: () => ({ connectionString: ownerUrl }),
    appLogin: decodeURIComponent(new URL(appUrl).username) || undefined,
    single: appUrl === ownerUrl,
    server: undefined,
  };
}

/** With one login for both, its application sessions put on tanggap_app's role when they may: grants then hold. */
async function chooseAppRole(place: Place, migration: MigrationReport | undefined): Promise<Locate> {
  if (!place.single || migration?.rolesPresent === false) return place.app;
  const onRole: Locate = () => ({ ...place.app(), options: '-c role=tanggap_app' });
  try {
    await (await connectOnce(onRole)).end();
    return onRole;
  } catch (error) {
    // 22023: no such role, 42501: may not put it on.
    if (['22023', '42501'].includes(errorCode(error) ?? '')) return place.app;
    throw error;
  }
}

function assemble(
  place: Place,
  migration: MigrationReport | undefined,
  locateApp: Locate,
  options: OpenOptions,
): Database {
  const onIdleError = options.onIdleError ? { onIdleError: options.onIdleError } : {};
  const app = openPool(locateApp, {
    max: options.appConnections ?? 16,
    name: APP_CONNECTIONS,
    pipeline: true,
    limits: APP_LIMITS,
    mostWaiting: MOST_WAITING,
    ...onIdleError,
  });
  const owner = openPool(place.owner, {
    max: options.ownerConnections ?? 6,
    name: OWNER_CONNECTIONS,
    limits: OWNER_LIMITS,
    ...onIdleError,
  });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([app.end(), owner.end()]);
    await place.server?.leave();
  };
  return {
    app,
    owner,
    locateApp,
    locateOwner: place.owner,
    server: place.server,
    migration,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
