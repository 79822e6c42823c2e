import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { busyFault } from '../busy.ts';
import { Fault } from '../errors.ts';
import { readInstant } from './read-instant.ts';

/** Where and as whom to connect; asked anew for each connection, since an embedded server may come back elsewhere. */
export type Locate = () => pg.ClientConfig;

export interface PoolOptions {
  readonly max?: number;
  readonly name?: string;
  /** Sends queries without waiting for the answers before; not for COPY and cursors. */
  readonly pipeline?: boolean;
  readonly limits?: TimeLimits;
  /** Callers that may wait for a connection; who comes beyond them gets Fault 'busy' at once. */
  readonly mostWaiting?: number;
  /** A connection that broke while idle; the next query makes a new one. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Milliseconds that a statement may run, wait for a lock, and that a transaction may stand still, so that one that is
 * stuck does not hold up all who come after it. PostgreSQL itself ends them: 57014, 55P03, 25P03.
 */
export type TimeLimits = {
  readonly statement: number;
  readonly lock: number;
  readonly idleInTransaction: number;
};

/** A server that went away without a word is noticed after half a minute and ten seconds more. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 };

/**
 * A pool whose connections name their statements (prepared once a connection) and read `date` as
 * 'YYYY-MM-DD' and `bigint` as number; a timestamptz stays a Date.
 */
export function openPool(locate: Locate, options: PoolOptions = {}): pg.Pool {
  class LocatedClient extends NamingClient {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, ...locate(), types });
    }
  }
  const { limits } = options;
  const pool = new BoundedPool(options.mostWaiting ?? Number.POSITIVE_INFINITY, {
    max: options.max ?? 10,
    application_name: options.name ?? 'tanggap',
    pipeline: options.pipeline ?? false,
    ...(limits === undefined
      ? {}
      : {
          statement_timeout: limits.statement,
          lock_timeout: limits.lock,
          idle_in_transaction_session_timeout: limits.idleInTransaction,
        }),
    ...KEEP_ALIVE,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    Client: LocatedClient,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}

type OnConnect = Parameters<pg.Pool['connect']>[0];

class BoundedPool extends pg.Pool {
  readonly #mostWaiting: number;

  constructor(mostWaiting: number, config: pg.PoolConfig) {
    super(config);
    this.#mostWaiting = mostWaiting;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: OnConnect): void;
  override connect(callback?: OnConnect): Promise<pg.PoolClient> | undefined {
    const isFull = this.waitingCount >= this.#mostWaiting;
    if (callback === undefined) return isFull ? Promise.reject(busyFault()) : super.connect();
    if (isFull) callback(busyFault(), undefined, () => undefined);
    else super.connect(callback);
    return undefined;
  }
}

/** One connection outside a pool, with the same parsers: for COPY, LISTEN, advisory locks. The caller ends it. */
export async function connectOnce(locate: Locate, name = 'tanggap'): Promise<pg.Client> {
  const client = new NamingClient({ ...KEEP_ALIVE, ...locate(), application_name: name, types });
  await client.connect();
  return client;
}

const statementNames = new Map<string, string>();

/** More distinct texts than this are made by a program: naming them would only fill the server's memory. */
const mostStatements = 1000;

/**
 * Gives each parameterised statement a name made from its text, so that the server parses it once a connection.
 * `query({ text, values, name: '' })` opts out, for a statement whose best plan depends on its values.
 */
class NamingClient extends pg.Client {}

// `query` has a dozen overloads that a subclass cannot repeat in types: it is laid over the prototype instead.
const plainQuery: (...words: unknown[]) => unknown = pg.Client.prototype.query;
Object.defineProperty(NamingClient.prototype, 'query', {
  value: function query(this: pg.Client, config: unknown, ...rest: unknown[]): unknown {
    if (this.pipeline) leaveTogether(this.connection.stream);
    return plainQuery.call(this, withName(config, rest[0]), ...rest);
  },
});

const held = new WeakSet<Duplex>();

/** What is sent to one connection before the event loop turns leaves in one write: each write wakes the server. */
function leaveTogether(stream: Duplex): void {
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

function withName(config: unknown, values: unknown): unknown {
  if (typeof config === 'string') {
    return Array.isArray(values) && values.length > 0
      ? { text: config, name: statementName(config) }
      : config;
  }
  const named =
    isStatement(config) &&
    config.name === undefined &&
    (Array.isArray(config.values) || Array.isArray(values));
  return named ? { ...config, name: statementName(config.text) } : config;
}

function isStatement(config: unknown): config is { text: string; name?: unknown; values?: unknown } {
  if (typeof config !== 'object' || config === null || 'submit' in config) return false;
  return 'text' in config && typeof config.text === 'string';
}

/** The name of a statement, or undefined when it should stay without. */
function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  if (statementNames.size >= mostStatements) return undefined;
  const name = `s${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  statementNames.set(text, name);
  return name;
}

/** Readers of the text that PostgreSQL sends, by its type number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    if (type === pg.types.builtins.INT8) return readBigint;
    if (type === pg.types.builtins.DATE) return (text: string) => text;
    if (type === pg.types.builtins.TIMESTAMPTZ && format !== 'binary') return readInstant;
    return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type);
  },
};

function readBigint(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new Fault(
    'number-too-large',
    `Angka ${text} dari basis data melebihi batas yang dapat dihitung tepat.`,
  );
}
