import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { NO_PAGES, PAGES } from '../e2e/page-table.ts';
import { openWebKit } from './web-kit.ts';

const kit = await openWebKit({ after });

test('every page of the application stands in the table of pages that are looked at, and none that there is not', () => {
  const doors = kit.app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path);
  const known = [...PAGES.map(({ door }) => door), ...Object.keys(NO_PAGES)];
  assert.deepEqual([...new Set(known)].sort(), [...new Set(doors)].sort());
});

test('what is said to be no page is none: each door answers whoever asks without a page of its own', async () => {
  const pages = new Set(PAGES.map(({ door }) => door));
  for (const door of Object.keys(NO_PAGES)) {
    assert.ok(!pages.has(door), door);
    const address = door.replaceAll(/:[a-z]+/g, 'x');
    const answer = await kit.app.request(address);
    const isPage = answer.status === 200 && (answer.headers.get('content-type') ?? '').includes('text/html');
    assert.ok(!isPage, door);
  }
});

test('each picture has a name of its own', () => {
  const names = PAGES.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
