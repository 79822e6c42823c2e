import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Hono } from 'hono';
import { openWebKit } from '../../../test/web-kit.ts';
import { emblemPage } from './emblem.page.ts';
import { homePage } from './home.page.tsx';

const kit = await openWebKit({ after });

test('the public pages carry the emblem of the office, and the drawn shield where it has none', async () => {
  const [office] = await kit.desk.offices.all(kit.clock.now);
  assert.ok(office);
  const emblemSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
  const own = {
    ...office,
    data: { ...office.data, letterhead: { ...office.data.letterhead, emblem: 'lambang.svg', emblemSvg } },
  };
  const desk = {
    ...kit.desk,
    offices: { ...kit.desk.offices, all: async () => [own], bySlug: async () => own },
  };
  const app = new Hono().get('/', homePage(desk)).get('/lambang/:office', emblemPage(desk));
  assert.match(await (await app.request('/')).text(), /<img [^>]*src="\/lambang\/tabalong"/);
  const emblem = await app.request('/lambang/tabalong');
  assert.deepEqual([emblem.headers.get('content-type'), await emblem.text()], ['image/svg+xml', emblemSvg]);

  assert.match(await (await kit.app.request('/')).text(), /<svg class="tg-identity__emblem"/);
  assert.equal((await kit.app.request('/lambang/tabalong')).status, 404);
});
