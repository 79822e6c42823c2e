import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run } from 'graphile-worker';
import type { PoolClient } from 'pg';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { type moveOutbox, moveWholeOutbox } from '../features/cases/store/move-outbox.ts';
import type { Clock } from '../platform/clock.ts';
import { describeError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { anchorWritten } from './anchor-written.ts';
import { migrateQueue } from './migrate-queue.ts';
import { CRONTAB, tasks, type WorkerSystem } from './schedule.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';

export type WorkerOptions = {
  readonly clock: Clock;
  readonly log: Log;
  /** `anchorFolder` of the configuration. */
  readonly anchorFolder: string;
  /** Milliseconds between two looks at the outbox, and between two anchors (at most 60,000: design law 7). */
  readonly outboxEvery?: number;
  readonly anchorEvery?: number;
  /**
   * Milliseconds that a turn under way and the last anchor may take when the worker stops; the rest waits for the next
   * start.
   */
  readonly lastAnchorWithin?: number;
};
export type RunningWorker = { readonly stop: () => Promise<void> };

/**
 * Starts the work behind the doors: outbox to queue and anchors, recurring tasks. Runs in the web's process or
 * alone, also several at once: each step takes a lock or its own rows. A crash at any moment is made good by the
 * next start. `stop` lets the step under way end and anchors what is left.
 */
export async function startWorker(system: WorkerSystem, options: WorkerOptions): Promise<RunningWorker> {
  const { clock, log, anchorFolder } = options;
  const { owner } = system.database;
  let stopping: Promise<void> | undefined;
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log.error('queue', { message });
  });
  // The queue asks for a pool whose connections never throw by themselves; a broken one is replaced at the next query.
  const guard = (client: PoolClient): void => {
    client.on('error', (error) => {
      if (stopping === undefined) log.warn('database-connection', { message: describeError(error) });
    });
  };
  owner.on('connect', guard);
  await migrateQueue(owner, logger);
  const queue = await run({
    pgPool: owner,
    logger,
    noHandleSignals: true,
    concurrency: 2,
    taskList: tasks(system, clock, log),
    crontab: CRONTAB,
  });
  const foreign: Parameters<typeof moveOutbox>[2] = (row) => log.error('outbox-foreign', row);
  const loops = [
    repeat(options.outboxEvery ?? 1_000, 'outbox', log, () => moveWholeOutbox(owner, SUBSCRIPTIONS, foreign)),
    repeat(options.anchorEvery ?? 30_000, 'anchors', log, async () => {
      await anchorChains(owner, system.keyring, anchorFolder, clock());
    }),
  ];
  // What was left undone while nothing ran is not left until the next full hour.
  await Promise.all(
    ['move-deadlines', 'expire-kept-answers', 'tell-what-is-due', 'send-mail'].map((task) =>
      queue.addJob(task, {}, { jobKey: task }),
    ),
  );
  const stop = async (): Promise<void> => {
    const within = options.lastAnchorWithin ?? 5_000;
    // A turn under way may wait for a lock as the last one may.
    const last = async (): Promise<void> => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await anchorWritten(system, anchorFolder, clock(), foreign);
    };
    await queue.stop();
    const over = await Promise.race([
      last().then(() => 'done', describeError),
      sleep(within, `after ${within} ms not done yet`, { ref: false }),
    ]);
    if (over !== 'done') log.error('worker-anchors', { message: over });
    owner.off('connect', guard);
  };
  return {
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** One step after the other, never two at once; a step that fails is logged and tried again at its next turn. */
function repeat(
  every: number,
  name: string,
  log: Log,
  step: () => Promise<void>,
): { readonly stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = (): void => {
    running = step().catch((error: unknown) =>
      log.error(`worker-${name}`, { message: describeError(error) }),
    );
    running.then(() => {
      if (!stopped) timer = setTimeout(turn, every).unref();
    });
  };
  turn();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
