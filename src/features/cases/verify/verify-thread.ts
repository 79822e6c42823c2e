import { parentPort, workerData } from 'node:worker_threads';
import type { CaseRange } from './case-streams.ts';
import { openVerifyLines, type VerifyStart } from './verify-lines.ts';

/** A thread that judges ranges of cases: takes a range, gives a verdict, until it is told to end. */
const start: VerifyStart = workerData;
const { verify } = await openVerifyLines(start);

parentPort?.on('message', async (range: CaseRange) => {
  parentPort?.postMessage(await verify(range));
});
