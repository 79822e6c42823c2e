import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { describeError } from '../platform/errors.ts';
import { openLog } from '../platform/log.ts';
import { stopOnSignals } from '../platform/stop-on-signals.ts';
import { openSystem } from './open-system.ts';
import { probeFolders } from './probe-folders.ts';
import { startWorker } from './start-worker.ts';

// The worker alone, beside web processes on other machines. `npm start` runs the same work within its own process.
const log = openLog();
try {
  const config = readConfig();
  probeFolders(config);
  const system = await openSystem(systemClock(), config);
  const worker = await startWorker(system, {
    clock: systemClock,
    log,
    anchorFolder: config.anchorFolder,
  });
  log.info('worker-ready');
  // Nothing of the worker keeps the process alive by itself.
  const alive = setInterval(() => undefined, 60_000);
  stopOnSignals(
    async () => {
      clearInterval(alive);
      await worker.stop();
      await system.close();
    },
    (error) => void process.stderr.write(`${describeError(error)}\n`),
  );
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
}
