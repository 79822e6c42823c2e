import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { aJpeg } from '../../../../test/a-file.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { expireUploads } from '../../cases/attachments/expire-uploads.job.ts';
import { verifyPapers } from '../verify-papers.ts';

const kit = await openWebKit({ after }, 'buru-selatan');
const coordinator = await kit.signIn('koordinator');
const auditor = await kit.signIn('pemeriksa-catatan');
const get = (path: string, cookie = coordinator) => kit.app.request(path, { headers: { cookie } });
const send = (path: string, fields: Readonly<Record<string, string>>, files: readonly File[] = []) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append('attachments', file);
  return kit.app.request(path, {
    method: 'POST',
    headers: { cookie: coordinator, 'sec-fetch-site': 'same-origin' },
    body,
  });
};
const MEETING = {
  event: 'Pembinaan Layanan Publik',
  day: '2026-04-02',
  time: '09.00 WIT',
  place: 'Aula Dinas Sosial',
  chair: 'Sekretaris Dinas',
  writer: 'Staf Sekretariat',
  agenda: 'Alur layanan\nMasukan warga',
  present: 'Peserta Satu | Desa Contoh\nPeserta Dua',
  discussion: 'Warga meminta papan alur layanan.',
  decisions: 'Papan alur dipasang | Sekretariat | 2026-05-01\nKotak saran diperiksa mingguan',
  revisi: '0',
};
async function textOf(answer: Response): Promise<string> {
  const task = getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 });
  const document = await task.promise;
  let read = '';
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    read += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return read.replace(/\s/g, '');
}

test('a meeting is written down and fills its papers, whose weekday comes from the day', async () => {
  const saved = await send('/petugas/rapat/baru', MEETING);
  const address = (saved.headers.get('location') ?? '').replace(/\?.*/, '');
  assert.match(address, /^\/petugas\/rapat\/[\da-f-]{36}$/);
  assert.match(await (await get('/petugas/rapat')).text(), /Kamis, 2 April 2026/);
  const pages = new Map<string, string>();
  for (const paper of ['undangan', 'daftar-hadir', 'notulen', 'berita-acara']) {
    const answer = await get(`${address}/kertas/${paper}?bentuk=pdf`);
    assert.equal(answer.headers.get('content-type'), 'application/pdf', paper);
    pages.set(paper, await textOf(answer));
    assert.equal((await get(`${address}/kertas/${paper}?bentuk=docx`)).status, 200);
  }
  for (const [paper, words] of [
    ['undangan', ['PembinaanLayananPublik', 'Kamis,2April2026', 'Masukanwarga']],
    ['daftar-hadir', ['PesertaSatu', 'DesaContoh', 'PesertaDua']],
    ['notulen', ['Papanalurdipasang', '1Mei2026', 'Wargamemintapapanalurlayanan']],
    ['berita-acara', ['Kamis', 'SekretarisDinas', 'dihadiri2orang']],
  ] as const)
    for (const word of words) assert.ok(pages.get(paper)?.includes(word), `${paper}: ${word}`);
  assert.equal((await get(`${address}/kertas/surat-tugas`)).status, 404);
});

test('what is missing is told at its field, and what was typed stays', async () => {
  const sent = await send('/petugas/rapat/baru', {
    ...MEETING,
    event: '',
    decisions: 'Papan | Sekretariat | bulan depan',
  });
  const page = await sent.text();
  assert.equal(sent.status, 422);
  assert.match(page, /id="f-event-error"/);
  assert.match(page, /id="f-decisions-error"[^>]*>[^<]*2026-12-31/);
  assert.match(page, /Papan \| Sekretariat \| bulan depan/);
});

test('of two who change a meeting at once the second is told and loses nothing that he typed', async () => {
  const address = ((await send('/petugas/rapat/baru', MEETING)).headers.get('location') ?? '').replace(
    /\?.*/,
    '',
  );
  assert.equal((await send(address, { ...MEETING, revisi: '1', place: 'Balai Desa' })).status, 303);
  const late = await send(address, { ...MEETING, revisi: '1', place: 'Kantor Camat' });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /value="Kantor Camat"/);
  assert.match(await (await get(address)).text(), /value="Balai Desa"/);
});

test('rule 10: papers of a meeting are issued, frozen and numbered as those of a case, and stand with the meeting', async () => {
  const saved = await send('/petugas/rapat/baru', MEETING);
  const address = (saved.headers.get('location') ?? '').replace(/\?.*/, '');
  const form = await (await get(`${address}/surat/undangan`)).text();
  assert.match(form, /Peserta Satu; Desa Contoh\nPeserta Dua<\/textarea>/);
  const issue = async (kind: string, fields: Readonly<Record<string, string>> = {}) => {
    const answer = await kit.app.request(
      `${address}/surat/${kind}`,
      formPost({ ...fields, act: 'issue' }, coordinator),
    );
    assert.equal(answer.status, 303, `${kind} ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  };
  const invitation = await issue('undangan', { to: 'Kepala Desa Contoh; Pemerintah Desa', copies: 'Bupati' });
  const minutes = await issue('berita-acara');
  const list = await issue('daftar-hadir', { emptyRows: '3' });
  const notes = await issue('notulen');
  const numbered = await kit.app.request(
    `${invitation}/nomor`,
    formPost({ number: '005/12/IV/2026' }, coordinator),
  );
  assert.equal(numbered.status, 303);
  const pdf = await textOf(await get(`${invitation}/unduh?bentuk=pdf`));
  for (const said of [
    '005/12/IV/2026',
    'KepalaDesaContoh,PemerintahDesa',
    'Kamis,2April2026',
    'Tembusan:Bupati',
  ])
    assert.ok(pdf.includes(said), said);
  assert.equal((await get(`${invitation}/unduh?bentuk=docx`)).status, 200);
  const rows = await textOf(await get(`${list}/unduh?bentuk=pdf`));
  assert.ok(rows.includes('5.') && !rows.includes('6.'), 'two who came, and three rows');
  await send(address, { ...MEETING, revisi: '1', discussion: 'Diganti sesudah terbit.' });
  assert.match(await textOf(await get(`${notes}/unduh?bentuk=pdf`)), /Wargamemintapapanalurlayanan/);
  const page = await (await get(address)).text();
  for (const one of [invitation, minutes, list, notes]) assert.ok(page.includes(`href="${one}"`), one);
  assert.match(page, /005\/12\/IV\/2026/);
  assert.match(await (await get(minutes)).text(), new RegExp(`href="${address}"`));
  assert.equal((await get(minutes, auditor)).status, 404);
  assert.equal((await get(`${address}/surat/undangan`, auditor)).status, 404);
  assert.equal((await get(`${address}/surat/surat-tugas`)).status, 404);
  assert.equal((await get(`/petugas/rapat/01890000-0000-7000-8000-000000000000/surat/notulen`)).status, 404);
  const owner = await kit.desk.owner.connect();
  assert.deepEqual(await verifyPapers(owner, kit.desk.keyring), []);
  await owner.query('alter table paper disable trigger user');
  await owner.query('update paper set meeting_id = null where meeting_id is not null');
  await owner.query('alter table paper enable trigger user');
  assert.deepEqual(
    (await verifyPapers(owner, kit.desk.keyring)).map(({ rule, count }) => [rule, count]),
    [['paper-differs', 4]],
    'the meeting of a paper is under its seal',
  );
  owner.release();
});

test('rule 31: a meeting of the team’s agenda is written down from it once, and both pages lead to each other', async () => {
  const month = '/petugas/hasil-kerja-tim?bulan=2026-04';
  const entry = {
    bulan: '2026-04',
    on: '2026-04-16',
    kind: 'meeting',
    title: 'Rapat Evaluasi',
    place: 'Aula',
  };
  assert.equal((await kit.app.request('/petugas/hasil-kerja-tim', formPost(entry, coordinator))).status, 303);
  const planned = await (await get('/petugas/rapat')).text();
  const [, link = ''] = /href="(\/petugas\/rapat\/baru\?agenda=[\da-f-]{36})"/.exec(planned) ?? [];
  assert.match(planned, /Catat: Rapat Evaluasi/);
  assert.ok((await (await get(month)).text()).includes(`href="${link}"`));
  const form = await (await get(link)).text();
  assert.match(form, /value="Rapat Evaluasi"/);
  assert.match(form, /value="2026-04-16"/);
  const agendaItem = link.split('=')[1] ?? '';
  const written = { ...MEETING, event: 'Rapat Evaluasi', day: '2026-04-16', place: 'Aula', agendaItem };
  const saved = await send('/petugas/rapat/baru', written);
  const address = (saved.headers.get('location') ?? '').replace(/\?.*/, '');
  assert.match(await (await get(address)).text(), /Dari agenda tim: Kamis, 16 April 2026/);
  const later = await send('/petugas/rapat/baru', written);
  assert.equal(later.status, 422, 'one record for one entry');
  assert.match(await later.text(), /baru saja dicatat orang lain/);
  assert.equal((await get(link)).headers.get('location'), address);
  const sheet = await (await get(month)).text();
  assert.ok(sheet.includes(`href="${address}"`));
  assert.equal(sheet.match(/Rapat Evaluasi/g)?.length, sheet.match(/Rapat Evaluasi(?=<|, Aula|")/g)?.length);
  assert.doesNotMatch(await (await get('/petugas/rapat')).text(), /Catat: Rapat Evaluasi/);
  const own = (await send('/petugas/rapat/baru', { ...MEETING, event: 'Rapat Mendadak', day: '2026-04-17' }))
    .headers;
  assert.ok((await (await get(month)).text()).includes((own.get('location') ?? '').replace(/\?.*/, '')));
});

test('rule 6: photographs of a meeting are kept for those who write meetings down, and shown to nobody else', async () => {
  const photo = new File([new Uint8Array(aJpeg())], 'peserta.jpg', { type: 'image/jpeg' });
  const saved = await send('/petugas/rapat/baru', MEETING, [photo]);
  const address = (saved.headers.get('location') ?? '').replace(/\?.*/, '');
  const page = await (await get(address)).text();
  const [, file = ''] = /href="(\/petugas\/rapat\/[^"]+\/berkas\/[\da-f-]+)"/.exec(page) ?? [];
  assert.match(page, /peserta\.jpg/);
  const opened = await get(file);
  assert.equal(opened.headers.get('content-type'), 'image/jpeg');
  assert.match(opened.headers.get('content-disposition') ?? '', /^attachment/);
  for (const path of ['/petugas/rapat', address, file, `${address}/kertas/notulen`]) {
    assert.equal((await get(path, auditor)).status, 403, path);
    assert.equal((await get(path, '')).status, 303, path);
  }
  const other = ((await send('/petugas/rapat/baru', MEETING)).headers.get('location') ?? '').replace(
    /\?.*/,
    '',
  );
  assert.equal((await get(`${other}/berkas/${file.split('/').at(-1)}`)).status, 404, 'of another meeting');
  kit.clock.now += 3 * 86_400_000;
  await expireUploads(kit.desk.owner, kit.desk.files, kit.clock.now);
  const again = await kit.signIn('koordinator');
  assert.equal((await get(file, again)).status, 200, 'what lies on a meeting does not expire');
});

test('a clerk without letters or follow-up has no meetings', async () => {
  const later = await kit.signIn('petugas-loket');
  assert.equal((await get('/petugas/rapat', later)).status, 403);
});
