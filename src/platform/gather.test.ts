import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from './errors.ts';
import { gather } from './gather.ts';

/** Runs that end when they are told to, with what each was asked. */
function heldRuns() {
  const runs: { key: string; items: readonly number[]; end: (error?: Error) => void }[] = [];
  const run = (_place: object, key: string, items: readonly number[]) =>
    new Promise<readonly number[]>((resolve, reject) => {
      const end = (error?: Error) => (error ? reject(error) : resolve(items.map((item) => item * 10)));
      runs.push({ key, items, end });
    });
  return { runs, run };
}

const place = {};

test('calls of one turn go in one run, each with its own result', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 10);
  const answers = Promise.all([1, 2, 3].map((item) => ask(place, 'a', item)));
  await turn();
  assert.deepEqual(
    runs.map(({ items }) => items),
    [[1, 2, 3]],
  );
  runs[0]?.end();
  assert.deepEqual(await answers, [10, 20, 30]);
});

test('what is asked during a run waits for the next one, which begins when it has ended', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 10);
  const first = ask(place, 'a', 1);
  await turn();
  const later = Promise.all([ask(place, 'a', 2), ask(place, 'a', 3)]);
  await turn();
  assert.equal(runs.length, 1);
  runs[0]?.end();
  assert.equal(await first, 10);
  assert.deepEqual(runs[1]?.items, [2, 3]);
  runs[1]?.end();
  assert.deepEqual(await later, [20, 30]);
});

test('the next run has left before those of the last one hear of theirs', async () => {
  const seen: string[] = [];
  const ask = gather(async (_place: object, _key: string, items: readonly number[]) => {
    // A pool hands out its connection, and a connection writes, when all else that was begun has had its turn.
    await new Promise((resolve) => process.nextTick(resolve));
    seen.push(`${items} left`);
    await turn();
    return items;
  }, 1);
  await Promise.all([1, 2].map(async (item) => seen.push(`${await ask(place, 'a', item)} heard`)));
  assert.deepEqual(seen, ['1 left', '2 left', '1 heard', '2 heard']);
});

test('another key and another place do not wait', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 10);
  const answers = [ask(place, 'a', 1), ask(place, 'b', 2), ask({}, 'a', 3)];
  await turn();
  assert.deepEqual(
    runs.map(({ items }) => items),
    [[1], [2], [3]],
  );
  for (const { end } of runs) end();
  assert.deepEqual(await Promise.all(answers), [10, 20, 30]);
});

test('no run carries more than the most, in the order of asking', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 2);
  const answers = Promise.all([1, 2, 3].map((item) => ask(place, 'a', item)));
  await turn();
  runs[0]?.end();
  await turn();
  runs[1]?.end();
  assert.deepEqual(await answers, [10, 20, 30]);
  assert.deepEqual(
    runs.map(({ items }) => items),
    [[1, 2], [3]],
  );
});

test('a run that fails tells all whom it carried, and the next goes on', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 2);
  const answers = Promise.allSettled([1, 2, 3].map((item) => ask(place, 'a', item)));
  await turn();
  runs[0]?.end(new Error('away'));
  await turn();
  runs[1]?.end();
  assert.deepEqual(
    (await answers).map(({ status }) => status),
    ['rejected', 'rejected', 'fulfilled'],
  );
});

test('who comes when too many wait behind a run is turned away at once, and the others go on', async () => {
  const { runs, run } = heldRuns();
  const ask = gather(run, 2, 3);
  const first = ask(place, 'a', 0);
  await turn();
  const waiting = [1, 2, 3].map((item) => ask(place, 'a', item));
  await assert.rejects(ask(place, 'a', 4), (error) => error instanceof Fault && error.code === 'busy');
  assert.equal(
    await Promise.race([ask(place, 'b', 5), turn('other')]),
    'other',
    'another key has a queue of its own',
  );
  for (let one = 0; one < 4; one += 1) {
    runs[one]?.end();
    await turn();
  }
  assert.deepEqual(await Promise.all([first, ...waiting]), [0, 10, 20, 30]);
});
