import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { filesFolder, openFileStore } from '../src/adapters/storage/file-store.ts';
import type { System } from '../src/app/open-system.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { destroyFiles } from '../src/features/cases/endings/destroy-files.job.ts';
import { numberRequests } from '../src/features/cases/endings/number-requests.job.ts';
import { sweepNotices } from '../src/features/cases/notices/sweep-notices.job.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { aLetterTemplate } from '../test/a-letter-template.ts';
import type { Looker, Person, Site } from './staged-cast.ts';

/** Where to find what was acted: tickets, and ids of other records. */
export type StagedRecords = Awaited<ReturnType<typeof playActs>>;

type Fields = Readonly<Record<string, string>>;
type FormFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
type Stage = {
  readonly site: Site;
  readonly system: System;
  readonly accounts: Readonly<Record<Person, string>>;
  readonly windowOf: (who: Looker) => Promise<Page>;
};

/** Acts through the doors that people use, so that nothing is on a page that no person can bring there. */
export async function playActs(stage: Stage) {
  const { site, system, accounts } = stage;
  const { send, take, does, issue } = hands(stage);
  const photo = await aPhotograph(stage);

  const withFiles = await take('counter', {
    ...{ name: 'Siti Contoh', phone: '0812-0000-0041', service: 'kks', place: 'utara' },
    text: 'Kartu KKS ibu saya tertelan mesin ATM sejak Senin dan bank meminta surat pengantar dari kantor.',
    attachments: { name: 'foto-rumah.jpg', mimeType: 'image/jpeg', buffer: photo },
  });
  await does('counter', withFiles, 'register');
  await does('counter', withFiles, 'verify', { completeness: 'complete', authority: 'own' });
  await does('counter', withFiles, 'classify', { severity: 'light' });
  await does('coordinator', withFiles, 'dispose', {
    ...{ unit: 'perlindungan-jaminan-sosial', instructions: 'Buatkan surat pengantar hari ini.' },
  });
  await does('protection', withFiles, 'change-owner', {
    ...{ owner: accounts.staff, reason: 'Memegang wilayah Kecamatan Utara.' },
  });
  await does('protection', withFiles, 'follow-up', {
    ...{ entry: 'field-check', place: 'utara', text: 'Rumah dan kartu keluarga dilihat; foto diambil.' },
    attachments: { name: 'foto-kunjungan.jpg', mimeType: 'image/jpeg', buffer: photo },
  });

  const lane = await takeAudited(stage, 'Petugas menunda pelayanan tiga hari tanpa alasan.');
  await does('auditor', lane, 'investigation/find', {
    ...{
      finding: 'below-standard',
      text: 'Antrean tidak dipanggil menurut nomor; standar tiga jam terlampaui.',
    },
  });
  const examined = await takeAudited(stage, 'Petugas meminta uang rokok di loket.');

  const [first, second] = [
    await take('counter', {
      ...{ name: 'Bu Contoh Sari', phone: '0812-0000-0042', service: 'pkh', place: 'barat' },
      text: 'Bantuan PKH saya belum cair sejak bulan Juli, padahal nama saya ada di daftar penerima.',
    }),
    await take('online', {
      ...{
        name: 'Sari Contoh',
        phone: '+62 812 0000 0042',
        service: 'pkh',
        place: 'barat',
        channel: 'whatsapp',
      },
      text: 'bantuan PKH saya dari bulan juli belum cair padahal ada di daftar penerima',
    }),
  ];
  const neighbours = await takeNeighbours(stage);
  const reclassed = await take('counter', {
    ...{
      name: 'Rudi Umpama',
      service: 'rutilahu',
      place: 'hulu',
      text: 'Atap rumah roboh sebagian karena angin.',
    },
  });
  await does('counter', reclassed, 'register');
  await does('counter', reclassed, 'classify', { severity: 'light' });
  await does('coordinator', reclassed, 'classify', {
    ...{ severity: 'special', reason: 'Perlu peninjauan bersama dinas perumahan.' },
  });
  await takeRequests(stage);
  const guarded = await take('counter', {
    ...{ name: 'Nyonya Misal', secret: 'ya', place: 'timur', text: 'Tetangga saya menjual beras bantuan.' },
  });
  await send('head', `/petugas/kasus/${withFiles}/give-direction`, { text: 'Selesaikan sebelum Jumat.' });

  const slip = await issue('counter', `/petugas/kasus/${withFiles}/surat/tanda-terima`);
  const letter = await issue('head', `/petugas/kasus/${withFiles}/surat/surat-jawaban`, {
    ...{ body: 'Surat pengantar dapat diambil di loket pada jam layanan.', copies: 'Bupati Contoh' },
  });
  await send('head', `${letter}/nomor`, { number: '460/112/X/2026' });
  const unnumbered = await issue('head', `/petugas/kasus/${withFiles}/surat/surat-jawaban`, {
    body: 'Surat pengantar kedua, untuk bank penyalur.',
  });
  await send('counter', `${slip}/salinan`, {
    scan: { name: 'pindaian.jpg', mimeType: 'image/jpeg', buffer: photo },
  });
  await send('administrator', '/petugas/surat/naskah', {
    jenis: 'surat-jawaban',
    naskah: {
      name: 'naskah-jawaban.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(await aLetterTemplate()),
    },
  });
  const meeting = await send('coordinator', '/petugas/rapat/baru', {
    ...{ event: 'Pembinaan pengelolaan pengaduan', day: '2026-10-08', time: '09.00 WITA' },
    ...{ place: 'Aula Dinas Sosial', chair: 'Mariani Misal', writer: 'Hamidah Khayal', revisi: '0' },
    ...{ agenda: 'Pengaduan yang terlambat\nPembagian tugas bulan November' },
    ...{
      present: 'Fitriah Andai | Linjamsos\nSahrani Karangan | Rehsos',
      discussion: 'Dua pengaduan terlambat.',
    },
    decisions: 'Data desa diminta tiap Senin | Fitriah Andai | 2026-11-02',
    attachments: { name: 'rapat.jpg', mimeType: 'image/jpeg', buffer: photo },
  });
  const breach = await send('coordinator', '/petugas/insiden', {
    ...{
      text: 'Berkas register terkirim ke alamat surel yang salah.',
      knownAt: '2026-10-14T08:00',
      people: '12',
    },
    data: 'nik',
  });
  await send('coordinator', pathOf(breach), {
    ...{ act: 'told', whom: 'agency', toldAt: '2026-10-14T15:00', text: 'Surat nomor 460/110/X/2026.' },
  });
  await send('coordinator', '/petugas/hasil-kerja-tim', {
    ...{
      on: '2026-10-21',
      kind: 'field-visit',
      title: 'Kunjungan ke Desa Contoh Hulu',
      place: 'Kecamatan Hulu',
    },
    bulan: '2026-10',
  });
  await send('administrator', '/petugas/tim/sk', {
    ...{ number: '100.3.3.2/12/2026', on: '2026-01-05', title: 'Tim Pengelola Pengaduan Tahun 2026' },
  });
  await send('administrator', '/petugas/tim/wakil', {
    ...{ account: accounts.protection, deputyFor: accounts.rehabilitation, capacity: 'plh' },
    ...{ from: '2026-10-15', to: '2026-10-23', decree: '800/77/2026' },
  });
  await send('coordinator', '/petugas/tampilan', {
    query: 'antrean=semua&status=disposed',
    name: 'Di bidang',
  });
  await send('coordinator', '/petugas/cari-orang', {
    ...{ who: '0812-0000-0041', reason: 'Pelapor menelepon tanpa nomor tiket.' },
  });
  await send('counter', '/petugas/keamanan/pin', { pin: '258036' });
  await send('administrator', '/petugas/layar/perangkat', { name: 'Televisi ruang rapat' });
  await planChange(stage);
  const destruction = await destroy(stage);

  const office = await system.offices.bySlug('contoh', site.clock());
  assert.ok(office);
  const desk = { pool: system.database.app, keyring: system.keyring, newId: uuidv7 };
  const files = openFileStore(filesFolder(site.config.dataFolder));
  await numberRequests(desk.pool, office, site.clock());
  await sweepNotices(desk, office, site.clock());
  await destroyFiles(desk, files, office, site.clock());
  return {
    ...{ withFiles, lane, examined, guarded, reclassed, first, second, neighbours },
    ...{ slip, letter, unnumbered, destruction },
    ...{ meeting: pathOf(meeting), breach: pathOf(breach) },
    /** Told by the example itself. */
    audited: await ticketWhere(stage, `c.state #>> '{investigation,finding}' = 'proven'`),
    undecided: await ticketWhere(stage, `c.state::text like '%"standing":"undecided"%' and c.is_open`),
    directed: await ticketWhere(stage, `c.state::text like '%"way":"directed"%'`),
    waiting: await ticketWhere(stage, `c.state #>> '{referral,way}' = 'forwarded'`),
    guardedChild: await ticketWhere(stage, `c.protected and not c.is_open`),
    cancelled: await ticketWhere(stage, `c.state ->> 'cancelled' = 'true'`),
    reopened: await ticketWhere(stage, `c.state ->> 'reopenedCount' <> '0' and c.outcome is not null`),
  };
}

function hands(stage: Stage) {
  /** Sends a form as this person's browser does; what is refused ends the run with what the page said. */
  const send = async (
    who: Person,
    path: string,
    fields: Readonly<Record<string, string | FormFile>>,
  ): Promise<string> => {
    const { request } = await stage.windowOf(who);
    const isUpload = Object.values(fields).some((value) => typeof value !== 'string');
    const answer = await request.post(path, {
      ...(isUpload ? { multipart: { ...fields } } : { form: { ...textsOf(fields) } }),
      headers: { origin: stage.site.address },
      maxRedirects: 0,
    });
    const html = await answer.text();
    const told = /error-summary[\s\S]{0,800}|<h1[\s\S]{0,400}/.exec(html)?.[0] ?? html.slice(0, 400);
    assert.ok(answer.status() < 400, `${who} ${path}: ${answer.status()} ${told}`);
    return answer.headers().location ?? html;
  };
  const take = async (who: Person, fields: Readonly<Record<string, string | FormFile>>): Promise<string> => {
    const html = await send(who, '/petugas/loket', { channel: 'loket', ...fields });
    const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0];
    assert.ok(ticket, html.slice(0, 800));
    return ticket;
  };
  const does = (
    who: Person,
    ticket: string,
    operation: CaseOperation,
    fields: Readonly<Record<string, string | FormFile>> = {},
  ) => send(who, `/petugas/kasus/${ticket}/${operation}`, fields);
  const issue = (who: Person, path: string, fields: Fields = {}) =>
    send(who, path, { ...fields, act: 'issue' });
  return { send, take, does, issue };
}

function textsOf(fields: Readonly<Record<string, string | FormFile>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function pathOf(location: string): string {
  return location.replace(/\?.*/, '');
}

/** A complaint about the service itself, as far as an audit that is under way (rules 27 to 30). */
async function takeAudited(stage: Stage, text: string): Promise<string> {
  const { take, does } = hands(stage);
  const { accounts } = stage;
  const ticket = await take('counter', {
    ...{ name: 'Nurdin Misal', text, occurredOn: '2026-10-01', place: 'tengah' },
    ...{ respondent: 'Petugas Umpama', worksHere: 'no' },
  });
  await does('counter', ticket, 'register');
  await does('reviewer', ticket, 'review/start', { reviewers: accounts.reviewer });
  await does('reviewer', ticket, 'review/recommend', {
    ...{ recommendation: 'audit', text: 'Keterangan saling menguatkan.' },
  });
  await does('head', ticket, 'review/decide', {
    ...{ decision: 'audit', readers: accounts.coordinator, directions: 'Periksa dengan tenang.' },
  });
  await does('head', ticket, 'investigation/assign', {
    ...{ investigators: accounts.auditor, from: '2026-10-15', to: '2026-10-29' },
  });
  await does('auditor', ticket, 'investigation/assess', { worthy: 'ya', grounds: 'Ada bukti awal.' });
  return ticket;
}

/** Three neighbours who came together (rule 3). */
async function takeNeighbours(stage: Stage): Promise<string> {
  const { take, send } = hands(stage);
  const tickets: string[] = [];
  for (const name of ['Salmah Rekaan', 'Murni Rekaan', 'Saidah Andai'])
    tickets.push(
      await take('counter', {
        ...{ name, as: 'group', service: 'rasda', place: 'hilir' },
        text: `Beras bantuan di RT 4 berbau apek; saya ${name.split(' ')[0]}, datang bersama tetangga.`,
      }),
    );
  const [first = '', ...others] = tickets;
  for (const other of others)
    await send('coordinator', `/petugas/kasus/${first}/ganda`, { act: 'link', other });
  return first;
}

/** Formal requests for information: one of them prolonged and objected to (rule 14). */
async function takeRequests(stage: Stage): Promise<void> {
  const { take, does } = hands(stage);
  for (const [name, text] of [
    ['Yayasan Contoh', 'Mohon data jumlah penerima bantuan menurut kecamatan.'],
    ['Wahyu Misal', 'Mohon salinan standar pelayanan reaktivasi kartu.'],
  ] as const) {
    const ticket = await take('counter', { kind: 'permintaan-informasi', channel: 'ppid', name, text });
    if (name !== 'Yayasan Contoh') continue;
    await does('coordinator', ticket, 'extend-request');
    await does('coordinator', ticket, 'object', { text: 'Belum dijawab lengkap.' });
  }
}

/** A sheet of a service changed by the counter, which waits for the coordinator (rule 8). */
async function planChange(stage: Stage): Promise<void> {
  const page = await stage.windowOf('counter');
  await page.goto('/petugas/kantor/layanan/pbi-jk');
  const area = page.locator('main textarea').first();
  await area.fill(`${await area.inputValue()}\nSurat keterangan dari desa`);
  await page.locator('main form button[name=tahap][value=periksa]').first().click();
  await page.locator('main form button[name=tahap][value=simpan]').first().click();
}

/** What the schedule has let go, by its berita acara. */
async function destroy(stage: Stage): Promise<string> {
  const { send } = hands(stage);
  const page = await stage.windowOf('coordinator');
  await page.goto('/petugas/retensi');
  const [ticket] = await page
    .locator('main input[name=ticket]')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value') ?? ''));
  assert.ok(ticket, 'the schedule lets a file go');
  await send('coordinator', '/petugas/retensi', {
    ticket,
    number: '045/1/2026',
    on: '2026-10-15',
    sure: 'ya',
  });
  await page.goto('/petugas/retensi');
  return (
    (await page
      .locator('main a[href^="/petugas/retensi/"]')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? '').find((href) => /[\da-f]{8}-/.test(href)),
      )) ?? ''
  );
}

async function ticketWhere({ system }: Stage, where: string): Promise<string> {
  const { rows } = await system.database.owner.query<{ ticket: string }>(
    `select c.ticket from complaint_case c where ${where} order by c.changed_at desc limit 1`,
  );
  return rows[0]?.ticket ?? '';
}

/** A drawing of a house: a file that a camera could have made, and that shows nobody. */
async function aPhotograph({ windowOf }: Stage): Promise<Buffer> {
  const page = await windowOf('visitor');
  await page.setViewportSize({ width: 480, height: 360 });
  await page.setContent(
    '<body style="margin:0;background:#bcd"><svg viewBox="0 0 480 360"><path d="M0 260h480v100H0z" fill="#686"/>' +
      '<path d="M120 270V170l120-80 120 80v100z" fill="#c96"/><path d="M100 180l140-100 140 100z" fill="#843"/></svg>',
  );
  const picture = await page.screenshot({ type: 'jpeg', quality: 70 });
  await page.setViewportSize({ width: 1366, height: 768 });
  return picture;
}
