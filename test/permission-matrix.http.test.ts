import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CASE_OPERATIONS, type CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { bodyOfForm } from '../src/features/cases/acts/body-of-form.ts';
import { operationSchema } from '../src/features/cases/acts/operation-bodies.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { createToken } from '../src/features/people/api-token.ts';
import { deputise } from '../src/features/people/deputies/deputise.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { officeFromFiles } from './a-counted-report.ts';
import { aPerson, type PersonAtWork } from './a-person.ts';
import { aStoredCase } from './a-stored-case.ts';
import { CLOSED_LANE, filled, LIVES, REQUEST, SETTLING } from './lives-of-complaints.ts';
import { actingIn, aStaffActor } from './office-desk.ts';
import { standing } from './permission-cases.ts';
import { DOORS } from './permission-doors.ts';
import { type Expected, expected, mayOpen, SITUATIONS, type Situation } from './permission-rules.ts';
import { putState } from './put-state.ts';
import { formPost, jsonPost, openWebKit } from './web-kit.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const office = await desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const { officeId, data, zone } = office;
const [own = '', other = ''] = data.units.map(({ key }) => key);
const context = actingIn(desk, kit.clock.now);
const INSIDE = SITUATIONS.filter((one) => one !== 'other-office');

type Holder = PersonAtWork & { readonly token: string };
/** One person for each role, above the units and in one. */
const above = new Map<string, Holder>();
const inUnit = new Map<string, Holder>();
/** Apart, since a deputy holds more than his one role. */
const deputies = new Map<string, Holder>();
/** By situation; those that are about the holder by situation and account. */
const tickets = new Map<string, string>();
let stranger = '';

before(async () => {
  for (const { key } of data.roles) {
    above.set(key, await holder(key, null));
    inUnit.set(key, await holder(key, own));
    deputies.set(key, await holder(key, null));
  }
  for (const situation of INSIDE.filter((one) => !isAboutHolder(one)))
    tickets.set(situation, await aCase(situation, '', 'orang-lain-1'));
  for (const situation of INSIDE.filter(isAboutHolder)) {
    for (const { key } of data.roles) {
      const { account } = holderOf(key, situation);
      const another = situation === 'deputy-of-terlapor' ? await deputedBy(account) : 'orang-lain-1';
      tickets.set(`${situation} ${account}`, await aCase(situation, account, another));
    }
  }
  stranger = await anotherOffice();
});

async function holder(role: string, unit: string | null): Promise<Holder> {
  const person = await aPerson(kit, [role], unit);
  const made = await withOffice(desk.pool, officeId, (tx) =>
    createToken(tx, officeId, { role, name: 'uji', madeBy: person.account }, context),
  );
  return { ...person, token: made.token };
}

function isAboutHolder(situation: Situation): boolean {
  return ['restricted-named', 'terlapor', 'terlapor-among-readers', 'deputy-of-terlapor'].includes(situation);
}

/** Somebody else for whom this account stands in today. */
async function deputedBy(account: string): Promise<string> {
  const { account: deputyFor } = await aPerson(kit, ['staf-bidang'], other);
  const command = { account, deputyFor, capacity: 'plh', from: '2026-04-06', to: '2026-04-07' } as const;
  const result = await withOffice(desk.pool, officeId, (tx) =>
    deputise(tx, officeId, data.roles, { ...command, decree: null, today: '2026-04-06' }, context),
  );
  assert.ok(result.ok);
  return deputyFor;
}

/**
 * A case of this situation, marked *BATAL*: who asks is judged before what the case lets anybody do, so that all that is
 * permitted is refused as of a cancelled case, and nothing ever changes.
 */
async function aCase(situation: Situation, me: string, another: string): Promise<string> {
  const { caseId, ticket } = await aStoredCase({ desk: desk.cases, office: known() }, kit.clock.now);
  const unit = situation.endsWith('other-unit') ? other : own;
  await putState(desk.owner, desk.keyring, caseId, (state) => ({
    ...standing({ ...state, status: 'disposed', unit }, situation, me, another),
    cancelled: true,
  }));
  return ticket;
}

function known() {
  assert.ok(office);
  return office;
}

/** A case of another office in the same store. */
async function anotherOffice(): Promise<string> {
  await applyOffice(desk.owner, await officeFromFiles('kutai-kartanegara'), context);
  desk.offices.forget();
  const there = await desk.offices.bySlug('kutai-kartanegara', kit.clock.now);
  assert.ok(there);
  return (await aStoredCase({ desk: desk.cases, office: there }, kit.clock.now, aStaffActor())).ticket;
}

function ticketOf(situation: Situation, { account }: PersonAtWork): string {
  if (situation === 'other-office') return stranger;
  return tickets.get(isAboutHolder(situation) ? `${situation} ${account}` : situation) ?? '';
}

function holderOf(role: string, situation: Situation): Holder {
  const one = situation === 'deputy-of-terlapor' ? deputies : /unit$/.test(situation) ? inUnit : above;
  const found = one.get(role);
  assert.ok(found);
  return found;
}

const FIELDS = new Map(
  [...LIVES.flat(), ...REQUEST, ...SETTLING, ...CLOSED_LANE].map(([operation, fields = {}]) => [
    operation,
    fields,
  ]),
);

/** What a sensible person sends, so that nothing but who he is stands in the way. */
function bodyOf(operation: CaseOperation, account: string) {
  const put = { $1: account, $3: account, $into: tickets.get('above-units') ?? '', $body: 'kemensos' };
  const here: Readonly<Record<string, string>> = {
    ...{ toUnit: other, unit: own },
    place: data.places[0]?.key ?? '',
  };
  const fields = filled(FIELDS.get(operation) ?? {}, put);
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, here[name] ?? value]),
  );
  const all = (name: string) => (values[name] === undefined ? [] : [values[name]]);
  return bodyOfForm(operationSchema(operation), { values, all }, zone);
}

function found(status: number, code: string): Expected | string {
  if (status === 403) return 'no';
  if (status === 404) return 'hidden';
  return status === 409 && code === 'case-cancelled' ? 'yes' : `${status} ${code}`;
}

/** A token is nobody whom a case names (rule 27). */
function byToken(may: readonly string[], operation: CaseOperation, situation: Situation): Expected {
  return situation === 'restricted-named' ? 'hidden' : expected(may, operation, situation, 'token');
}

for (const situation of SITUATIONS) {
  test(`over the API every role does every operation exactly as the rules say: ${situation}`, async () => {
    const wrong: string[] = [];
    for (const role of data.roles) {
      const person = holderOf(role.key, situation);
      const ticket = ticketOf(situation, person);
      const asked = CASE_OPERATIONS.map(async (operation) => {
        const answer = await kit.app.request(
          `/api/v1/complaints/${ticket}/${operation}`,
          jsonPost(bodyOf(operation, person.account), { authorization: `Bearer ${person.token}` }),
        );
        const told = found(answer.status, (await answer.json()).code);
        const wanted = byToken(role.may, operation, situation);
        if (told !== wanted) wrong.push(`${role.key} ${operation}: ${told}, should be ${wanted}`);
      });
      await Promise.all(asked);
    }
    assert.deepEqual(wrong, []);
  });
}

/** Addresses that name a case and nothing else. */
const PAGES_OF_A_CASE = Object.keys(DOORS)
  .filter((door) => /^GET \/petugas\/[^:]*:ticket[^:]*$/.test(door))
  .map((door) => door.slice('GET '.length));

test('every page of a case opens for whoever may open it, and is not there for all others', async () => {
  const wrong: string[] = [];
  for (const role of data.roles) {
    for (const situation of SITUATIONS) {
      const { cookie, account, token } = holderOf(role.key, situation);
      const ticket = ticketOf(situation, { cookie, account });
      const wanted = mayOpen(role.may, situation) ? 200 : 404;
      for (const page of ['', '/tanda-terima']) {
        const path = `/petugas/kasus/${ticket}${page}`;
        const { status } = await kit.app.request(path, { headers: { cookie } });
        if (status !== wanted) wrong.push(`${role.key} ${situation} ${page}: ${status}`);
      }
      if (!mayOpen(role.may, situation)) {
        for (const page of PAGES_OF_A_CASE) {
          const { status } = await kit.app.request(page.replace(':ticket', ticket), { headers: { cookie } });
          if (status !== 404 && status !== 403) wrong.push(`${role.key} ${situation} ${page}: ${status}`);
        }
      }
      const headers = { authorization: `Bearer ${token}` };
      const read = (await kit.app.request(`/api/v1/complaints/${ticket}`, { headers })).status;
      const readable = situation !== 'restricted-named' && mayOpen(role.may, situation);
      if (read !== (readable ? 200 : 404)) wrong.push(`${role.key} ${situation} API: ${read}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('by their forms, too, nobody reaches what is shut to him: every operation, as terlapor and as his deputy', async () => {
  for (const situation of ['terlapor-among-readers', 'deputy-of-terlapor'] as const) {
    for (const role of data.roles) {
      const person = holderOf(role.key, situation);
      const ticket = ticketOf(situation, person);
      for (const operation of CASE_OPERATIONS) {
        const fields = filled(FIELDS.get(operation) ?? {}, { $1: person.account, $3: person.account });
        const path = `/petugas/kasus/${ticket}/${operation}`;
        const { status } = await kit.app.request(path, formPost(fields, person.cookie));
        assert.equal(status, 404, `${role.key} ${situation} ${operation}`);
      }
    }
  }
});

const routes = () =>
  new Set(
    kit.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`),
  );

test('no door of the server stands outside of the matrix, and none in it that the server does not have', () => {
  assert.deepEqual([...routes()].sort(), Object.keys(DOORS).sort());
});

/** Names of the address, put in; an account that may be changed, a case that is open to whoever may open one. */
async function pathOf(door: string): Promise<string> {
  const victim = above.get('petugas-loket')?.account ?? '';
  const names: Readonly<Record<string, string>> = {
    ':office': 'tabalong',
    ':ticket': tickets.get('above-units') ?? '',
    ':account': victim,
    ':identity': crypto.randomUUID(),
    ':operation': 'mark',
  };
  const [, path = ''] = door.split(' ');
  const known = path.replace(':operation/:part', 'review/start');
  return known.replaceAll(/:[a-z]+/g, (name) => names[name] ?? crypto.randomUUID());
}

test('whoever is not signed in is sent to sign in by every door of staff, and told nothing', async () => {
  for (const [door, who] of Object.entries(DOORS)) {
    if (who === 'anybody' || who === 'program') continue;
    const isPost = door.startsWith('POST');
    const answer = await kit.app.request(await pathOf(door), isPost ? formPost({}) : {});
    assert.equal(answer.status, isPost ? 403 : 303, door);
    if (!isPost) assert.match(answer.headers.get('location') ?? '', /^\/petugas\/masuk/, door);
    else assert.match(await answer.text(), /action="\/petugas\/masuk"/, door);
  }
});

test('every door of staff lets in who holds one of its permissions, and nobody else', async () => {
  const wrong: string[] = [];
  for (const role of data.roles) {
    // Some doors end sessions or change the account: each role knocks as somebody of its own.
    const { cookie } = await aPerson(kit, [role.key]);
    for (const [door, who] of Object.entries(DOORS)) {
      if (typeof who === 'string') continue;
      const isPost = door.startsWith('POST');
      const init = isPost ? formPost({}, cookie) : { headers: { cookie } };
      const { status } = await kit.app.request(await pathOf(door), init);
      const may = who.some((permission) => role.may.includes(permission));
      if ((status !== 403) !== may || status >= 500) wrong.push(`${role.key} ${door}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every door for all of staff opens to every role', async () => {
  const wrong: string[] = [];
  for (const role of data.roles) {
    for (const [door, who] of Object.entries(DOORS)) {
      if (who !== 'staff' || door.startsWith('POST')) continue;
      const { cookie } = holderOf(role.key, 'above-units');
      const { status } = await kit.app.request(await pathOf(door), { headers: { cookie } });
      if (status === 403 || status >= 500) wrong.push(`${role.key} ${door}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('what a record decides is not there for whoever asks by a made-up name', async () => {
  for (const [door, who] of Object.entries(DOORS)) {
    if (who !== 'record') continue;
    const cookie = above.get('koordinator')?.cookie ?? '';
    const init = door.startsWith('POST') ? formPost({}, cookie) : { headers: { cookie } };
    const { status } = await kit.app.request(await pathOf(door), init);
    assert.ok(status === 404 || status === 403, `${door}: ${status}`);
  }
});

test('a door for programs asks for a token or a secret, whatever cookie comes along', async () => {
  const cookie = above.get('koordinator')?.cookie ?? '';
  for (const [door, who] of Object.entries(DOORS)) {
    if (who !== 'program') continue;
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const init = door.startsWith('POST') ? jsonPost({}, headers) : { headers };
    const { status } = await kit.app.request(await pathOf(door), init);
    assert.equal(status, 401, door);
  }
});
