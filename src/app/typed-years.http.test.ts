import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../test/web-kit.ts';

const kit = await openWebKit({ after });
const administrator = await kit.signIn('administrator');
const cookie = await kit.signIn('koordinator', 'petugas-loket');
const authorization = `Bearer ${await kit.token('koordinator')}`;
const accounts = await (
  await kit.app.request('/petugas/akun', { headers: { cookie: administrator } })
).text();
/** The last listed that is not the administrator himself. */
const others = [...accounts.matchAll(/href="(\/petugas\/akun\/[0-9a-f-]{36})"/g)].map(([, path]) => path);

/** Years at and beyond both ends of what is accepted, of the database, of four digits, and of the calendar. */
const YEARS = '0000 0001 0500 1000 1989 1990 2099 2100 9999 10000 -001 ２０２６'.split(' ');
const DAYS = YEARS.flatMap((year) => [`${year}-01-01`, `${year}-12-31`]);
const PERIODS = YEARS.flatMap((year) => [year, `${year}-01`, `${year}-12..2100-01`, `1989-12..${year}-01`]);

type Asked = readonly [path: string, init: RequestInit];
const get = (path: string, values: Readonly<Record<string, string>>): Asked => [
  `${path}?${new URLSearchParams(values)}`,
  { headers: { cookie } },
];

/** Every door through which somebody types a period. */
const PERIOD_DOORS: readonly ((period: string) => Asked)[] = [
  (masa) => get('/petugas/laporan', { masa }),
  (masa) => get('/petugas/laporan', { masa, jenis: 'monev' }),
  (masa) => get('/petugas/laporan/unduh', { masa, jenis: 'monev', bentuk: 'json' }),
  (period) => get('/petugas/laporan/baris', { period }),
  (period) => get('/petugas/laporan/baris', { period, table: 'by-month', key: period }),
  (key) => get('/petugas/laporan/baris', { period: '2026', table: 'by-month', key }),
  (period) => get('/petugas/laporan/baris', { period, table: 'balance', key: 'opening' }),
  (period) => get('/petugas/laporan/baris', { period, only: 'imported' }),
  (period) => {
    const body = new FormData();
    body.set(
      'file',
      new File(['No,Tanggal,Nama Pelapor,Isi Pengaduan\n1,4/1/2023,Budi Contoh,Kartu hilang\n'], 'a.csv'),
    );
    body.set('period', period);
    return ['/petugas/impor', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body }];
  },
  (period) => [
    '/petugas/impor/simpan',
    formPost({ period, draft: '0198c5c4-0000-7000-8000-000000000001', accept: 'ya' }, cookie),
  ],
];

/** Every kind of door through which somebody types a day or an instant. */
const DAY_DOORS: readonly ((day: string) => Asked)[] = [
  ...['from', 'to'].map(
    (name) =>
      (day: string): Asked => [
        `${others.at(-1)}/peran`,
        formPost({ role: 'penanggung-jawab', [name]: day }, administrator),
      ],
  ),
  ...['from', 'last'].map(
    (name) =>
      (day: string): Asked => [
        `${others.at(-1)}/peran/akhiri`,
        formPost({ role: 'koordinator', from: '2020-01-01', [name]: day }, administrator),
      ],
  ),
  (day) => ['/lapor', formPost({ office: 'tabalong', text: 'Kartu hilang.', occurredOn: day })],
  ...['occurredOn', 'receivedAt', 'deskLookAgainOn'].map(
    (name) =>
      (day: string): Asked => [
        '/petugas/loket',
        formPost(
          { channel: 'loket', text: 'Kartu hilang.', [name]: name === 'receivedAt' ? `${day}T08:00` : day },
          cookie,
        ),
      ],
  ),
  ...['T00:00:00Z', 'T23:59:59+14:00', 'T00:00:00-12:00'].map(
    (time) =>
      (day: string): Asked => [
        '/api/v1/offices/tabalong/complaints',
        jsonPost(
          {
            ...{ channel: 'loket', text: 'Kartu hilang.', occurredOn: day, receivedAt: `${day}${time}` },
            ...{ receivedBy: 'Budi Contoh', lateEntryReason: 'Terlewat dicatat.' },
          },
          { authorization },
        ),
      ],
  ),
];

test('no year that somebody types, at any door for periods and days, makes the server fail', async () => {
  assert.ok(others.length > 1);
  const failed: string[] = [];
  const send = async (door: (typed: string) => Asked, typed: string) => {
    const [path, init] = door(typed);
    const { status } = await kit.app.request(path, init);
    if (status >= 500) failed.push(`${status} ${path} ${typed}`);
  };
  for (const door of PERIOD_DOORS) for (const typed of PERIODS) await send(door, typed);
  for (const door of DAY_DOORS) for (const typed of DAYS) await send(door, typed);
  assert.deepEqual(failed, []);
  assert.deepEqual(kit.errors, []);
});

test('a year outside those that a day may have is told with the sentence of a period that cannot be read', async () => {
  for (const masa of ['0001', '1000', '1989', '2100', '1989-12..1990-01']) {
    const answer = await kit.app.request(...get('/petugas/laporan', { masa }));
    assert.match(await answer.text(), /Periode laporan ini tidak terbaca/, masa);
  }
  for (const masa of ['1990', '2099']) {
    const answer = await kit.app.request(...get('/petugas/laporan', { masa }));
    assert.doesNotMatch(await answer.text(), /tidak terbaca/, masa);
  }
});
