import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import { errorCode, Fault } from '../errors.ts';

/** A connection inside a transaction: handed to every operation; it is only good until the function returns. */
export type Tx = PoolClient;

/**
 * Names writes that are on their way and that `work` does not wait for: the commit follows them at once. If one of
 * them failed, the commit was a rollback, and its own error is thrown, so that a deadlock in it is tried again.
 */
export type Follow = (writes: Promise<unknown>) => void;

type Work<T> = (tx: Tx, follow: Follow) => Promise<T>;

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** Work of minutes (a report, an export, an import): its statements may run and wait as long as those of the worker. */
  readonly long?: boolean;
  /** How often `work` may be run again after a deadlock or a serialisation failure; it must have no effect outside. */
  readonly retries?: number;
}

/**
 * Runs `work` in one transaction that sees and writes only the rows of one office (row-level security reads
 * app.office_id). Commits when `work` returns and rolls back when it throws; a refusal is a value and commits.
 * Throws Fault 'not-committed' when PostgreSQL rolled back although `work` returned.
 */
export function withOffice<T>(
  pool: Pool,
  officeId: number,
  work: Work<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!Number.isSafeInteger(officeId))
    throw new Fault('office-id-invalid', `Nomor kantor tidak sah: ${officeId}.`);
  return repeat(
    pool,
    `${begin(options)}; SET LOCAL app.office_id = ${escapeLiteral(String(officeId))}`,
    work,
    options,
  );
}

/** The same without an office: for tables that belong to none, and for the owner, who sees all. */
export function inTransaction<T>(pool: Pool, work: Work<T>, options: TransactionOptions = {}): Promise<T> {
  return repeat(pool, begin(options), work, options);
}

function begin(options: TransactionOptions): string {
  const isolation = options.isolation ? ` ISOLATION LEVEL ${options.isolation.toUpperCase()}` : '';
  const long = options.long ? "; SET LOCAL statement_timeout = '10min'; SET LOCAL lock_timeout = '1min'" : '';
  return `BEGIN${isolation}${options.readOnly ? ' READ ONLY' : ''}${long}`;
}

async function repeat<T>(
  pool: Pool,
  opening: string,
  work: Work<T>,
  options: TransactionOptions,
): Promise<T> {
  for (let left = options.retries ?? 0; ; left -= 1) {
    try {
      return await runOnce(pool, opening, work);
    } catch (error) {
      const passing = ['40001', '40P01'].includes(errorCode(error) ?? '');
      if (!passing || left <= 0) throw error;
    }
  }
}

async function runOnce<T>(pool: Pool, opening: string, work: Work<T>): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    // On a pipelined connection the opening travels with the first query of `work`.
    const opened = tx.query(opening);
    if (tx.pipeline) opened.catch(() => undefined);
    else await opened;
    const followed: Promise<unknown>[] = [];
    const result = await work(tx, (writes) => {
      // Heard below; until then nobody listens.
      writes.catch(() => undefined);
      followed.push(writes);
    });
    await opened;
    const { command } = await tx.query('COMMIT');
    await Promise.all(followed);
    if (command !== 'COMMIT') {
      throw new Fault('not-committed', 'Basis data membatalkan transaksi yang dianggap selesai.');
    }
    return result;
  } catch (error) {
    broken = await rollBack(tx);
    throw error;
  } finally {
    tx.release(broken);
  }
}

/** Rolls back; a connection on which even that fails is given to the pool as broken. */
async function rollBack(tx: Tx): Promise<Error | undefined> {
  try {
    await tx.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
