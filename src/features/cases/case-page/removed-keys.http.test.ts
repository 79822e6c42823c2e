import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../../test/office-desk.ts';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { applyOffice } from '../../offices/apply-office.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('koordinator', 'petugas-loket');
const clerk = `Bearer ${await kit.token('petugas-loket')}`;
const coordinator = `Bearer ${await kit.token('koordinator')}`;
const GONE = '(tidak lagi dalam daftar)';

async function shown(path: string): Promise<string> {
  const answer = await kit.app.request(path, { headers: { cookie } });
  assert.equal(answer.status, 200, path);
  return answer.text();
}

test('pages call what an office has removed by its last label, to staff and to the complainant, and let nobody choose it', async () => {
  const data = (await kit.desk.offices.bySlug('tabalong', kit.clock.now))?.data;
  assert.ok(data);
  const [service, place, unit] = [
    data.services.find(({ key }) => key === 'pkh'),
    data.places[0],
    data.units.find(({ key }) => key !== 'sekretariat'),
  ];
  assert.ok(service && place && unit);
  const sent = { channel: 'loket', text: 'Kartu rusak.', service: service.key, place: place.key };
  const made = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost(sent, { authorization: clerk, 'idempotency-key': 'kartu-rusak-kartu-rusak' }),
  );
  assert.equal(made.status, 201);
  const { ticket, ticketSecret } = await made.json();
  for (const [operation, body] of [
    ['register', {}],
    ['verify', { completeness: 'complete', authority: 'own' }],
    ['classify', { severity: data.classes[0]?.key }],
    ['forward', {}],
    ['dispose', { unit: unit.key }],
  ] as const) {
    const authorization = operation === 'dispose' ? coordinator : clerk;
    const asked = jsonPost(body, { authorization, 'idempotency-key': `${operation}-${ticket}-kunci` });
    const done = await kit.app.request(`/api/v1/complaints/${ticket}/${operation}`, asked);
    assert.equal(done.status, 200, `${operation}: ${await done.clone().text()}`);
  }
  await applyOffice(
    kit.desk.owner,
    {
      ...data,
      services: data.services.filter(({ key }) => key !== service.key),
      places: data.places.filter(({ key }) => key !== place.key),
      units: data.units.filter(({ key }) => key !== unit.key),
    },
    actingIn(kit.desk, kit.clock.now),
  );
  kit.desk.offices.forget();
  const page = await shown(`/petugas/kasus/${ticket}`);
  for (const { key, label } of [service, place, unit]) {
    assert.ok(page.includes(`${label} ${GONE}`), label);
    assert.ok(!page.includes(`<option value="${key}"`), key);
  }
  const inbox = await shown('/petugas?antrean=semua');
  for (const { label } of [place, unit]) assert.ok(inbox.includes(`${label} ${GONE}`), label);
  assert.ok((await shown(`/petugas/kasus/${ticket}/tanda-terima`)).includes(`${service.label} ${GONE}`));
  const tracked = await kit.app.request('/lacak', formPost({ ticket, secret: ticketSecret }));
  assert.ok((await tracked.text()).includes(`${unit.label} ${GONE}`));
  assert.ok(!(await shown('/lapor?kantor=tabalong')).includes(service.label));
});
