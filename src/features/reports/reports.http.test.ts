import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('koordinator');
const get = (path: string) => kit.app.request(path, { headers: { cookie } });

/** The form of the import page as a browser sends it. */
const upload = (file: Uint8Array<ArrayBuffer>, name: string, period: string) => {
  const body = new FormData();
  body.set('file', new File([file], name));
  body.set('period', period);
  return kit.app.request('/petugas/impor', {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body,
  });
};
const register = new Uint8Array(readFileSync(new URL('../../../e2e/register-lama.csv', import.meta.url)));

test('an old register is judged first, imported on consent, and the same file again changes nothing', async () => {
  const judged = await upload(register, 'register-lama.csv', '2023');
  const html = await judged.text();
  assert.equal(judged.status, 200);
  assert.match(html, /Pindahkan 3 baris/);
  const draft = /name="draft" value="([0-9a-f-]+)"/.exec(html)?.[1] ?? '';
  const send = (id: string) =>
    kit.app.request('/petugas/impor/simpan', {
      method: 'POST',
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ draft: id, period: '2023', accept: 'ya' }),
    });
  const moved = await (await send(draft)).text();
  assert.match(moved, /3 pengaduan baru ditulis, 0 sudah ada/);
  const cases = /href="([^"]+)">Lihat pengaduannya/.exec(moved)?.[1] ?? '';
  const listed = await (await get(cases.replaceAll('&amp;', '&'))).text();
  assert.equal(listed.match(/href="\/petugas\/kasus\//g)?.length, 3, 'closed cases stand in no inbox');
  const ticket = /href="\/petugas\/kasus\/([^"]+)"/.exec(listed)?.[1] ?? '';
  const shown = await (await get(`/petugas/kasus/${ticket}`)).text();
  assert.match(shown, /Mencatat tempat berkas ini disimpan/);
  assert.doesNotMatch(
    shown,
    /Langkah terakhir SOP|Langkah berikutnya/,
    'it walked no SOP: nothing comes next',
  );
  const head = /<h1.*?<\/div>/s.exec(shown)?.[0] ?? '';
  assert.equal(head.match(new RegExp(`>[^<]*${ticket}`, 'g'))?.length, 1, 'without a number it is told once');
  assert.equal((await send(draft)).status, 422, 'the checked file is gone after the import');
  const repeated = await (await upload(register, 'lain.csv', '2023')).text();
  assert.match(repeated, /Semua baris berkas ini sudah dipindahkan/);
  assert.doesNotMatch(repeated, /Pindahkan \d+ baris/, 'what was moved is not offered again');
  const again = /name="draft" value="([0-9a-f-]+)"/.exec(repeated)?.[1] ?? '';
  assert.match(await (await send(again)).text(), /0 pengaduan baru ditulis, 3 sudah ada/);
});

test('of many findings the page shows the first 500 and says how many there are; the download has all, guarded', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, at) =>
      `${at + 1},${at === 0 ? '=2+5' : at === 1 ? 'Senin 16 Mei 2023' : 'kapan'},Budi Contoh,loket,Bantuan belum cair`,
  );
  const csv = `No,Tanggal,Nama Pelapor,Saluran,Isi Pengaduan\n${rows.join('\n')}\n`;
  const file = new Uint8Array(Buffer.from(csv));
  const [one, two] = await Promise.all([
    upload(file, 'banyak.csv', '2023'),
    upload(file, 'banyak.csv', '2023'),
  ]);
  assert.deepEqual([one.status, two.status].sort(), [200, 422], 'one register of an office at a time');
  const [judged, refused] = one.status === 200 ? [one, two] : [two, one];
  assert.match(await refused.text(), /sedang memeriksa register lain/);
  const html = await judged.text();
  const total = Number(/500 yang pertama dari (\d+)/.exec(html)?.[1]);
  assert.ok(total >= 600, String(total));
  assert.doesNotMatch(
    html,
    />(?:phone|kind|date|name|matter|status|number)<\/td>/,
    'columns have Indonesian names',
  );
  assert.doesNotMatch(html, /<td[^>]*>2023-\d\d(?:-\d\d)?<\/td>/, 'days are told as people write them');
  const draft = /name="draft" value="([0-9a-f-]+)"/.exec(html)?.[1] ?? '';
  const all = await kit.app.request('/petugas/impor/simpan', {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ draft, period: '2023', unduh: 'csv' }),
  });
  const text = await all.text();
  assert.match(all.headers.get('content-type') ?? '', /text\/csv/);
  assert.ok(text.trim().split('\n').length > total);
  assert.ok(!/(?:^|;)"?=2\+5/m.test(text), 'no cell that a spreadsheet calculates');
});

test('a row that its book tells by the month only stands so behind a figure', async () => {
  const book =
    'No,Tanggal,Nama Pelapor,Isi Pengaduan,Status\n1,kapan,Budi Contoh,Bantuan belum cair,Selesai\n';
  const judged = await upload(new Uint8Array(Buffer.from(book)), 'maret.csv', '2022-03');
  const draft = /name="draft" value="([0-9a-f-]+)"/.exec(await judged.text())?.[1] ?? '';
  await kit.app.request('/petugas/impor/simpan', {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ draft, period: '2022-03' }),
  });
  const rows = await (await get('/petugas/laporan/baris?period=2022-03')).text();
  assert.match(rows, />Maret 2022</);
});

test('a file that is no register is refused at its field with what to do', async () => {
  const answer = await upload(new Uint8Array(Buffer.from('%PDF-1.7 bukan register')), 'laporan.xlsx', '2023');
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /Berkas ini PDF/);
  assert.equal((await upload(register, 'a.csv', 'kapan-kapan')).status, 422);
});

test('the report shows its figures as links, and each opens as many rows as it says', async () => {
  const answer = await get('/petugas/laporan?jenis=tahunan&masa=2023');
  const html = await answer.text();
  assert.equal(answer.status, 200);
  const links = [
    ...html.matchAll(/<a href="(\/petugas\/laporan\/baris\?[^"]+)" data-figure="[^"]+">(\d+)</g),
  ];
  assert.ok(links.length > 5, 'figures are links');
  for (const [, href = '', count] of links.slice(0, 12)) {
    const rows = await (await get(href.replaceAll('&amp;', '&'))).text();
    assert.match(rows, new RegExp(`${count} baris di balik angka ini`), href);
  }
});

test('the rows behind a figure say which figure it is, of which period and moment, and lead back to its table', async () => {
  const report = await (await get('/petugas/laporan?jenis=tahunan&masa=2023')).text();
  const link = [
    ...report.matchAll(/href="(\/petugas\/laporan\/baris[^"]+)" data-figure="by-status\/closed\/count"/g),
  ];
  const rows = await (await get((link[0]?.[1] ?? '').replaceAll('&amp;', '&'))).text();
  const [caption = ''] = /Laporan menurut status[^<]*/.exec(report) ?? [];
  const heading = /<h1.*?<\/h1>/s.exec(rows)?.[0].replaceAll(/<[^>]+>/g, '|') ?? '';
  assert.equal(heading.replaceAll(/\|+/g, '|'), `|Selesai menurut register|${caption}|`);
  assert.match(rows, /Tahun 2023, menurut keadaan pada Minggu, 31 Desember 2023 pukul 24\.00 WITA/);
  assert.match(rows, /Memuat: pengaduan \(3\)\./);
  const back = /govuk-back-link" href="([^"]+)"/.exec(rows)?.[1] ?? '';
  const [address = '', anchor] = back.replaceAll('&amp;', '&').split('#');
  assert.match(await (await get(address)).text(), new RegExp(`id="${anchor}"`));
});

test('rule 37: Selesai of an old register is told as its own word, and stands outside every table of times', async () => {
  for (const year of ['2022', '2023']) {
    const file = await get(`/petugas/laporan/unduh?jenis=tahunan&masa=${year}&bentuk=json`);
    const { tables, register: totals } = await file.json();
    const rowOf = (id: string, key: string) =>
      tables
        .find((table: { readonly id: string }) => table.id === id)
        .rows.find((row: { readonly key: string }) => row.key === key);
    const closed = rowOf('by-status', 'closed');
    assert.match(closed.label, /^Selesai menurut register$/);
    assert.equal(rowOf('by-outcome', 'not-recorded').count, closed.count);
    assert.ok(rowOf('by-response-time', 'not-recorded').count >= closed.count);
    assert.ok(rowOf('on-time', 'not-recorded').count >= closed.count);
    assert.equal(
      tables.some(({ id }: { readonly id: string }) => id === 'by-recording-time'),
      true,
    );
    assert.equal(rowOf('by-recording-time', 'not-recorded').count, totals.total);
  }
});

test('the same report comes as JSON and XLSX under a name that says what it is', async () => {
  const json = await get('/petugas/laporan/unduh?jenis=tahunan&masa=2023&bentuk=json');
  assert.equal((await json.json()).register.total, 3);
  const xlsx = await get('/petugas/laporan/unduh?jenis=tahunan&masa=2023&bentuk=xlsx');
  assert.match(xlsx.headers.get('content-disposition') ?? '', /laporan-tahunan-tabalong-2023\.xlsx/);
  assert.equal(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
});

test('a period that cannot be read, or that has not begun, is said at its field', async () => {
  for (const period of ['kemarin', '2099', '2023-13']) {
    const answer = await get(`/petugas/laporan?jenis=tahunan&masa=${period}`);
    assert.equal(answer.status, 422, period);
  }
  assert.deepEqual(kit.errors, []);
});
