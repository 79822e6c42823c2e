import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { describeError } from '../platform/errors.ts';
import { openLog } from '../platform/log.ts';
import { startWeb } from './start-web.ts';

// `npm start`: the database, then the doors. Stops clean on SIGTERM and SIGINT.
const log = openLog();
try {
  const web = await startWeb(readConfig(), { clock: systemClock, log });
  process.stdout.write(`\nTanggap siap di ${web.address}\n${web.hint}\nBerhenti dengan Ctrl+C.\n`);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      web.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${describeError(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  process.stderr.write(`\nTanggap tidak dapat dimulai.\n${describeError(error)}\n`);
  process.exit(1);
}
