import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../test/office-desk.ts';
import { openWebKit } from '../../../test/web-kit.ts';
import { applyOffice } from '../../features/offices/apply-office.ts';
import { demoOffice } from './demo-office.ts';
import { loadDemo } from './load-demo.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const system = {
  keyring: desk.keyring,
  offices: desk.offices,
  database: {
    ...{ app: desk.pool, owner: desk.owner, server: undefined, migration: undefined },
    ...{ locateApp: () => ({}), locateOwner: () => ({}), close: () => Promise.resolve() },
  },
};

test('the example is not loaded beside an office where people work, and nothing of it is left', async () => {
  await kit.signIn('koordinator');
  await assert.rejects(loadDemo(system, kit.clock.now), { code: 'office-in-use', message: /tabalong/ });
  const { rows } = await desk.owner.query('select slug from office');
  assert.deepEqual(rows, [{ slug: 'tabalong' }]);
});

test('beside a real office the example is no choice for citizens, but stands under its own address', async () => {
  await applyOffice(desk.owner, await demoOffice(), actingIn(desk, kit.clock.now));
  desk.offices.forget();
  const text = async (path: string) => (await kit.app.request(path)).text();
  assert.match(await text('/lapor'), /name="office" value="tabalong"/);
  assert.doesNotMatch(await text('/'), /kantor=contoh|value="contoh"/);
  assert.doesNotMatch(await text('/lapor?kantor=tidak-ada'), /value="contoh"/);
  assert.match(await text('/lapor?kantor=contoh'), /name="office" value="contoh"/);
});
