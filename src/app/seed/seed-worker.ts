import { parentPort, workerData } from 'node:worker_threads';
import { officeCalendar } from '../../features/offices/office.read.ts';
import { officeCodes } from '../../features/offices/office-codes.ts';
import { loadKeyring } from '../../platform/keyring.ts';
import { openSeedWriter } from './seed-chunk.ts';
import type { SeedJob, SeedTask } from './seed-job.ts';

/** A thread that makes chunks of a register: takes days, gives rows, until it is told to end. */
const job: SeedJob = workerData;
const keyring = loadKeyring(job.keys.dataFolder, job.keys.masterKey);
const write = openSeedWriter(
  keyring,
  {
    officeId: job.officeId,
    ticketPrefix: job.ticketPrefix,
    version: job.version,
    data: job.data,
    sopEditions: job.sopEditions,
    codes: officeCodes(job.codes),
    calendar: officeCalendar(job.data, job.reference, job.order.until),
  },
  job.order,
);

parentPort?.on('message', ({ days }: SeedTask) => {
  const chunk = write(days);
  const buffers = [...chunk.rows.values()].map((bytes) => bytes.buffer);
  parentPort?.postMessage(chunk, buffers);
});
