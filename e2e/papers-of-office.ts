import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { resolveTree } from '../src/domain/documents/resolve-tree.ts';
import { buildSopSheet } from '../src/domain/papers/build-sop-sheet.ts';
import { postOf } from '../src/domain/papers/signature-block.ts';
import { sopSheetFrame } from '../src/domain/papers/sop-sheet-frame.ts';
import { squeezed } from '../test/read-pdf.ts';
import { readTaggedPdf, type TaggedPdf } from '../test/read-tagged-pdf.ts';
import { holdsSheet, holdsTogether, type PaperDesk } from './paper-desk.ts';
import { agendaNumber, printedDay, today, type WalkedCase } from './papers-of-walk.ts';
import { signersOf } from './said-at-the-counter.ts';
import { does, fillFields, type OfficeStaff, type Staff } from './staff-of-an-office.ts';

/** Surat pelimpahan (rule 24), by the head; opened again with a reason once the case has ended here (rule 32). */
export async function makesReferralLetter(walked: WalkedCase): Promise<void> {
  const { staff, desk, ticket, said } = walked;
  const { data, holder } = staff;
  const { head, headNip } = signersOf(data.slug);
  const body = data.bodies[0];
  const coordinator = await holder('koordinator');
  await does(coordinator, ticket, 'refer', {
    ...{ way: 'transferred', body: body?.key ?? '', text: 'Mohon ditangani sesuai kewenangan.' },
  });
  const number = await agendaNumber(walked, 8);
  await desk.makes(await holder('penanggung-jawab'), {
    ...({ kind: 'surat-pelimpahan', ticket, alsoDocx: true, number } as const),
    says: [
      ...[body?.label ?? '', said.name, said.address, said.phone, said.text],
      ...['Pelimpahan pengaduan', 'Mohon ditangani sesuai kewenangan.', '1 (satu) berkas', head, headNip],
      `${data.seat}, ${printedDay(today(data.zone))}`,
    ],
  });
  await does(coordinator, ticket, 'confirm-transfer', { answerWay: 'oral', text: 'Sudah dilimpahkan.' });
  const { page } = coordinator;
  await page.goto(`/petugas/kasus/${ticket}/surat`);
  await page.getByRole('main').getByRole('row').filter({ hasText: number.printed }).getByRole('link').click();
  assert.equal(await page.getByRole('button', { name: 'PDF' }).count(), 0, 'rule 32: not without a reason');
  await page.getByLabel('Alasan membuka').fill('Dikirim ulang atas permintaan lembaga.');
  await page.getByRole('button', { name: 'Buka surat' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF', exact: true }).click();
  const { text } = await readTaggedPdf(await bytesOf(await coming));
  assert.ok(squeezed(text).includes(squeezed(`${number.printed}`)), 'the letter with its number');
  assert.ok(squeezed(text).includes(squeezed(said.name)), 'and whom it is about');
}

/** Keputusan tim with its annex, by the head: everybody who holds a role of the team today. */
export async function makesTeamDecree(staff: OfficeStaff, desk: PaperDesk): Promise<void> {
  const { data, holder } = staff;
  const { head, headNip } = signersOf(data.slug);
  const year = today(data.zone).slice(0, 4);
  const post = postOf(data, 'penanggung-jawab').toUpperCase();
  const team = data.roles.filter((role) => role.team);
  const names = await Promise.all(team.map(async ({ key }) => (await holder(key)).name));
  await desk.makes(await holder('penanggung-jawab'), {
    ...({ kind: 'sk-tim', ticket: null, alsoDocx: true } as const),
    typed: { copies: 'Bupati atau Gubernur\nInspektorat' },
    number: await agendaNumber({ staff }, 9),
    says: [
      ...[
        `KEPUTUSAN ${post}`,
        `TENTANG TIM PENGELOLA PENGADUAN PADA ${data.name.toUpperCase()} TAHUN ${year}`,
      ],
      ...['MEMUTUSKAN:', 'KELIMA:', head, headNip, 'Tembusan: 1. Bupati atau Gubernur'],
      ...[`LAMPIRAN KEPUTUSAN ${post}`, `SUSUNAN TIM PENGELOLA PENGADUAN PADA ${data.name.toUpperCase()}`],
      ...team.map(({ title }, at) => `${names[at]} ${title}`),
    ],
  });
}

/** Who is told to go elsewhere takes a note along (rule 24): by the counter that tells him. */
export async function makesDirectionNote(walked: WalkedCase): Promise<void> {
  const { staff, desk, ticket, said } = walked;
  const { data, holder } = staff;
  const body = data.bodies[1];
  const by = await holder('petugas-loket');
  await does(by, ticket, 'refer', {
    ...{ way: 'directed', body: body?.key ?? '', answerWay: 'oral', text: 'Bawa kartu keluarga yang asli.' },
  });
  await desk.makes(by, {
    ...({ kind: 'catatan-arahan', ticket } as const),
    says: [body?.label ?? '', 'Bawa kartu keluarga yang asli.', ticket, data.name],
    silentOf: [said.text],
  });
}

/** Undangan, daftar hadir and notulen of a meeting that was written down, by the head of a unit. */
export async function makesMeetingPapers(staff: OfficeStaff, desk: PaperDesk): Promise<void> {
  const { data, holder } = staff;
  const by = await holder('kepala-bidang');
  const { page } = by;
  const event = `Rapat pembinaan pengaduan ${data.shortName}`;
  await page.goto('/petugas/rapat/baru');
  await fillFields(page.locator('form[action="/petugas/rapat/baru"]'), {
    ...{ event, day: '2026-10-05', time: '09.00 – 11.00', place: `Aula ${data.seat}` },
    ...{ chair: by.name, writer: 'Sri Contoh', discussion: 'Dua pengaduan menunggu data desa.' },
    ...{
      agenda: 'Pengaduan yang terlambat\nPembagian tugas',
      decisions: 'Data desa diminta | Sri Contoh | 2026-10-12',
    },
    present: `${by.name} | Kepala Bidang\nSri Contoh | Pendamping`,
  });
  await page.locator('form[action="/petugas/rapat/baru"] button').last().click();
  await page.waitForURL(/\/petugas\/rapat\/[0-9a-f-]{36}\?tersimpan/);
  const meeting = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  const shown = [event, 'Senin, 5 Oktober 2026', '09.00 – 11.00', `Aula ${data.seat}`];
  const agenda = ['Pengaduan yang terlambat', 'Pembagian tugas'];
  const { head, headNip } = signersOf(data.slug);
  await desk.makes(by, {
    ...({ kind: 'undangan', ticket: null, meeting, alsoDocx: true } as const),
    number: { ...(await agendaNumber({ staff }, 3)), by },
    says: [...shown, ...agenda, `1. ${by.name}, Kepala Bidang`, '2. Sri Contoh, Pendamping', head, headNip],
  });
  await desk.makes(by, {
    ...({ kind: 'daftar-hadir', ticket: null, meeting, typed: { emptyRows: '4' } } as const),
    says: ['DAFTAR HADIR', ...shown, by.name, 'Sri Contoh Pendamping', '6.', 'Jumlah peserta yang hadir'],
  });
  await desk.makes(by, {
    ...({ kind: 'notulen', ticket: null, meeting } as const),
    says: [
      ...['NOTULEN', ...shown, ...agenda, 'Dua pengaduan menunggu data desa.'],
      ...['Data desa diminta Sri Contoh 12 Oktober 2026', `${data.seat}, 5 Oktober 2026`],
    ],
  });
}

/** Both editions of the register of this month, for binding (rule 12): the coordinator prints. */
export async function printsRegister(walked: WalkedCase, cases: number): Promise<void> {
  const { staff, said } = walked;
  const { data, holder } = staff;
  const { head, leader } = signersOf(data.slug);
  const month = today(data.zone).slice(0, 7);
  const period = printedDay(`${month}-01`).replace(/^1 /, '');
  const closed = `Buku register periode ${period} ditutup dengan ${cases} (`;
  const columns = data.registerColumns ?? [];
  const heading = (key: string): string => columns.find((one) => one.key === key)?.heading ?? '';
  const signers = data.clocks.disposedBy === 'koordinator' ? [head, leader] : [head];
  const archive = await registerFile(await holder('koordinator'), month, 'arsip');
  const office = { name: `${data.slug} register`, office: data, lying: true } as const;
  holdsSheet(archive, { ...office, sheet: { paper: 'F4', letterhead: 'tanpa' } });
  const named = [data.name.toUpperCase(), period, closed, said.name, said.text, ...signers];
  for (const one of [...named, heading('narrative'), heading('matter')])
    assert.ok(
      squeezed(archive.text).includes(squeezed(one)),
      `${data.slug} arsip lacks "${one}": ${archive.text}`,
    );
  assert.match(archive.printed, /RAHASIA/);
  assert.match(archive.printed, /Edisi arsip/);
  const open = await registerFile(await holder('koordinator'), month, 'publik');
  holdsSheet(open, { ...office, sheet: { paper: 'A4', letterhead: 'kop' } });
  for (const one of [closed, 'Pelapor 1', ...signers])
    assert.ok(
      squeezed(open.text).includes(squeezed(one)),
      `${data.slug} publik lacks "${one}": ${open.text}`,
    );
  for (const one of [said.name, said.phone, said.address, said.text])
    assert.ok(!squeezed(open.text).includes(squeezed(one)), `${data.slug} publik tells "${one}"`);
  assert.doesNotMatch(open.printed, /RAHASIA/);
  // Rules 6, 27: of the case in the closed lane both have its row and nothing of it.
  for (const edition of [archive, open]) assert.match(edition.text, /Terbatas/);
}

async function registerFile({ page }: Staff, masa: string, edition: 'arsip' | 'publik'): Promise<TaggedPdf> {
  await page.goto(`/petugas/buku-register?masa=${masa}`);
  const form = page.locator('form[method=post][action="/petugas/buku-register"]');
  await fillFields(form, {
    ...(edition === 'arsip'
      ? { edisi: 'arsip', reason: 'Penjilidan register bulan ini.', kertas: 'F4', kop: 'tanpa' }
      : { edisi: 'publik', kertas: 'A4', kop: 'kop' }),
  });
  const coming = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Unduh untuk dicetak' }).click();
  return readTaggedPdf(await bytesOf(await coming));
}

/** The sheet of each SOP with its swim lanes, by the counter; the record is the office's own file (rules 21, 34). */
export async function printsSopSheets(staff: OfficeStaff, turn: number): Promise<void> {
  const { data } = staff;
  const { page } = await staff.holder('petugas-loket');
  for (const [at, sop] of data.sops.entries()) {
    const paper = (at + turn) % 2 === 0 ? 'F4' : 'A4';
    await page.goto('/petugas/sop');
    await page.locator(`main a[href="/petugas/sop/${sop.id}/lembar"]`).first().click();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: `PDF, ${paper}` }).click();
    const read = await readTaggedPdf(await bytesOf(await coming));
    const frame = sopSheetFrame(data, today(data.zone), new Date().toISOString(), paper);
    const sheet = { paper, letterhead: 'tanpa' } as const;
    const name = `${data.slug} SOP ${sop.id}`;
    const says = [
      sop.title.toUpperCase(),
      ...data.letterhead.lines,
      ...sop.steps.map(({ activity }) => activity),
    ];
    holdsTogether(read, resolveTree(buildSopSheet(frame, sop)), {
      ...{ name, office: data, sheet, says, numbered: sop.number },
    });
    // Each step says in words what its drawing shows, to who cannot see it.
    assert.equal(read.alternatives.length, sop.steps.length, `${name}: a drawing a step`);
    assert.equal(squeezed(read.printed).includes('BAWAAN'), sop.undetermined, `${name}: lent or its own`);
  }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()));
}
