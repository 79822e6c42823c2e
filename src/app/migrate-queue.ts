import { Logger, makeWorkerUtils } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/** Brings the queue's own schema to the version of its library. */
export async function migrateQueue(owner: Pool, logger: Logger): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: owner, logger });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}

/** The same where no worker has ever run: a command that writes before the first one leaves its tasks to it. */
export async function ensureQueue(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ is_there: boolean }>(
    `select to_regnamespace('graphile_worker') is not null as is_there`,
  );
  if (rows[0]?.is_there === true) return;
  // The library asks for a pool whose connections never throw by themselves; what breaks is told by the next query.
  const guard = (client: PoolClient): void => void client.on('error', () => undefined);
  owner.on('connect', guard);
  try {
    await migrateQueue(owner, new Logger(() => () => undefined));
  } finally {
    owner.off('connect', guard);
  }
}
