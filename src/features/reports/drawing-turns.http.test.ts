import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const download = (cookie: string) =>
  ask(cookie, '/petugas/laporan/unduh?jenis=tahunan&masa=2026&bentuk=json');
const ask = async (cookie: string, path: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, wait: answer.headers.get('retry-after'), text: await answer.text() };
};
type Answer = Awaited<ReturnType<typeof download>>;

/** While nothing can be read, so that each request stands where its turn has brought it. */
async function whileHeld(ask: () => Promise<Answer>[], free: number): Promise<Answer[]> {
  const holder = await kit.desk.owner.connect();
  try {
    await holder.query('begin');
    await holder.query('lock table report_fact in access exclusive mode');
    let refused = 0;
    const asked = ask().map(async (one) => {
      const answer = await one;
      if (answer.status === 503) refused += 1;
      return answer;
    });
    for (let round = 0; round < 300 && refused < asked.length - free; round += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    await holder.query('rollback');
    return Promise.all(asked);
  } finally {
    holder.release();
  }
}
const sorted = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

test('twenty downloads of one clerk: three have their turn one after the other, the others are told to come again', async () => {
  const clerk = await kit.signIn('koordinator');
  const answers = await whileHeld(() => Array.from({ length: 20 }, () => download(clerk)), 3);
  assert.deepEqual(sorted(answers), [...Array(3).fill(200), ...Array(17).fill(503)]);
  const told = await download(clerk);
  assert.equal(told.status, 200, 'and afterwards it is free again');
});

test('a report on the page waits for the same turn as one that is downloaded, and the chooser for none', async () => {
  const clerk = await kit.signIn('koordinator');
  const page = '/petugas/laporan?jenis=tahunan&masa=2026';
  const answers = await whileHeld(
    () => [
      ...Array.from({ length: 9 }, () => ask(clerk, page)),
      ask(clerk, '/petugas/laporan'),
      download(clerk),
    ],
    4,
  );
  assert.deepEqual(sorted(answers), [...Array(4).fill(200), ...Array(7).fill(503)]);
});

test('of many clerks two are drawn for and six wait; who comes then gets a sentence', async () => {
  const clerks: string[] = [];
  for (let one = 0; one < 10; one += 1) clerks.push(await kit.signIn('koordinator'));
  const answers = await whileHeld(() => clerks.map(download), 8);
  assert.deepEqual(sorted(answers), [...Array(8).fill(200), 503, 503]);
  const refused = answers.find(({ status }) => status === 503);
  assert.match(refused?.text ?? '', /Permintaan sedang terlalu banyak/);
  assert.equal(refused?.wait, '5');
  assert.deepEqual(kit.errors, []);
});
