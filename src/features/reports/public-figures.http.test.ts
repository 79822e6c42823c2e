import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit, type WebKit } from '../../../test/web-kit.ts';
import { withOffice } from '../../platform/database/transaction.ts';

const MINUTE = 60_000;

async function tell(kit: WebKit, kind: string, times: number): Promise<void> {
  const authorization = `Bearer ${await kit.token('petugas-loket')}`;
  for (let one = 0; one < times; one += 1) {
    const body = { channel: 'website', kind, text: `Nomor ${one}.` };
    const answer = await kit.app.request(
      '/api/v1/offices/tabalong/complaints',
      jsonPost(body, { authorization }),
    );
    assert.equal(answer.status, 201, await answer.text());
  }
}
const textOf = async (kit: WebKit, path: string, cookie = '') => {
  const html = await (await kit.app.request(path, { headers: { cookie } })).text();
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
};
const decide = (kit: WebKit, decision: string, cookie: string) =>
  kit.app.request('/petugas/pantau', formPost({ decision }, cookie));

test('rule 31: no figure goes out before the coordinator approved it, once, and none after he withdrew it', async () => {
  const kit = await openWebKit({ after });
  await tell(kit, 'pengaduan', 6);
  const coordinator = await kit.signIn('koordinator');
  const shut = await textOf(kit, '/pantau/tabalong');
  assert.match(shut, /belum diterbitkan/);
  assert.doesNotMatch(shut, /Diterima tahun/);
  const clerk = await decide(kit, 'terbitkan', await kit.signIn('petugas-loket'));
  assert.equal(clerk.status, 403);
  assert.match(await textOf(kit, '/pantau/tabalong'), /belum diterbitkan/);
  assert.match(await textOf(kit, '/petugas/pantau', coordinator), /Diterima tahun 2026 6/);
  await decide(kit, 'terbitkan', coordinator);
  await decide(kit, 'terbitkan', coordinator);
  assert.match(await textOf(kit, '/pantau/tabalong'), /Diterima tahun 2026 6/);
  await tell(kit, 'pengaduan', 1);
  kit.clock.now += MINUTE;
  assert.match(await textOf(kit, '/pantau/tabalong'), /Diterima tahun 2026 7/, 'live from then on');
  kit.clock.now += 60 * MINUTE;
  assert.match(await textOf(kit, '/pantau/tabalong'), /Diterima tahun 2026 7/);
  kit.clock.now -= 60 * MINUTE;
  await tell(kit, 'pengaduan', 1);
  assert.match(await textOf(kit, '/pantau/tabalong'), /Diterima tahun 2026 8/, 'a clock set back');
  await decide(kit, 'tarik', coordinator);
  assert.match(await textOf(kit, '/pantau/tabalong'), /belum diterbitkan/);
  const { rows } = await kit.desk.pool.query('select count(*)::int as n from office_event');
  assert.deepEqual(rows, [{ n: 0 }], 'behind the wall of the office');
});

test('rule 31: an approval that other hands put into the chain of the office shows nothing, and one that is withdrawn stays so', async () => {
  const kit = await openWebKit({ after });
  const coordinator = await kit.signIn('koordinator');
  await decide(kit, 'terbitkan', coordinator);
  await decide(kit, 'tarik', coordinator);
  await withOffice(kit.desk.pool, 1, (tx) =>
    tx.query(
      `insert into office_event select office_id, (select max(seq) + 1 from office_event), recorded_at, key_id, body, mac
         from office_event where body like '%"figures-published"%'`,
    ),
  );
  assert.match(await textOf(kit, '/pantau/tabalong'), /belum diterbitkan/);
  await decide(kit, 'terbitkan', coordinator);
  assert.doesNotMatch(await textOf(kit, '/pantau/tabalong'), /belum diterbitkan/);
});

test('the public figures print no number below five and never whistleblowing by itself', async () => {
  const kit = await openWebKit({ after });
  await decide(kit, 'terbitkan', await kit.signIn('koordinator'));
  await tell(kit, 'pengaduan', 3);
  const first = await textOf(kit, '/pantau/tabalong');
  assert.match(first, /Jenis lain kurang dari 5 Jumlah seluruhnya kurang dari 5/);
  await tell(kit, 'pengaduan', 4);
  await tell(kit, 'whistleblowing', 1);
  kit.clock.now += MINUTE;
  const few = await textOf(kit, '/pantau/tabalong');
  assert.match(few, /Jenis lain 8 Jumlah seluruhnya 8/);
  assert.doesNotMatch(few, /Pengaduan 7/);
  assert.doesNotMatch(few, /[Ww]histleblowing \d/);
});

test('a small part cannot be found by taking the other from the whole', async () => {
  const kit = await openWebKit({ after });
  const cookie = await kit.signIn('petugas-loket');
  await decide(kit, 'terbitkan', await kit.signIn('koordinator'));
  await tell(kit, 'pengaduan', 6);
  const desk = { deskText: 'Sudah.', deskOutcome: 'explained', deskWay: 'oral', service: 'pbi-jk' };
  await kit.app.request('/petugas/loket', formPost({ text: 'Satu.', channel: 'loket', ...desk }, cookie));
  const told = await textOf(kit, '/pantau/tabalong');
  assert.match(told, /Diterima tahun 2026 7/);
  assert.match(told, /selesai tidak disebut Di antaranya masih ditangani tidak disebut/);
});

test('how many are late is not told where those that are not are few', async () => {
  const kit = await openWebKit({ after });
  await decide(kit, 'terbitkan', await kit.signIn('koordinator'));
  await tell(kit, 'pengaduan', 6);
  kit.clock.now += 100 * 86_400_000;
  assert.match(await textOf(kit, '/pantau/tabalong'), /melewati batas waktu menjawab[^0-9]* 6/);
  await tell(kit, 'pengaduan', 1);
  kit.clock.now += MINUTE;
  assert.match(await textOf(kit, '/pantau/tabalong'), /melewati batas waktu menjawab[^0-9]*tidak disebut/);
});
