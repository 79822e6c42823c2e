import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import type { Sop } from '../src/domain/office/office-data.ts';
import type { Fields } from '../test/lives-of-complaints.ts';
import { runTanggap, textOf } from './running-tanggap.ts';
import { does, type OfficeStaff, staffOf } from './staff-of-an-office.ts';

// Each office walks its own SOPs and the lane of review to the archive with one account a role. The office is the only
// difference between the runs: who does a step is read from its SOP, and where no step says it from its roles.
const OFFICES = ['kalimantan-barat', 'buru-selatan', 'karangasem', 'tabalong', 'kutai-kartanegara'] as const;
const TEXT = { text: 'Data sudah diperiksa bersama pendamping desa.' };

type Step = readonly [operation: CaseOperation, fields?: Fields];

const tanggap = await runTanggap({ after });

/** What a life needs that no step of an SOP names: the answer in person, its end, and what is derived from the class. */
const UNNAMED: Readonly<Record<string, readonly Step[]>> = {
  langsung: [
    ['answer', { way: 'oral', text: 'Sudah dijelaskan langsung kepada pelapor.' }],
    ['close', { outcome: 'resolved' }],
  ],
  online: [
    ['close', { outcome: 'resolved' }],
    ['file', { box: 'B-1' }],
  ],
};

function fieldsOf(operation: CaseOperation, unit: string, channel: string): Fields {
  switch (operation) {
    case 'verify':
      return { completeness: 'complete', authority: 'own' };
    case 'acknowledge':
      return { channel, text: 'Pengaduan Anda sudah kami terima dan segera kami proses.' };
    case 'dispose':
      return { unit, instructions: 'Mohon diperiksa dan dijawab.' };
    case 'follow-up':
      return { entry: 'note', ...TEXT };
    case 'submit-answer':
      return { text: 'Bantuan cair kembali bulan depan.' };
    case 'answer':
      return { way: 'channel', channel };
    case 'file':
      return { box: 'B-1' };
    default:
      return {};
  }
}

async function takeIn(staff: OfficeStaff, role: string, channel: string): Promise<string> {
  const { page } = await staff.holder(role);
  await page.goto('/petugas/loket');
  await page.getByLabel('Nama', { exact: true }).first().fill('Budi Contoh');
  await page.getByLabel('Apa yang disampaikan').fill('Bantuan tidak cair tiga bulan terakhir.');
  await page.locator('[name=channel]').evaluate((field) => {
    for (let at: Element | null = field; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
  });
  await page.locator('[name=channel]').selectOption(channel);
  await page.getByRole('button', { name: 'Simpan dan cetak' }).click();
  const slip = await textOf(page.getByRole('article').first());
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(slip)?.[0] ?? '';
}

/** The steps of an SOP on a case, in their order; what no step names stands where the life asks for it. */
function stepsOf(sop: Sop, unit: string, channel: string): readonly Step[] {
  const named = sop.steps
    .map(({ operation }) => operation)
    .filter((one) => one !== 'intake' && one !== 'issue-report')
    .map((one): Step => [one, fieldsOf(one, unit, channel)]);
  const more = UNNAMED[sop.id] ?? [];
  const missing = more.filter(([operation]) => named.every(([one]) => one !== operation));
  const filing = named.findIndex(([operation]) => operation === 'file');
  return filing < 0 ? [...named, ...missing] : named.toSpliced(filing, 0, ...missing);
}

const hired = new Map<string, Promise<OfficeStaff>>();
function officeStaff(slug: string): Promise<OfficeStaff> {
  const known = hired.get(slug) ?? staffOf(tanggap, slug);
  hired.set(slug, known);
  return known;
}

for (const slug of OFFICES) {
  test(`${slug}: both SOPs from the counter to the archive, each step by its own role`, async () => {
    const staff = await officeStaff(slug);
    const unit = staff.data.units[1]?.key ?? '';
    for (const id of ['langsung', 'online'] as const) {
      const sop = staff.data.sops.find((one) => one.id === id);
      assert.ok(sop);
      const own = staff.data.channels.filter((channel) => channel.sop === id).map(({ key }) => key);
      const known = (['loket', 'whatsapp', 'facebook', 'email'] as const).find((one) => own.includes(one));
      assert.ok(known, `${slug} takes nothing in by ${id}`);
      const ticket = await takeIn(staff, staff.roleFor('intake', sop), known);
      for (const [operation, fields] of stepsOf(sop, unit, known)) {
        const holder = await staff.holder(staff.roleFor(operation, sop));
        await does(holder, ticket, operation, fields);
      }
      const { page } = await staff.holder('koordinator');
      await page.goto(`/petugas/kasus/${ticket}`);
      const told = await textOf(page.getByRole('main'));
      assert.match(told, /Selesai dan diarsipkan|diarsipkan/i, `${slug} ${id}`);
      // The report in which the case stands comes with its period (rule 17).
      const later = sop.steps.filter(({ operation }) => operation === 'issue-report').length;
      const open = told.match(/sedang berjalan|belum dimulai/g)?.length ?? 0;
      assert.equal(open, later, `${slug} ${id}: every step of the case itself is finished`);
    }
    assert.deepEqual(tanggap.faults, []);
  });

  test(`${slug}: a complaint about its own service goes through telaah, audit and finding to the archive`, async () => {
    const staff = await officeStaff(slug);
    const sop = staff.data.sops.find(({ id }) => id === 'langsung');
    assert.ok(sop);
    const by = async (operation: CaseOperation, another = false) =>
      staff.holder(staff.roleFor(operation, sop), another);
    const ticket = await takeIn(staff, staff.roleFor('intake', sop), 'loket');
    const reviewer = await by('review/recommend');
    const investigator = await by('investigation/find', true);
    const coordinator = await staff.holder('koordinator');
    await does(await by('register'), ticket, 'register');
    await does(await by('review/start'), ticket, 'review/start', { reviewers: reviewer.account });
    await does(reviewer, ticket, 'review/recommend', { recommendation: 'audit', ...TEXT });
    const head = await by('review/decide');
    await does(head, ticket, 'review/decide', { decision: 'audit', readers: coordinator.account });
    const today = new Date().toISOString().slice(0, 10);
    await does(head, ticket, 'investigation/assign', {
      investigators: investigator.account,
      from: today,
      to: today,
    });
    await does(investigator, ticket, 'investigation/assess', { worthy: 'ya', grounds: 'Ada bukti awal.' });
    await does(investigator, ticket, 'investigation/find', { finding: 'proven', ...TEXT });
    const outsider = await staff.holder('petugas-loket');
    const shut = await outsider.page.goto(`/petugas/kasus/${ticket}`);
    assert.equal(shut?.status(), 404, 'rule 27: who is not named finds nothing');
    await does(coordinator, ticket, 'dispose', { unit: staff.data.units[1]?.key ?? '' });
    await does(coordinator, ticket, 'answer', { way: 'oral', ...TEXT });
    await does(coordinator, ticket, 'close', { outcome: 'resolved' });
    await does(coordinator, ticket, 'file', { box: 'A-1' });
    assert.deepEqual(tanggap.faults, []);
  });
}
