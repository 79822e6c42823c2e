import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setUpSecondFactor } from '../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';

const first = {
  office: 'tabalong',
  name: 'Pemilik Contoh',
  email: 'pemilik@contoh.id',
  password: 'pasar ikan pagi',
};

test('a server that others can reach asks for the code on its console before anybody claims the office', async () => {
  let loaded = 0;
  const { app, desk } = await openWebKit({ after }, 'tabalong', {
    firstVisitCode: 'ABCD2345WXYZ',
    loadDemo: async () => {
      loaded += 1;
      return { loaded: false };
    },
  });
  assert.match(await (await app.request('/mulai')).text(), /Kode sekali pakai/);
  for (const fields of [first, { ...first, code: 'ABCD-2345-WXYY' }]) {
    const refused = await app.request('/mulai', formPost(fields));
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Kode ini tidak cocok/);
  }
  assert.equal((await app.request('/mulai/contoh', formPost({ code: 'x' }))).status, 422);
  assert.equal(loaded, 0);
  const { rows } = await desk.owner.query('select from account');
  assert.equal(rows.length, 0);
  assert.equal((await app.request('/mulai/contoh', formPost({ code: 'abcd 2345 wxyz' }))).status, 303);
  const claimed = await app.request('/mulai', formPost({ ...first, code: 'abcd-2345-wxyz' }));
  assert.equal(claimed.status, 200);
  assert.match(
    await claimed.text(),
    /Siapkan faktor kedua/,
    'rule 35: it holds every role, administration too',
  );
  assert.equal(loaded, 1);
});

test('whatever a stranger says of himself, nobody is believed to sit at the machine: the link of the console brings the code', async () => {
  const { app, desk } = await openWebKit({ after }, 'tabalong', { firstVisitCode: 'ABCD2345WXYZ' });
  // What a forwarder of bytes on this machine makes of everybody; the Host he chooses himself.
  const from = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 3000 } } };
  for (const host of ['localhost:3000', '127.0.0.1:3000', 'pengaduan.example.go.id']) {
    const form = formPost(first);
    const claimed = await app.request('/mulai', { ...form, headers: { ...form.headers, host } }, from);
    assert.equal(claimed.status, 422, host);
  }
  assert.equal((await desk.owner.query('select from account')).rows.length, 0);
  const linked = await (await app.request('/mulai?kode=ABCD-2345-WXYZ')).text();
  assert.equal(linked.match(/name="code"[^>]*value="ABCD-2345-WXYZ"/g)?.length, 1);
});

test('an account that is refused leaves no office behind', async () => {
  const kit = await openWebKit({ after });
  const { app, desk } = kit;
  const offices = async () => (await desk.owner.query('select slug, version from office order by 1')).rows;
  const before = await offices();
  for (const wrong of [{ password: 'pendek' }, { password: first.email }]) {
    const refused = await app.request('/mulai', formPost({ ...first, office: 'karangasem', ...wrong }));
    assert.equal(refused.status, 422);
    assert.deepEqual(await offices(), before);
  }
  const claimed = await app.request('/mulai', formPost({ ...first, office: 'karangasem' }));
  const first35 = (claimed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { cookie } = await setUpSecondFactor(kit, first35);
  assert.equal((await app.request('/petugas', { headers: { cookie } })).status, 200);
  assert.deepEqual(
    (await offices()).map(({ slug }) => slug),
    ['karangasem', 'tabalong'],
  );
});

test('without a code the page asks for none', async () => {
  const other = await openWebKit({ after });
  const page = await (await other.app.request('/mulai')).text();
  assert.doesNotMatch(page, /Kode sekali pakai/);
  assert.match(page, /Kantor lain \(kerangka kosong\)/, 'no office of somebody, named like the example');
  assert.doesNotMatch(page, /Dinas Sosial Kabupaten Contoh/);
  const missing = await (await other.app.request('/mulai', formPost({}))).text();
  for (const sentence of ['Pilih kantor Anda.', 'Tulis namanya.', 'Tulis kata sandi.'])
    assert.equal(missing.split(sentence).length, 3, `${sentence} at the head and at its field`);
});

test('the page of the example shows the roles as the office calls them, with the passwords', async () => {
  const account = { name: 'Rahmah Contoh', email: 'loket@contoh.invalid', password: 'abcd-efgh-jkmn' };
  const { app } = await openWebKit({ after }, 'tabalong', {
    loadDemo: async () => ({
      loaded: true,
      accounts: [{ ...account, titles: ['Petugas Loket', 'Koordinator'] }],
    }),
  });
  const page = await (await app.request('/mulai/contoh', formPost({}))).text();
  for (const shown of ['Petugas Loket, Koordinator', ...Object.values(account)])
    assert.ok(page.includes(shown), shown);
});
