import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { MORNING } from '../../../test/office-desk.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { importRegister } from './import-register.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', MORNING);
assert.ok(office);
const done = await importRegister(
  kit.desk.cases,
  {
    ...{ office, period: aPeriod('2022'), dryRun: false, account: null },
    source: { bytes: monthlyWorkbook(), name: 'salah-buku.xlsx' },
    choice: { channel: null, acceptSuggestions: false },
  },
  MORNING,
);
assert.ok(done.ok);
const coordinator = await kit.signIn('koordinator');
const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, page: await answer.text() };
};

test('the coordinator finds the wrong import in the list, is told how many cases go, and takes them back in one act', async () => {
  const { page } = await get('/petugas/impor/daftar', coordinator);
  assert.ok(page.includes('salah-buku.xlsx'));
  const ask = /\/petugas\/impor\/tarik\?impor=([\da-f-]{36})/.exec(page);
  assert.ok(ask);
  const [path, impor = ''] = ask;
  const asked = await get(path, coordinator);
  assert.ok(asked.page.includes('Ya, batalkan 43 pengaduan'));
  const unsure = await kit.app.request('/petugas/impor/tarik', formPost({ impor }, coordinator));
  assert.equal(unsure.status, 303, 'nothing is done without the answer to the question');
  const taken = await kit.app.request('/petugas/impor/tarik', formPost({ impor, sure: 'ya' }, coordinator));
  assert.ok((await taken.text()).includes('43 pengaduan dari impor itu dibatalkan sebagai salah impor.'));
  const { page: after } = await get('/petugas/impor/daftar', coordinator);
  assert.ok(!after.includes('/petugas/impor/tarik?'), 'nothing of it is left to take back');
  assert.deepEqual(kit.errors, []);
});

test('whoever may import but not cancel sees the list and takes nothing back; others see neither', async () => {
  const clerk = await kit.signIn('front-office');
  assert.equal((await get('/petugas/impor/daftar', clerk)).status, 200);
  assert.equal((await get('/petugas/impor/tarik', clerk)).status, 403);
  const sent = await kit.app.request('/petugas/impor/tarik', formPost({ sure: 'ya' }, clerk));
  assert.equal(sent.status, 403);
  assert.equal((await get('/petugas/impor/daftar', await kit.signIn('petugas-loket'))).status, 403);
});

test('the form that goes on begins where the page before stopped, and one that was tampered with at the first row', async () => {
  const again = await importRegister(
    kit.desk.cases,
    {
      ...{ office, period: aPeriod('2021'), dryRun: false, account: null },
      source: { bytes: monthlyWorkbook(), name: 'salah-lagi.xlsx' },
      choice: { channel: null, acceptSuggestions: false },
    },
    MORNING,
  );
  assert.ok(again.ok);
  const { rows } = await kit.desk.owner.query<{ import_id: string; case_id: string }>(
    'select import_id, case_id from register_import_row where taken_back_at is null order by case_id offset 40 limit 1',
  );
  const [{ import_id: impor, case_id: dari } = { import_id: '', case_id: '' }] = rows;
  const take = async (fields: Readonly<Record<string, string>>) => {
    const asked = formPost({ impor, sure: 'ya', ...fields }, coordinator);
    return (await kit.app.request('/petugas/impor/tarik', asked)).text();
  };
  assert.match(await take({ dari }), /2 pengaduan dari impor itu dibatalkan/);
  assert.match(await take({ dari: 'entah' }), /41 pengaduan dari impor itu dibatalkan/);
  assert.deepEqual(kit.errors, []);
});

test('the check shows what stands in a row that is left out, and a row without name and matter is taken', async () => {
  const lines = [
    'NO;TANGGAL;NAMA;ADUAN;STATUS;NIK;EMAIL',
    '1;kemarin;;Kursi roda rusak;Selesai;;',
    '2;3 Februari 2023;;;Selesai;6300000000000001;warga@contoh.id',
  ];
  const body = new FormData();
  body.set('file', new File([lines.join('\n')], 'buku.csv'));
  body.set('period', '2023');
  const headers = { cookie: coordinator, 'sec-fetch-site': 'same-origin' };
  const checked = await kit.app.request('/petugas/impor', { method: 'POST', headers, body });
  const page = await checked.text();
  assert.ok(page.includes('1 | kemarin | Kursi roda rusak | Selesai'));
  const draft = /name="draft" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const chosen = { draft, period: '2023', channel: '' };
  const save = (more: Record<string, string>) =>
    kit.app.request('/petugas/impor/simpan', formPost({ ...chosen, ...more }, coordinator));
  const findings = await (await save({ unduh: 'csv' })).text();
  assert.ok(findings.includes('1 | kemarin | Kursi roda rusak | Selesai'));
  assert.match(await (await save({})).text(), /1 pengaduan baru ditulis/);
  assert.deepEqual(kit.errors, []);
});

test('the inbox says how many rows of an old book have no status, and shows them to whoever follows it', async () => {
  const book = 'NO;TANGGAL;NAMA;ADUAN\n1;3 Februari 2023;Elok Contoh;Kursi roda tanpa status\n';
  const request = { office, period: aPeriod('2023'), dryRun: false, account: null };
  const choice = { channel: null, acceptSuggestions: false };
  const source = { bytes: new TextEncoder().encode(book), name: 'tanpa-status.csv' };
  assert.ok((await importRegister(kit.desk.cases, { ...request, source, choice }, MORNING)).ok);
  const { page } = await get('/petugas', coordinator);
  assert.ok(!page.includes('Kursi roda tanpa status'));
  const link =
    /href="([^"]+)"[^>]*>\s*Lihat 1 dari register lama yang statusnya tidak tercatat\s*</.exec(page)?.[1] ??
    '';
  const shown = await get(link.replaceAll('&amp;', '&'), coordinator);
  assert.ok(shown.page.includes('Kursi roda tanpa status'));
  assert.ok(
    !shown.page.includes('dari register lama yang statusnya'),
    'what is shown is not said to be left out',
  );
  assert.deepEqual(kit.errors, []);
});
