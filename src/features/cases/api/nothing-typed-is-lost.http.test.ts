import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  CLOSED_LANE,
  type Fields,
  filled,
  LIVES,
  SETTLING,
  type Step,
} from '../../../../test/lives-of-complaints.ts';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after }, 'kalimantan-barat');
const ROLES = ['kepala-bidang', 'koordinator', 'penanggung-jawab', 'petugas-loket', 'pemeriksa'];
const TEXT = { text: 'Isi contoh.' };
const AGAIN = { text: 'Isi contoh yang lain.' };

/** Ways of the same operations that the other lives do not take. */
const OTHER_WAYS: readonly (readonly Step[])[] = [
  [
    ['verify', { completeness: 'incomplete', authority: 'other', missing: 'KTP' }],
    ['verify', { completeness: 'complete', authority: 'own', text: 'Membawa KTP dan surat desa.' }],
    ['refer', { way: 'forwarded', body: '$body' }],
    ['ask', { to: 'body', body: '$body', ...TEXT }],
    ['reply', { from: 'body', ...TEXT }],
    ['refer', { way: 'transferred', body: '$body' }],
    ['answer', { way: 'channel', channel: 'telepon', ...TEXT }],
    ['confirm-transfer', { answerWay: 'channel', channel: 'telepon', ...AGAIN }],
  ],
  [
    ['verify', { completeness: 'complete' }],
    ['dispose', { unit: 'sekretariat' }],
    ['answer', { way: 'oral', ...TEXT }],
    ['close', { outcome: 'pending-elsewhere', body: '$body', lookAgainOn: '2026-06-01' }],
    ['close', { outcome: 'resolved' }],
  ],
  [['refer', { way: 'directed', body: '$body', answerWay: 'oral', ...TEXT }]],
  [['answer-at-desk', { way: 'channel', channel: 'telepon', outcome: 'explained', ...TEXT }]],
];
/** Only the number of a letter or a book may stand there, so no sentence. */
const NUMBERS = /(?:^|\.)(?:reference|letterNumber|box|classification|sourceNumber|number)$/;

let typed = 0;
let steps = 0;

/** Every text field of a form that is still empty, with words of its own. */
function filledUp(form: string, fields: Fields): Fields {
  const more: Record<string, string> = {};
  // Every other time it is written down as done this very minute; else nobody says when, and why late is refused.
  steps += 1;
  if (steps % 2 === 0 && form.includes('name="at"')) {
    more.at = new Date(kit.clock.now + 7 * 3_600_000).toISOString().slice(0, 16);
  }
  for (const [control] of form.matchAll(/<(?:textarea|input)\b[^>]*>/g)) {
    const name = /\bname="([^"]+)"/.exec(control)?.[1] ?? '';
    const isText = control.startsWith('<textarea') || !/type="(?!text")/.test(control);
    if (!isText || name === '' || name in fields) continue;
    typed += 1;
    more[name] = NUMBERS.test(name) ? `Z-${1000 + typed}` : `Tertulis ke-${1000 + typed}.`;
  }
  return more;
}

/** The fields that a refused form speaks of. */
function namedOn(page: string, operation: string): readonly string[] {
  const scope = `#f-${operation.replace('/', '-')}-`;
  return [...page.matchAll(/href="(#f-[^"]+)"/g)].flatMap(([, link = '']) =>
    link.startsWith(scope) ? [link.slice(scope.length)] : [],
  );
}

/** Does one operation with all that its form takes; gives what was typed and accepted. */
async function pressed(ticket: string, cookie: string, [operation, fields = {}]: Step, put: Fields) {
  kit.clock.now += 60_000;
  const path = `/petugas/kasus/${ticket}/${operation}`;
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.ok(page.includes(`action="${path}"`), `no button for ${operation}`);
  const form = page.slice(page.indexOf(`action="${path}"`));
  const controls = form.slice(0, form.indexOf('</form>'));
  const given = new Map(Object.entries({ ...filled(fields, put), ...filledUp(controls, fields) }));
  for (;;) {
    const answer = await kit.app.request(path, formPost(Object.fromEntries(given), cookie));
    if (answer.status === 303) return [...given.values()];
    const refused = await answer.text();
    const first = namedOn(refused, operation).map((name) => name.split(/[-.]\d+|\./)[0] ?? '');
    const dropped = [...given.keys()].filter(
      (name) => !(name in fields) && first.some((one) => name.split('.')[0] === one),
    );
    assert.ok(dropped.length > 0, `${operation} names nothing that was filled in: ${alertOf(refused)}`);
    for (const name of dropped) given.delete(name);
  }
}

function alertOf(page: string): string {
  return /role="alert"[\s\S]{0,600}/.exec(page)?.[0].replaceAll(/<[^>]*>/g, ' ') ?? page.slice(0, 200);
}

async function lastAccount(): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id as id from account order by account_id desc limit 1',
  );
  return rows[0]?.id ?? '';
}

async function takeIn(cookie: string): Promise<string> {
  const fields = { text: 'Bantuan belum sampai.', name: 'Budi Contoh', channel: 'loket' };
  const slip = await (await kit.app.request('/petugas/loket', formPost(fields, cookie))).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}

async function complain(): Promise<string> {
  const body = { channel: 'website', text: 'Dimintai uang.', respondents: [{ name: 'Tono Contoh' }] };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const answer = await kit.app.request(
    '/api/v1/offices/kalimantan-barat/complaints',
    jsonPost(body, headers),
  );
  return (await answer.json()).ticket;
}

test('law 1: what is typed into any field of any form stands on the case afterwards, or the field is refused by name', async () => {
  await kit.signIn('petugas-loket');
  const colleague = await lastAccount();
  const cookie = await kit.signIn(...ROLES);
  const put = { $1: await lastAccount(), $3: colleague, $into: await takeIn(cookie), $body: 'kemensos' };
  for (const life of [...LIVES, ...OTHER_WAYS, CLOSED_LANE, SETTLING]) {
    const ticket = life === SETTLING ? await complain() : await takeIn(cookie);
    const accepted: (readonly [operation: string, text: string])[] = [];
    for (const step of life) {
      const texts = await pressed(ticket, cookie, step, put);
      // How to reach somebody is for those who handle the open case.
      if (step[0] !== 'set-safe-contact') accepted.push(...texts.map((text) => [step[0], text] as const));
    }
    const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
    const told = page.replaceAll(/<form[\s\S]*?<\/form>/g, '');
    for (const [operation, text] of accepted) {
      for (const line of text.split('\n').filter((one) => /[A-Z]/.test(one) && !/^\d{4}-/.test(one))) {
        assert.ok(told.includes(line), `${operation}: ${line} cannot be read back`);
      }
    }
  }
});
