import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWebKit } from '../../test/web-kit.ts';

const kit = await openWebKit({ after });
const HOUR = 3_600_000;

/** Whether each of these pages says that the clock stands behind. */
async function told(cookie: string, paths: readonly string[]): Promise<readonly boolean[]> {
  const pages = await Promise.all(paths.map((path) => kit.app.request(path, { headers: { cookie } })));
  const texts = await Promise.all(pages.map((answer) => answer.text()));
  return texts.map((text) => /role="alert".*Jam server tertinggal dari catatan terakhir/s.test(text));
}

test('while the clock stands before what was recorded last, every page of staff says so, and none of the public', async () => {
  const paths = ['/petugas', '/petugas/loket', '/petugas/sop', '/', '/lapor'];
  // The schema was made by the clock of this machine, a moment ago.
  kit.clock.now = Date.now();
  const cookie = await kit.signIn('petugas-loket');
  assert.deepEqual(await told(cookie, paths), [false, false, false, false, false]);
  kit.clock.now -= HOUR;
  assert.deepEqual(await told(cookie, paths), [true, true, true, false, false]);
  kit.clock.now += HOUR;
  assert.deepEqual(await told(cookie, paths), [false, false, false, false, false]);
});
