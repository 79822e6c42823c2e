import { Worker } from 'node:worker_threads';

/** A thread that answers each task with one result, in the order of the tasks. */
export type Thread<Task, Result> = {
  readonly ask: (task: Task) => void;
  /** The next result; rejects with what went wrong in the thread. */
  readonly next: () => Promise<Result>;
  readonly end: () => Promise<unknown>;
};

/** Megabytes of a thread's heap: for what was just made, and for what lasts. */
export type ThreadHeap = { readonly young: number; readonly old: number };

/** Starts `file` as a thread of its own heap; `start` reaches it as its workerData, a copy. */
export function openThread<Start, Task, Result>(
  file: URL,
  start: Start,
  heap: ThreadHeap,
): Thread<Task, Result> {
  const worker = new Worker(file, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: heap.old, maxYoungGenerationSizeMb: heap.young },
  });
  const made: Result[] = [];
  const waiting: { resolve: (result: Result) => void; reject: (error: Error) => void }[] = [];
  let failed: Error | null = null;
  const fail = (error: Error): void => {
    failed ??= error;
    for (const one of waiting.splice(0)) one.reject(failed);
  };
  worker.on('message', (result: Result) => {
    const first = waiting.shift();
    if (first === undefined) made.push(result);
    else first.resolve(result);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('A thread ended before its work was done')));
  return {
    ask: (task) => worker.postMessage(task),
    next: () => {
      const first = made.shift();
      if (first !== undefined) return Promise.resolve(first);
      if (failed !== null) return Promise.reject(failed);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    end: () => worker.terminate(),
  };
}
