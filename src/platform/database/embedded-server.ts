import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, Fault } from '../errors.ts';
import { advisoryLock } from './advisory-locks.ts';
import { type ClusterFolder, openClusterFolder } from './cluster-folder.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { readPostmaster, type ServerSettings, startPostmaster, stopPostmaster } from './postmaster.ts';

/** Advisory lock of the "postgres" database that every process using the server holds shared. */
const useLock = advisoryLock('server-in-use');

export interface EmbeddedServer {
  /** Where the server listens now; the port changes if it had to be started again elsewhere. */
  readonly port: () => number;
  /** Password of the superuser "postgres". */
  readonly password: string;
  readonly folder: string;
  /** 'lost' when the connection broke, 'back' when it is joined or started again, 'failed' with the error of a try. */
  readonly events: EventEmitter<{ lost: []; back: []; failed: [unknown] }>;
  /** Lets the process end while it is joined; it should then leave on 'beforeExit'. */
  readonly unref: () => void;
  /** Leaves the server; the last process that leaves stops it. Can be called twice. */
  readonly leave: () => Promise<void>;
  /** Resolves when it was left. */
  readonly left: Promise<void>;
}

/**
 * Joins the embedded PostgreSQL of a data folder, or starts it when nobody has. While joined, a server that
 * dies is started again. Throws a Fault with its remedy when it cannot be started.
 */
export function joinEmbeddedServer(dataFolder: string, options: JoinOptions = {}): Promise<EmbeddedServer> {
  const server = joinFolder(dataFolder, options);
  joined.add(server);
  server.then(
    ({ left }) => left.then(() => joined.delete(server)),
    () => joined.delete(server),
  );
  return server;
}

const joined = new Set<Promise<EmbeddedServer>>();

/** Leaves every server that this process joined or is joining: for a command that is interrupted at its work. */
export async function leaveEmbeddedServers(): Promise<void> {
  await Promise.allSettled([...joined].map(async (server) => (await server).leave()));
}

export interface JoinOptions {
  readonly settings?: ServerSettings;
  /** False only for a throw-away folder: initdb then leaves the writing to the system. */
  readonly sync?: boolean;
  /** Another PostgreSQL than the package's. */
  readonly binaries?: PostgresBinaries | undefined;
}

async function joinFolder(dataFolder: string, options: JoinOptions): Promise<EmbeddedServer> {
  const place = await openClusterFolder(dataFolder, {
    sync: options.sync ?? true,
    binaries: options.binaries,
  });
  const settings = options.settings ?? {};
  const events = new EventEmitter<{ lost: []; back: []; failed: [unknown] }>();
  let leaving: Promise<void> | undefined;
  let membership = await join(place, settings, undefined);
  let isMember = true;

  async function stayJoined(): Promise<void> {
    while (!leaving) {
      await membership.lost;
      isMember = false;
      if (leaving) return;
      events.emit('lost');
      const renewed = await rejoin();
      if (!renewed) return;
      membership = renewed;
      isMember = true;
      events.emit('back');
    }
  }

  async function rejoin(): Promise<Membership | undefined> {
    for (let pause = 50; !leaving; pause = Math.min(pause * 2, 5000)) {
      try {
        return await join(place, settings, membership.port);
      } catch (error) {
        events.emit('failed', error);
        await sleep(pause);
      }
    }
    return undefined;
  }

  const staying = stayJoined();

  async function leave(): Promise<void> {
    // In the midst of joining again: that ends first, with or without a server.
    if (!isMember) await staying;
    if (isMember) await resign(place, membership);
    await staying;
  }

  const left = Promise.withResolvers<void>();
  return {
    port: () => membership.port,
    password: place.password,
    folder: place.folder,
    events,
    unref: () => socketOf(membership)?.unref(),
    leave: () => {
      socketOf(membership)?.ref();
      leaving ??= leave().finally(left.resolve);
      return leaving;
    },
    left: left.promise,
  };
}

interface Membership {
  readonly client: pg.Client;
  readonly port: number;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly lost: Promise<void>;
}

function socketOf({ client }: Membership): Socket | undefined {
  const { stream } = client.connection;
  return stream instanceof Socket ? stream : undefined;
}

async function join(
  place: ClusterFolder,
  settings: ServerSettings,
  lastPort: number | undefined,
): Promise<Membership> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const running = readPostmaster(place.cluster);
    if (!running) await startPostmaster(place, { port: lastPort, settings });
    else if (running.port > 0) {
      const member = await enter(place, running.port);
      if (member) return member;
    }
    // Starting up, shutting down, or another process is faster: look again.
    await sleep(running ? 20 : 5);
  }
  throw new Fault('postgres-not-joined', 'PostgreSQL bawaan berjalan tetapi tidak menerima sambungan.', {
    remedy: `Lihat ${place.logFile}, hentikan proses postgres yang tersisa, lalu jalankan lagi.`,
  });
}

/** One connection that holds the shared lock, or undefined when the server is not (or no longer) to be had. */
async function enter(place: ClusterFolder, port: number): Promise<Membership | undefined> {
  const client = new pg.Client({ ...superuser(port, place.password), application_name: 'tanggap-member' });
  const lost = new Promise<void>((done) => {
    client.on('error', () => done());
    client.on('end', () => done());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; joined: boolean }>(
      `SELECT current_setting('data_directory') AS folder, pg_try_advisory_lock_shared(${useLock}) AS joined`,
    );
    if (rows[0]?.joined && rows[0].folder === place.cluster) return { client, port, lost };
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
  await client.end().catch(() => undefined);
  return undefined;
}

/** How one connects as the superuser of the embedded server. */
export function superuser(port: number, password: string, database = 'postgres'): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: 'postgres', password, database };
}

/** Errors of a server that is coming up, going down, or is not ours (a port that was given to another). */
function isPassing(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '28P01', '28000', '53300'].includes(code)) return true;
  return (
    code.startsWith('57P') ||
    (error instanceof Error && /Connection terminated|not queryable/.test(error.message))
  );
}

/** Gives the shared lock back; whoever then gets it alone was the last and stops the server. */
async function resign(place: ClusterFolder, { client }: Membership): Promise<void> {
  try {
    await client.query(`SELECT pg_advisory_unlock_shared(${useLock})`);
    const { rows } = await client.query<{ last: boolean }>(`SELECT pg_try_advisory_lock(${useLock}) AS last`);
    if (rows[0]?.last) await stopPostmaster(place.cluster);
  } catch (error) {
    if (!isPassing(error)) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
