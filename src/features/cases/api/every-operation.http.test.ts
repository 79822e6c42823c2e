import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  CLOSED_LANE,
  type Fields,
  filled,
  LIVES,
  REQUEST,
  SETTLING,
  type Step,
} from '../../../../test/lives-of-complaints.ts';
import { formPost, jsonPost, openWebKit, type WebKit } from '../../../../test/web-kit.ts';
import { CASE_OPERATIONS, type CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { bodyOfForm } from '../acts/body-of-form.ts';
import { operationSchema } from '../acts/operation-bodies.ts';

const kit = await openWebKit({ after }, 'kalimantan-barat');
const ppid = await openWebKit({ after }, 'buru-selatan');
const ROLES = ['kepala-bidang', 'koordinator', 'penanggung-jawab', 'petugas-loket', 'pemeriksa'];

async function takeIn(at: WebKit, cookie: string): Promise<string> {
  const fields = { text: 'Bantuan belum sampai.', name: 'Budi Contoh', channel: 'loket' };
  const slip = await (await at.app.request('/petugas/loket', formPost(fields, cookie))).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}

/** The public complains of somebody by name. */
async function complain(at: WebKit): Promise<string> {
  const body = { channel: 'website', text: 'Dimintai uang.', respondents: [{ name: 'Tono Contoh' }] };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const answer = await at.app.request('/api/v1/offices/kalimantan-barat/complaints', jsonPost(body, headers));
  return (await answer.json()).ticket;
}

type Done = Set<CaseOperation>;

/** Presses the buttons of a life, one after the other, as whoever holds every role. */
async function byPage(
  at: WebKit,
  life: readonly Step[],
  put: Fields,
  cookie: string,
  done: Done,
): Promise<void> {
  const ticket = life[0]?.[0] === 'settle-respondent' ? await complain(at) : await takeIn(at, cookie);
  for (const [operation, fields = {}] of life) {
    at.clock.now += 60_000;
    const path = `/petugas/kasus/${ticket}/${operation}`;
    const page = await (await at.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
    assert.ok(page.includes(`action="${path}"`), `no button for ${operation}`);
    const form = page.slice(page.indexOf(`action="${path}"`));
    const own = form.slice(0, form.indexOf('</form>'));
    for (const name of Object.keys(fields))
      assert.ok(own.includes(`name="${name}"`), `${operation}: ${name}`);
    const answer = await at.app.request(path, formPost(filled(fields, put), cookie));
    assert.equal(answer.status, 303, `${operation}: ${alertOf(await answer.text())}`);
    done.add(operation);
  }
  const page = await (await at.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const told = page.replaceAll(/<form[\s\S]*?<\/form>/g, '');
  // How to reach somebody is for those who handle the open case.
  const shown = life.filter(([operation]) => operation !== 'set-safe-contact');
  const typed = shown.flatMap(([, fields = {}]) => Object.values(fields)).flatMap((one) => one.split('\n'));
  for (const one of typed.filter((value) => /[A-Z. ]/.test(value))) {
    assert.ok(told.includes(one), `${one} cannot be read back`);
  }
}

/** The same with the tokens of the roles, of which one must do. */
async function byApi(
  at: WebKit,
  life: readonly Step[],
  put: Fields,
  cookie: string,
  done: Done,
): Promise<void> {
  const ticket = life[0]?.[0] === 'settle-respondent' ? await complain(at) : await takeIn(at, cookie);
  const tokens = await Promise.all(ROLES.map((role) => at.token(role)));
  for (const [operation, fields = {}] of life) {
    at.clock.now += 60_000;
    const values = filled(fields, put);
    const all = (name: string) => (values[name] === undefined ? [] : [values[name]]);
    const body = bodyOfForm(operationSchema(operation), { values, all }, 'Asia/Jakarta');
    const answers: string[] = [];
    for (const token of tokens) {
      const headers = { authorization: `Bearer ${token}` };
      const path = `/api/v1/complaints/${ticket}/${operation}`;
      const answer = await at.app.request(path, jsonPost(body, headers));
      answers.push(answer.status === 200 ? 'done' : (await answer.json()).code);
      if (answer.status === 200) break;
    }
    assert.equal(answers.at(-1), 'done', `${operation}: ${answers.join(', ')}`);
    done.add(operation);
  }
}

async function live(way: typeof byPage, ...lanes: readonly (readonly Step[])[]): Promise<Done> {
  const done: Done = new Set();
  await kit.signIn('petugas-loket');
  const colleague = await lastAccount();
  const cookie = await kit.signIn(...ROLES);
  const put = { $1: await lastAccount(), $3: colleague, $into: await takeIn(kit, cookie), $body: 'kemensos' };
  for (const life of [...LIVES, ...lanes]) await way(kit, life, put, cookie, done);
  await way(ppid, REQUEST, {}, await ppid.signIn(...ROLES), done);
  return done;
}

test('every operation has its button on the case page, and its form does it', async () => {
  const done = await live(byPage, CLOSED_LANE, SETTLING);
  assert.deepEqual([...done].sort(), [...CASE_OPERATIONS].sort());
});

test('every operation has its address in the API, which takes what the form asks', async () => {
  const done = await live(byApi, CLOSED_LANE.slice(0, 1));
  const named = [...CLOSED_LANE.slice(1), ...SETTLING].map(([operation]) => operation);
  assert.deepEqual([...done, ...named].sort(), [...CASE_OPERATIONS].sort());
  const { paths } = await (await kit.app.request('/api/v1/openapi.json')).json();
  for (const operation of CASE_OPERATIONS) {
    assert.ok(paths[`/api/v1/complaints/{ticket}/${operation}`]?.post, operation);
  }
});

test('a refused form says why beside its field, keeps what was typed and opens what was folded away', async () => {
  const cookie = await kit.signIn(...ROLES);
  const ticket = await takeIn(kit, cookie);
  kit.clock.now += 40 * 60_000;
  const path = `/petugas/kasus/${ticket}/dispose`;
  const at = new Date(kit.clock.now - 20 * 60_000 + 7 * 3_600_000).toISOString().slice(0, 16);
  const answer = await kit.app.request(
    path,
    formPost({ unit: 'sekretariat', instructions: 'Segera <b>', at }, cookie),
  );
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.match(page, /href="#f-dispose-lateEntryReason"/);
  assert.match(page, /id="f-dispose-lateEntryReason-error"/);
  assert.match(page, /Segera &lt;b>|Segera &lt;b&gt;/);
  assert.ok(page.includes(`value="${at}"`));
  assert.match(page, /<details class="tg-act__more" open>/);
  const lateEntryReason = 'Disampaikan lisan, dicatat sesudah rapat.';
  const done = await kit.app.request(path, formPost({ unit: 'sekretariat', at, lateEntryReason }, cookie));
  assert.equal(done.status, 303);
  const shown = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.match(shown, /Dicatat belakangan karena: Disampaikan lisan, dicatat sesudah rapat\./);
});

test('rule 25: an answer that only repeats the acknowledgement is questioned once, not refused', async () => {
  const cookie = await kit.signIn(...ROLES);
  const ticket = await takeIn(kit, cookie);
  const send = (operation: string, fields: Fields) =>
    kit.app.request(`/petugas/kasus/${ticket}/${operation}`, formPost(fields, cookie));
  assert.equal((await send('acknowledge', { text: 'Pengaduan Anda kami terima.' })).status, 303);
  assert.equal((await send('dispose', { unit: 'sekretariat' })).status, 303);
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.ok(!page.includes('name="templateConfirmed"'));
  const same = { way: 'oral', text: ' pengaduan anda  KAMI terima ' };
  const asked = await send('answer', same);
  assert.equal(asked.status, 409);
  assert.match(await asked.text(), /name="templateConfirmed"/);
  assert.equal((await send('answer', { ...same, templateConfirmed: 'ya' })).status, 303);
});

async function lastAccount(): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id as id from account order by account_id desc limit 1',
  );
  return rows[0]?.id ?? '';
}

function alertOf(page: string): string {
  return /role="alert"[\s\S]{0,600}/.exec(page)?.[0].replaceAll(/<[^>]*>/g, ' ') ?? page.slice(0, 200);
}
