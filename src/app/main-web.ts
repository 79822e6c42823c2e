import { setFlagsFromString } from 'node:v8';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { describeError } from '../platform/errors.ts';
import { openLog } from '../platform/log.ts';
import { stopOnSignals } from '../platform/stop-on-signals.ts';
import { sweepHeap } from '../platform/sweep-heap.ts';
import { startWeb } from './start-web.ts';

// What a request leaves behind is swept by one thread in under a millisecond; shared among threads, every request stands
// still until the machine, whose cores the database keeps busy, has woken them all.
setFlagsFromString('--no-parallel-scavenge');

// `npm start`: the database, then the doors. A signal during the start waits for it, so that no database is left behind.
const report = (error: unknown): void => void process.stderr.write(`${describeError(error)}\n`);
try {
  const starting = startWeb(readConfig(), { clock: systemClock, log: openLog() });
  stopOnSignals(async () => (await starting).stop(), report);
  const web = await starting;
  sweepHeap();
  process.stdout.write(`\nTanggap siap di ${web.address}\n${web.hint}\nBerhenti dengan Ctrl+C.\n`);
} catch (error) {
  process.stderr.write('\nTanggap tidak dapat dimulai.\n');
  report(error);
  process.exit(1);
}
