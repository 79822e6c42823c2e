import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { withOffice } from '../../../platform/database/transaction.ts';

const kit = await openWebKit({ after });
const [office] = await kit.desk.offices.all(kit.clock.now);
const [own = '', other = ''] = office?.data.units.map(({ key }) => key) ?? [];
const coordinator = await kit.signIn('koordinator');
const HEADS = {
  own: await kit.signInTo(own, 'kepala-bidang'),
  other: await kit.signInTo(other, 'kepala-bidang'),
};
const TOKENS = { own: await kit.token('kepala-bidang', own), other: await kit.token('kepala-bidang', other) };

const BODIES = {
  answer: { way: 'oral', text: 'Sudah dijelaskan.' },
  refer: { way: 'directed', body: office?.data.bodies[0]?.key ?? '', text: 'Silakan ke sana.' },
  classify: { kind: 'aspirasi' },
} as const;
const ACTS = ['classify', 'refer', 'answer'] as const;

async function disposed(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const clerk = await kit.signIn('petugas-loket');
  const form = formPost({ text: 'Kartu rusak.', channel: 'loket', name: 'Sari Contoh', ...more }, clerk);
  const slip = await (await kit.app.request('/petugas/loket', form)).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
  for (const [operation, fields] of [
    ['verify', { completeness: 'complete', authority: 'own' }],
    ['dispose', { unit: own }],
  ] as const) {
    const done = await kit.app.request(
      `/petugas/kasus/${ticket}/${operation}`,
      formPost(fields, coordinator),
    );
    assert.equal(done.status, 303, operation);
  }
  return ticket;
}

const pageOf = async (ticket: string, cookie: string) =>
  (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();

async function offered(ticket: string, cookie: string): Promise<readonly string[]> {
  const page = await pageOf(ticket, cookie);
  return [...ACTS, 'hand-over', 'submit-answer', 'follow-up'].filter((act) =>
    page.includes(`/petugas/kasus/${ticket}/${act}`),
  );
}

test('the head of another unit is offered nothing that decides a case of this one, and is refused it by page and API', async () => {
  const ticket = await disposed();
  const pages = { own: await pageOf(ticket, HEADS.own), other: await pageOf(ticket, HEADS.other) };
  for (const act of ACTS) {
    const path = `/petugas/kasus/${ticket}/${act}`;
    assert.ok(pages.own.includes(path), `${act}: of its own head`);
    assert.ok(!pages.other.includes(path), `${act}: of another’s`);
    const page = await kit.app.request(path, formPost(BODIES[act], HEADS.other));
    assert.equal(page.status, 403, act);
    const authorization = `Bearer ${TOKENS.other}`;
    const api = await kit.app.request(
      `/api/v1/complaints/${ticket}/${act}`,
      jsonPost(BODIES[act], { authorization }),
    );
    assert.deepEqual([api.status, (await api.json()).code], [403, 'not-your-unit'], act);
  }
  const authorization = `Bearer ${TOKENS.own}`;
  for (const act of ACTS.filter((one) => one !== 'refer')) {
    const path = `/api/v1/complaints/${ticket}/${act}`;
    const done = await kit.app.request(path, jsonPost(BODIES[act], { authorization }));
    assert.equal(done.status, 200, `${act} ${await done.text()}`);
  }
});

test('the head of one unit who is staff of another is that there: he hands no case of it to himself and answers none', async () => {
  const ticket = await disposed();
  const both = await kit.signInWith(
    { role: 'kepala-bidang', unit: other },
    { role: 'staf-bidang', unit: own },
  );
  assert.deepEqual(await offered(ticket, both), ['submit-answer', 'follow-up']);
  const moved = { toUnit: other, reason: 'Bidang saya sendiri.' };
  for (const [act, fields] of [
    ...ACTS.map((one) => [one, BODIES[one]] as const),
    ['hand-over', moved] as const,
  ]) {
    const path = `/petugas/kasus/${ticket}/${act}`;
    assert.equal((await kit.app.request(path, formPost({ ...fields }, both))).status, 403, act);
  }
  const done = await kit.app.request(
    `/petugas/kasus/${ticket}/follow-up`,
    formPost({ kind: 'other', text: 'Ditelusuri.' }, both),
  );
  assert.equal(done.status, 303, await done.text());
  assert.match(
    await pageOf(ticket, HEADS.own),
    /Pegawai Contoh, Staf Bidang/,
    'and the history says as what',
  );
});

test('a head to whom no unit was given stands above the units', async () => {
  const ticket = await disposed();
  assert.deepEqual(
    await offered(ticket, HEADS.own),
    await offered(ticket, await kit.signIn('kepala-bidang')),
  );
});

test('the head of two units does in each what its own head does', async () => {
  const ticket = await disposed();
  const ofBoth = await kit.signInWith(
    { role: 'staf-bidang', unit: other },
    { role: 'kepala-bidang', unit: own },
  );
  assert.deepEqual(await offered(ticket, ofBoth), await offered(ticket, HEADS.own));
});

test('rule 5: in an urgent case of another unit a head acts, and decides nothing', async () => {
  const ticket = await disposed({ urgent: 'on' });
  assert.deepEqual(await offered(ticket, HEADS.other), ['follow-up']);
});

test('rule 5: whoever takes an urgent case in hand and names nobody has it himself', async () => {
  const ticket = await disposed({ urgent: 'on' });
  assert.match(await pageOf(ticket, HEADS.own), /Saya sendiri/);
  const path = `/petugas/kasus/${ticket}/accept-urgent`;
  assert.equal((await kit.app.request(path, formPost({ owner: '' }, HEADS.own))).status, 303);
  const { rows } = await withOffice(kit.desk.pool, office?.officeId ?? 0, (tx) =>
    tx.query(
      'select r.role, r.unit from account_role r join complaint_case c on c.owner = r.account_id where c.ticket = $1',
      [ticket],
    ),
  );
  assert.deepEqual(rows, [{ role: 'kepala-bidang', unit: own }]);
});
