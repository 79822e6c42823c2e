import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../../test/a-person.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const office = await desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const at = { desk: desk.cases, office };
const unit = office.data.units[0]?.key ?? '';
const head = await aPerson(kit, ['penanggung-jawab']);
const coordinator = await aPerson(kit, ['koordinator']);

const pageOf = async (ticket: string, cookie: string) =>
  (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
const dispose = async (ticket: string, cookie: string, more: Readonly<Record<string, string>>) => {
  const form = formPost({ unit, version: '1', ...more }, cookie);
  const answer = await kit.app.request(`/petugas/kasus/${ticket}/dispose`, form);
  return { status: answer.status, html: await answer.text() };
};
const formOf = (html: string) => {
  const form = html.slice(html.indexOf('/dispose"'));
  return form.slice(0, form.indexOf('</form>'));
};

test('rule 23: a step for an absent holder carries the reason, in the timeline and beside the step of the SOP', async () => {
  const { ticket } = await aStoredCase(at, kit.clock.now);
  assert.ok(formOf(await pageOf(ticket, head.cookie)).includes('name="insteadOf"'), 'asked of the head');
  assert.equal(formOf(await pageOf(ticket, coordinator.cookie)).includes('insteadOf'), false, 'his own step');
  const why = { insteadOf: 'ya', insteadOfReason: 'Sekretaris rapat di kabupaten.' };
  assert.equal((await dispose(ticket, head.cookie, why)).status, 303);
  const html = await pageOf(ticket, head.cookie);
  assert.ok(html.includes('mewakili Koordinator (Ketua Tim): Sekretaris rapat di kabupaten.'));
  const table = html.slice(html.indexOf('SOP'));
  assert.match(table, /[Mm]ewakili Koordinator/);
});

test('rule 23: whoever stands in says why; what was typed stays', async () => {
  const { ticket } = await aStoredCase(at, kit.clock.now);
  const { status, html } = await dispose(ticket, head.cookie, {
    insteadOf: 'ya',
    instructions: 'Segera datangi.',
  });
  assert.equal(status, 422);
  assert.match(html, /Tulis mengapa pemegang perannya tidak di tempat/);
  assert.ok(html.includes('Segera datangi.'));
});

test('rule 23: nobody does his own step in place of somebody else, and standing in gives no permission', async () => {
  const { ticket } = await aStoredCase(at, kit.clock.now);
  const why = { insteadOf: 'ya', insteadOfReason: 'Rapat.' };
  assert.equal((await dispose(ticket, coordinator.cookie, why)).status, 422);
  const clerk = await aPerson(kit, ['petugas-loket']);
  assert.equal((await dispose(ticket, clerk.cookie, why)).status, 403);
});

test('a step done without a word of it stands under the role of whoever did it', async () => {
  const { ticket } = await aStoredCase(at, kit.clock.now);
  assert.equal((await dispose(ticket, head.cookie, {})).status, 303);
  assert.equal((await pageOf(ticket, head.cookie)).includes('mewakili Koordinator (Ketua Tim):'), false);
});
