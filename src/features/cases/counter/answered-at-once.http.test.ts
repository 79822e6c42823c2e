import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { DESK_WAYS } from '../../../domain/complaint/desk-rules.ts';
import { OUTCOMES } from '../../../domain/complaint/vocabulary.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('petugas-loket', 'koordinator');
const authorization = `Bearer ${await kit.token('petugas-loket')}`;
const [office] = await kit.desk.offices.all(kit.clock.now);
const offered = office?.data.atDesk.outcomes ?? [];

type Fields = Readonly<Record<string, string>>;
type Sent = { readonly done: boolean; readonly field: string | null; readonly ticket: string };

const NAMED: Fields = { name: 'Budi Contoh', address: 'Desa Contoh RT 1' };
const SAID: Fields = { text: 'Sudah dijelaskan.', way: 'oral', outcome: 'explained' };
/** Who is awaited, under which number, and when it is looked at again (rule 26). */
const AWAITED: Fields = { body: 'kemensos', reference: '12/IV/2026', lookAgainOn: '2026-05-04' };

/** The counter's form; its fields of the answer are named `desk…`. */
async function byPage(person: Fields, answer: Fields): Promise<Sent> {
  const page = await (await kit.app.request('/petugas/loket', { headers: { cookie } })).text();
  const desk = Object.entries(answer).map(
    ([name, value]) => [`desk${name[0]?.toUpperCase()}${name.slice(1)}`, value] as const,
  );
  for (const [name] of desk) assert.ok(page.includes(`name="${name}"`), name);
  const fields = { text: 'Kartu hilang.', channel: 'whatsapp', service: 'pbi-jk', ...person };
  const sent = formPost({ ...fields, ...Object.fromEntries(desk) }, cookie);
  const answered = await kit.app.request('/petugas/loket', sent);
  const html = await answered.text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const wrong = /id="f-desk(\w+)-error"/.exec(html)?.[1] ?? null;
  const field = wrong === null ? null : `${wrong[0]?.toLowerCase()}${wrong.slice(1)}`;
  return { done: answered.status === 200, field, ticket };
}

async function byApi(person: Fields, answeredAtDesk: Fields): Promise<Sent> {
  const reporters = Object.keys(person).length === 0 ? [] : [person];
  const body = { text: 'Kartu hilang.', channel: 'whatsapp', service: 'pbi-jk', reporters, answeredAtDesk };
  const path = '/api/v1/offices/tabalong/complaints';
  const answered = await kit.app.request(path, jsonPost(body, { authorization }));
  const told = await answered.json();
  const place: string | undefined = told.errors?.[0]?.field;
  const field = place?.replace(/^answeredAtDesk\./, '') ?? null;
  return { done: answered.status === 201, field, ticket: told.ticket ?? '' };
}

const DOORS = [byPage, byApi] as const;

async function caseOf(ticket: string) {
  const path = `/api/v1/complaints/${ticket}`;
  return (await kit.app.request(path, { headers: { authorization } })).json();
}

type Entry = { readonly type: string; readonly facts: readonly { field: string; value: string }[] };

async function channelOf(ticket: string): Promise<string | undefined> {
  const entries: readonly Entry[] = (await caseOf(ticket)).timeline;
  const answered = entries.find(({ type }) => type === 'answered');
  return answered?.facts.find(({ field }) => field === 'channel')?.value;
}

const labelOf = (channel: string) => office?.data.channels.find(({ key }) => key === channel)?.label;

test('rules 4 and 25: each way that is offered at the desk is taken, by page and by API, and stands on the case', async () => {
  for (const door of DOORS) {
    for (const way of DESK_WAYS) {
      const { done, field, ticket } = await door(NAMED, { ...SAID, way });
      assert.deepEqual({ done, field }, { done: true, field: null }, `${door.name}: ${way}`);
      const told = await caseOf(ticket);
      assert.equal(told.status, 'closed');
      assert.equal(told.answer.way, way);
    }
  }
});

test('rule 25: on a channel is the one it came by, unless another is named', async () => {
  for (const door of DOORS) {
    const same = await door(NAMED, { ...SAID, way: 'channel' });
    const other = await door(NAMED, { ...SAID, way: 'channel', channel: 'email' });
    assert.equal(await channelOf(same.ticket), labelOf('whatsapp'));
    assert.equal(await channelOf(other.ticket), labelOf('email'));
  }
});

test('rule 25: a letter from the desk needs name and address, and is refused at the field of its way', async () => {
  for (const door of DOORS) {
    for (const person of [{}, { name: 'Budi Contoh' }, { address: 'Desa Contoh RT 1' }]) {
      const { done, field } = await door(person, { ...SAID, way: 'letter' });
      assert.deepEqual({ done, field }, { done: false, field: 'way' }, door.name);
    }
  }
});

test('rules 4 and 26: each outcome that the office lists for the desk is taken there, the awaited one with body and day', async () => {
  for (const door of DOORS) {
    for (const outcome of offered) {
      const awaited = outcome === 'pending-elsewhere' ? AWAITED : {};
      const { done, ticket } = await door({}, { ...SAID, outcome, ...awaited });
      assert.ok(done, `${door.name}: ${outcome}`);
      const told = await caseOf(ticket);
      assert.equal(told.outcome, outcome);
      const facts = JSON.stringify(told.timeline);
      if (outcome === 'pending-elsewhere') assert.match(facts, /12\/IV\/2026/);
    }
  }
});

test('rule 26: what is awaited elsewhere without a body, a day, or with a day that is not ahead is refused there', async () => {
  const { body = '', reference = '', lookAgainOn = '' } = AWAITED;
  for (const door of DOORS) {
    const refused = async (awaited: Fields) =>
      (await door({}, { ...SAID, outcome: 'pending-elsewhere', reference, ...awaited })).field;
    assert.equal(await refused({ lookAgainOn }), 'lookAgainOn');
    assert.equal(await refused({ body }), 'lookAgainOn');
    assert.equal(await refused({ body, lookAgainOn: '2026-04-06' }), 'lookAgainOn');
    assert.equal(await refused({ body: 'bukan-lembaga', lookAgainOn }), 'body');
  }
});

test('rule 4: a way or an outcome that is none of the desk’s is refused, by page and by API', async () => {
  for (const door of DOORS) {
    for (const way of ['published', 'undeliverable']) {
      const { done, field } = await door(NAMED, { ...SAID, way });
      assert.deepEqual({ done, field }, { done: false, field: 'way' }, way);
    }
    for (const outcome of OUTCOMES.filter((one) => !offered.some((listed) => listed === one))) {
      assert.ok(!(await door(NAMED, { ...SAID, outcome })).done, outcome);
    }
  }
});
