import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { ANSWER_WAYS, type AnswerWay } from '../../../domain/complaint/vocabulary.ts';
import { bodyOfForm } from '../acts/body-of-form.ts';
import { operationSchema } from '../acts/operation-bodies.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('petugas-loket', 'koordinator', 'kepala-bidang');
const authorization = `Bearer ${await kit.token('koordinator')}`;

type Fields = Readonly<Record<string, string>>;

/** What each of the five ways asks for (rule 25), beside its name. */
const ASKED: Readonly<Record<AnswerWay, Fields>> = {
  oral: {},
  letter: {},
  channel: { channel: 'whatsapp' },
  published: {},
  undeliverable: {
    undeliverableReason: 'Pindah tanpa alamat.',
    'attempts.0.on': '2026-04-06',
    'attempts.0.how': 'Didatangi.',
  },
};
const NAMED: Fields = { name: 'Budi Contoh', address: 'Desa Contoh RT 1' };
const BODY = 'kemensos';
const text = 'Silakan ke lembaga itu.';

/** The same complaint for every way: `person` is who brings it. */
async function takeIn(person: Fields): Promise<string> {
  const sent = formPost({ text: 'Bantuan belum sampai.', channel: 'loket', ...person }, cookie);
  const slip = await (await kit.app.request('/petugas/loket', sent)).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}

type Operation = 'refer' | 'confirm-transfer';
type Answered = { readonly done: boolean; readonly field: string | null };

/** By its form, with the fields that the page shows. */
async function byPage(ticket: string, operation: Operation, fields: Fields): Promise<Answered> {
  const path = `/petugas/kasus/${ticket}/${operation}`;
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const form = page.slice(page.indexOf(`action="${path}"`)).split('</form>')[0] ?? '';
  for (const name of Object.keys(fields)) assert.ok(form.includes(`name="${name}"`), `${operation}: ${name}`);
  const answer = await kit.app.request(path, formPost(fields, cookie));
  if (answer.status === 303) return { done: true, field: null };
  const field = /id="f-(?:refer|confirm-transfer)-([\w.]+)-error"/.exec(await answer.text())?.[1];
  return { done: false, field: field ?? null };
}

async function byApi(ticket: string, operation: Operation, fields: Fields): Promise<Answered> {
  const form = { values: fields, all: () => [] };
  const body = bodyOfForm(operationSchema(operation), form, 'Asia/Makassar');
  const path = `/api/v1/complaints/${ticket}/${operation}`;
  const answer = await kit.app.request(path, jsonPost(body, { authorization }));
  if (answer.status === 200) return { done: true, field: null };
  const { errors } = await answer.json();
  return { done: false, field: errors?.[0]?.field ?? null };
}

const DOORS = [byPage, byApi] as const;

/** Who was told, and how, stands on the case. */
async function wayOf(ticket: string): Promise<string | null> {
  const path = `/api/v1/complaints/${ticket}`;
  const told = await (await kit.app.request(path, { headers: { authorization } })).json();
  return JSON.stringify(told.timeline).includes('"answered"') ? told.status : null;
}

async function directed(door: typeof byPage, person: Fields, fields: Fields) {
  const ticket = await takeIn(person);
  return { ticket, ...(await door(ticket, 'refer', { way: 'directed', body: BODY, text, ...fields })) };
}

async function transferred(door: typeof byPage, person: Fields, fields: Fields) {
  const ticket = await takeIn(person);
  assert.ok((await door(ticket, 'refer', { way: 'transferred', body: BODY })).done);
  return { ticket, ...(await door(ticket, 'confirm-transfer', { text, ...fields })) };
}

for (const out of [directed, transferred]) {
  test(`rules 24 and 25: whose case is ${out.name} is told so in each of the five ways, by page and by API`, async () => {
    for (const door of DOORS) {
      for (const answerWay of ANSWER_WAYS) {
        const { ticket, ...answered } = await out(door, NAMED, { answerWay, ...ASKED[answerWay] });
        assert.deepEqual(answered, { done: true, field: null }, `${door.name}: ${answerWay}`);
        assert.equal(await wayOf(ticket), 'closed', answerWay);
      }
    }
  });

  test(`rule 25: whose case is ${out.name} without what the way needs is refused at that way's own field`, async () => {
    for (const door of DOORS) {
      const refused = async (person: Fields, answerWay: AnswerWay, fields: Fields = {}) =>
        (await out(door, person, { answerWay, ...fields })).field;
      assert.equal(await refused({ name: 'Budi Contoh' }, 'letter'), 'answerWay');
      assert.equal(await refused(NAMED, 'channel', { channel: '' }), 'channel');
      assert.equal(await refused(NAMED, 'undeliverable'), 'undeliverableReason');
      const { undeliverableReason = '' } = ASKED.undeliverable;
      assert.match((await refused(NAMED, 'undeliverable', { undeliverableReason })) ?? '', /^attempts/);
    }
  });
}
