import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor } from '../../../test/office-desk.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { erasePapers } from '../cases/personal-data/erase-papers.store.ts';
import { erasePersonalData } from '../cases/personal-data/erase-personal-data.ts';
import { verifyPapers } from './verify-papers.ts';

const kit = await openWebKit({ after });
const { owner } = kit.desk;
const clerk = await kit.signIn('petugas-loket');
const head = await kit.signIn('penanggung-jawab');
const MATTER = 'Kartu saya dipotong oleh petugas desa yang rumahnya di dekat pasar ikan.';

async function aCase(): Promise<string> {
  const form = { text: MATTER, name: 'Siti Contoh', channel: 'loket' };
  const slip = await (await kit.app.request('/petugas/loket', formPost(form, clerk))).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}
async function issue(path: string, cookie: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = await kit.app.request(path, formPost({ ...fields, act: 'issue' }, cookie));
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
}
const textOf = async (path: string): Promise<string> =>
  (await kit.app.request(path, { headers: { cookie: head } })).text();
const ERASED = /sudah dihapus atas permintaan/;
const TASK = {
  ...{ people: 'Dewi Contoh', from: '2026-04-08', to: '2026-04-08', purpose: 'Memeriksa data.' },
};
async function aCaseWithPapers() {
  const ticket = await aCase();
  const folder = `/petugas/kasus/${ticket}/surat`;
  const holding = [
    await issue(`${folder}/formulir-pengaduan`, clerk),
    await issue(`${folder}/surat-jawaban`, head, {
      body: 'Perihal “dipotong oleh petugas desa yang rumahnya” sudah kami periksa.',
    }),
  ];
  const others = [
    await issue(`${folder}/surat-tugas`, head, TASK),
    await issue(`${folder}/surat-jawaban`, head, { body: 'Laporan Saudara sudah kami periksa.' }),
  ];
  const { rows } = await owner.query<{ caseId: string; textId: string }>(
    `select c.case_id "caseId", t.text_id "textId" from complaint_case c join case_text t using (office_id, case_id)
      where c.ticket = $1 and t.body = $2`,
    [ticket, MATTER],
  );
  assert.ok(rows[0] !== undefined);
  return { ticket, holding, others, ...rows[0] };
}

test('UU 27/2022: with a text go the papers in which something of it stands, and no others of the case', async () => {
  const { ticket, holding, others, textId } = await aCaseWithPapers();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office !== undefined);
  const request = {
    ...{ office, ref: { ticket }, subject: { text: textId } },
    ...{ ground: 'permintaan subjek data', actor: aStaffActor() },
  };
  assert.ok((await erasePersonalData(kit.desk.cases, request, kit.clock.now)).ok);
  for (const address of holding) assert.match(await textOf(address), ERASED, address);
  for (const address of others) {
    assert.doesNotMatch(await textOf(address), ERASED, address);
    assert.match(await textOf(address), /Memeriksa data|sudah kami periksa/, address);
  }
  const { rows } = await owner.query(
    `select count(*)::int n from paper where sealed is null and wrapped_key is null and erased_at is not null`,
  );
  assert.deepEqual(rows, [{ n: 2 }]);
  const client = await owner.connect();
  assert.deepEqual(await verifyPapers(client, kit.desk.keyring), []);
  client.release();
});

test('a paper that nobody can look into goes with the text, and with the destruction of a file go all of its papers', async () => {
  const { ticket, holding, others, textId, caseId } = await aCaseWithPapers();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office !== undefined);
  const [task = '', answer = ''] = others;
  await owner.query('alter table paper disable trigger paper_stays_as_issued');
  await owner.query("update paper set dated = '2020-01-01' where paper_id = $1", [task.split('/').at(-1)]);
  await owner.query('alter table paper enable trigger paper_stays_as_issued');
  const request = {
    ...{ office, ref: { ticket }, subject: { text: textId } },
    ...{ ground: 'permintaan subjek data', actor: aStaffActor() },
  };
  assert.ok((await erasePersonalData(kit.desk.cases, request, kit.clock.now)).ok);
  for (const address of [...holding, task]) assert.match(await textOf(address), ERASED, address);
  assert.doesNotMatch(await textOf(answer), ERASED);
  await withOffice(kit.desk.pool, office.officeId, (tx) =>
    erasePapers(tx, kit.desk.cases, {
      ...{ officeId: office.officeId, caseId, at: new Date(kit.clock.now).toISOString(), which: null },
      ...{ ground: 'pemusnahan', actor: aStaffActor() },
    }),
  );
  assert.match(await textOf(answer), ERASED);
  assert.deepEqual(kit.errors, []);
});
