import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { fieldsPost, sentForm } from '../../../test/sent-form.ts';
import { formPost, jsonPost, openWebKit } from '../../../test/web-kit.ts';
import { complainantMail } from '../cases/notices/complainant-mail.presenter.ts';

const kit = await openWebKit({ after });
const administrator = await kit.signIn('administrator');
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const member = await kit.signIn('staf-bidang');
const get = (path: string, cookie = administrator) => kit.app.request(path, { headers: { cookie } });
const send = (path: string, fields: Readonly<Record<string, string>>, cookie = administrator) =>
  kit.app.request(path, formPost(fields, cookie));
const officeNow = async () => {
  kit.desk.offices.forget();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office);
  return office;
};

/** One value of each input; of several ticks the last. */
const inputsOf = (html: string): Record<string, string> => Object.fromEntries(sentForm(html));

test('the parts of the office are for whoever may change one, each only for its own people', async () => {
  const page = await (await get('/petugas/kantor')).text();
  for (const part of ['identitas', 'jam', 'hari', 'layanan', 'kelas', 'nomor', 'sop/langsung', 'kalender'])
    assert.match(page, new RegExp(`href="/petugas/kantor/${part}"`), part);
  const forClerk = await (await get('/petugas/kantor', clerk)).text();
  assert.match(forClerk, /href="\/petugas\/kantor\/layanan"/);
  assert.doesNotMatch(forClerk, /href="\/petugas\/kantor\/(?:identitas|kelas|kalender|sop)/);
  for (const path of ['identitas', 'kelas', 'kelas/light', 'bidang/baru'])
    assert.equal((await get(`/petugas/kantor/${path}`, clerk)).status, 404, path);
  assert.equal((await get('/petugas/kantor/kalender', clerk)).status, 403);
  assert.equal((await get('/petugas/kantor/sop/langsung', clerk)).status, 403);
  assert.equal((await get('/petugas/kantor', member)).status, 403);
  assert.equal((await send('/petugas/kantor/identitas', { tahap: 'simpan', name: 'X' }, clerk)).status, 404);
});

test('every form of the office opens, and sent back as it stands changes nothing', async () => {
  const { version } = await officeNow();
  for (const part of [
    'identitas',
    'jam',
    'nomor',
    'bidang/sekretariat',
    'peran/koordinator',
    'kanal/loket',
    'layanan/pbi-jk',
    'kelas/light',
    'lembaga/kemensos',
    'wilayah/jaro',
    'zona',
    'aturan',
    'dijawab-di-tempat',
    'pengingat',
    'jenis/permintaan-informasi',
    'dasar-hukum/uu-25-2009',
    'kategori/bantuan-sosial',
  ]) {
    const opened = await get(`/petugas/kantor/${part}`);
    assert.equal(opened.status, 200, part);
    const form = sentForm(await opened.text(), { tahap: 'periksa' });
    const sent = await kit.app.request(`/petugas/kantor/${part}`, fieldsPost(form, administrator));
    const html = await sent.text();
    assert.equal(sent.status, 200, part);
    assert.match(html, /Tidak ada yang berubah\./, part);
  }
  assert.equal((await officeNow()).version, version);
});

test('a change is shown as a difference first and is a version of the office afterwards', async () => {
  const opened = inputsOf(await (await get('/petugas/kantor/bidang/sekretariat')).text());
  const changed = { ...opened, label: 'Sekretariat Dinas' };
  const looked = await send('/petugas/kantor/bidang/sekretariat', { ...changed, tahap: 'periksa' });
  const page = await looked.text();
  assert.match(page, /Sekretariat<\/td>.*Sekretariat Dinas<\/td>/s);
  assert.equal((await officeNow()).data.units[0]?.label, 'Sekretariat', 'nothing yet');
  const saved = await send('/petugas/kantor/bidang/sekretariat', { ...inputsOf(page), tahap: 'simpan' });
  assert.equal(saved.headers.get('location'), '/petugas/kantor?applied=bidang');
  assert.equal((await officeNow()).data.units[0]?.label, 'Sekretariat Dinas');
  const after = await (await get('/petugas/kantor')).text();
  assert.match(after, /units\[sekretariat\]\.label/);
  const late = await send('/petugas/kantor/bidang/sekretariat', {
    ...changed,
    label: 'Lain',
    tahap: 'simpan',
  });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /sudah diubah orang lain/);
});

test('what `office check` refuses stands at its field with what would be right, and what was typed stays', async () => {
  const opened = inputsOf(await (await get('/petugas/kantor/kelas/light')).text());
  const sent = await send('/petugas/kantor/kelas/light', {
    ...opened,
    limit: '1-3 hari kerja',
    tahap: 'periksa',
  });
  const page = await sent.text();
  assert.equal(sent.status, 422);
  assert.match(page, /id="f-limit-error"[^>]*>[^<]*rentang[^<]*Tulis batas atasnya/);
  assert.match(page, /value="1-3 hari kerja"/);
  const hours = inputsOf(await (await get('/petugas/kantor/jam')).text());
  const wrong = await send('/petugas/kantor/jam', {
    ...hours,
    'normal.service.mon': '16.00-07.30',
    tahap: 'periksa',
  });
  assert.match(await wrong.text(), /id="f-normal\.service\.mon-error"/);
});

test('rule 18: a closure says how many open deadlines it moves before it is put into force', async () => {
  const program = await kit.token('front-office');
  const complaint = {
    kind: 'pengaduan',
    channel: 'website',
    text: 'Bantuan belum masuk.',
    service: 'pbi-jk',
  };
  const filed = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost(complaint, { authorization: `Bearer ${program}`, 'idempotency-key': 'satu' }),
  );
  assert.equal(filed.status, 201, await filed.clone().text());
  const fields = {
    ...{ date: '2026-04-08', kind: 'penutupan', name: 'Banjir', decree: 'Surat Edaran 4/2026' },
    ...{ announcedOn: '2026-04-06', tahap: 'periksa' },
  };
  const looked = await send('/petugas/kantor/hari/baru', fields);
  const page = await looked.text();
  assert.equal(looked.status, 200);
  assert.match(page, /1 dari 1 pengaduan terbuka/);
  const saved = await send('/petugas/kantor/hari/baru', { ...inputsOf(page), tahap: 'simpan' });
  assert.equal(saved.status, 303);
  const { data, calendar } = await officeNow();
  assert.equal(data.hours.extraDays.at(-1)?.name, 'Banjir');
  assert.equal(calendar.days.find((day) => day?.date === '2026-04-08')?.kind, 'penutupan');
  const year = await (await get('/petugas/kantor/kalender?tahun=2026')).text();
  assert.match(year, /href="\/petugas\/kantor\/hari\/2026-04-08_2026-04-06"/);
  assert.match(year, /Libur nasional/);
  assert.match(await (await get('/petugas/kantor/kalender?tahun=2035')).text(), /Kalender 2035 belum dimuat/);
});

test('rules 8, 31: a service sheet that the front office changes holds once the coordinator approved it', async () => {
  const path = '/petugas/kantor/layanan/pbi-jk';
  const opened = inputsOf(await (await get(path, clerk)).text());
  const looked = await send(path, { ...opened, fee: 'Gratis', tahap: 'periksa' }, clerk);
  const sent = await send(path, { ...inputsOf(await looked.text()), tahap: 'simpan' }, clerk);
  assert.equal(sent.headers.get('location'), '/petugas/kantor?proposed=layanan');
  const feeNow = async () => (await officeNow()).data.services.find(({ key }) => key === 'pbi-jk')?.fee;
  assert.notEqual(await feeNow(), 'Gratis');
  const page = await (await get('/petugas/kantor', coordinator)).text();
  const [, address = ''] = /action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/.exec(page) ?? [];
  assert.match(page, /Tidak dipungut biaya<\/td>.*Gratis<\/td>/s);
  const own = await send(address, { putusan: 'setuju' }, clerk);
  assert.equal(own.status, 409, 'who writes it does not approve it');
  assert.notEqual(await feeNow(), 'Gratis');
  assert.equal((await send(address, { putusan: 'setuju' }, coordinator)).status, 303);
  assert.equal(await feeNow(), 'Gratis');
  assert.equal((await send(address, { putusan: 'setuju' }, coordinator)).status, 409, 'only once');
});

test('what other hands write as a change that waits is never put into force', async () => {
  const path = '/petugas/kantor/layanan/pbi-jk';
  const opened = inputsOf(await (await get(path, clerk)).text());
  const looked = await send(path, { ...opened, fee: 'Nol rupiah', tahap: 'periksa' }, clerk);
  await send(path, { ...inputsOf(await looked.text()), tahap: 'simpan' }, clerk);
  await kit.desk.owner.query(
    `update office_change set edit = replace(edit, 'Nol rupiah', 'Lima ratus ribu') where state = 'proposed'`,
  );
  const page = await (await get('/petugas/kantor', coordinator)).text();
  const [, address = ''] = /action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/.exec(page) ?? [];
  assert.equal((await send(address, { putusan: 'setuju' }, coordinator)).status, 409);
  assert.equal((await officeNow()).data.services.find(({ key }) => key === 'pbi-jk')?.fee, 'Gratis');
  assert.deepEqual(kit.errors, []);
});

test('rule 9: the first number of a year is set here', async () => {
  const opened = inputsOf(await (await get('/petugas/kantor/nomor')).text());
  const wrong = await send('/petugas/kantor/nomor', {
    ...opened,
    startAt: '2026: delapan',
    tahap: 'periksa',
  });
  assert.match(await wrong.text(), /id="f-startAt-error"/);
  const looked = await send('/petugas/kantor/nomor', { ...opened, startAt: '2026: 88', tahap: 'periksa' });
  await send('/petugas/kantor/nomor', { ...inputsOf(await looked.text()), tahap: 'simpan' });
  assert.deepEqual((await officeNow()).data.numbers.startAt, [{ year: 2026, next: 88 }]);
});

test('rule 31: a sentence to complainants is previewed, approved, told, and set back by being emptied', async () => {
  const path = '/petugas/kantor/kalimat';
  const opened = await (await get(path)).text();
  assert.match(opened, /Bawaan: Jawaban untuk tiket \{ticket\} sudah ada/);
  const wrong = await send(path, { answered: 'Jawaban untuk {nama} sudah ada.', tahap: 'periksa' });
  assert.match(await wrong.text(), /id="f-answered-error"[^>]*>[^<]*Yang dikenal: \{ticket\}/);
  const own = { answered: 'Jawaban kami untuk {ticket} sudah terbit.' };
  const looked = await (await send(path, { ...inputsOf(opened), ...own, tahap: 'periksa' })).text();
  assert.match(looked, /Akan terbaca: Jawaban kami untuk TBL-2K4M-9XYZ sudah terbit\./);
  await send(path, { ...inputsOf(looked), tahap: 'simpan' });
  const waiting = await (await get('/petugas/kantor', coordinator)).text();
  const addresses = [...waiting.matchAll(/action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/g)];
  const address = addresses.at(-1)?.[1] ?? '';
  const before = complainantMail('answered', aComplaint().received().state(), await officeNow(), null).text;
  assert.match(before, /Jawaban untuk tiket .* sudah ada/);
  assert.equal((await send(address, { putusan: 'setuju' }, coordinator)).status, 303);
  const after = complainantMail('answered', aComplaint().received().state(), await officeNow(), null).text;
  assert.match(after, /Jawaban kami untuk .* sudah terbit\./);
  assert.match(after, /The answer|An answer/i, 'the other language keeps its own');
  const now = inputsOf(await (await get(path)).text());
  await send(path, { ...now, answered: '', tahap: 'simpan' });
  const last = [
    ...(await (await get('/petugas/kantor', coordinator)).text()).matchAll(/usulan\/([\da-f-]+)"/g),
  ].at(-1)?.[1];
  assert.equal(
    (await send(`/petugas/kantor/usulan/${last}`, { putusan: 'setuju' }, coordinator)).status,
    303,
  );
  assert.equal((await officeNow()).data.sentences?.answered, undefined);
});
