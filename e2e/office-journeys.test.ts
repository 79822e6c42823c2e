import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import type { Sop } from '../src/domain/office/office-data.ts';
import type { Fields } from '../test/lives-of-complaints.ts';
import { type PaperDesk, paperDesk } from './paper-desk.ts';
import {
  makesDirectionNote,
  makesMeetingPapers,
  makesReferralLetter,
  makesTeamDecree,
  printsRegister,
  printsSopSheets,
} from './papers-of-office.ts';
import { makesPapersAfter, makesPapersOfLane, today, type WalkedCase, WRITTEN } from './papers-of-walk.ts';
import { runTanggap, textOf } from './running-tanggap.ts';
import { saidAt } from './said-at-the-counter.ts';
import { does, fillFields, type OfficeStaff, staffOf, unfold } from './staff-of-an-office.ts';

// Each office walks its own SOPs and the lane of review to the archive with one account a role, and makes every paper on
// the way, which is read back against the record. The office is the only difference between the runs: who does a step is
// read from its SOP, and where no step says it from its roles.
const OFFICES = ['kalimantan-barat', 'buru-selatan', 'karangasem', 'tabalong', 'kutai-kartanegara'] as const;
const TEXT = { text: WRITTEN.followUp };

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
      return { unit, instructions: WRITTEN.instructions };
    case 'follow-up':
      return { entry: 'note', ...TEXT };
    case 'submit-answer':
      return { text: WRITTEN.draft };
    case 'answer':
      return { way: 'channel', channel };
    case 'file':
      return { box: 'B-1' };
    default:
      return {};
  }
}

/** Who comes is written down at the counter. Gives the case as its papers will know it. */
async function takeIn(
  { staff, desk }: Working,
  { by, channel }: { readonly by: string; readonly channel: string },
): Promise<WalkedCase> {
  const { page } = await staff.holder(by);
  const said = saidAt(staff.data);
  await page.goto('/petugas/loket');
  const form = page.locator('form[data-counter]');
  await unfold(form);
  const { name, phone, address, text, occurredOn, service, place } = said;
  await fillFields(form, {
    ...{ name, phone, address, text, occurredOn, service: service.key, place: place.key, channel },
  });
  await page.getByRole('button', { name: 'Simpan dan cetak' }).click();
  const slip = await textOf(page.getByRole('article').first());
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(slip)?.[0] ?? '';
  return { staff, desk, ticket, said, channel, unit: staff.data.units[1]?.key ?? '' };
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

type Working = { readonly staff: OfficeStaff; readonly desk: PaperDesk };

const hired = new Map<string, Promise<Working>>();
function atWork(slug: string, turn: number): Promise<Working> {
  const known =
    hired.get(slug) ??
    staffOf(tanggap, slug).then((staff) => ({ staff, desk: paperDesk(tanggap, staff.data, turn) }));
  hired.set(slug, known);
  return known;
}

for (const [turn, slug] of OFFICES.entries()) {
  test(`${slug}: both SOPs from the counter to the archive, each step and its papers by its own role`, async () => {
    const working = await atWork(slug, turn);
    const { staff, desk } = working;
    for (const id of ['langsung', 'online'] as const) {
      const sop = staff.data.sops.find((one) => one.id === id);
      assert.ok(sop);
      const own = staff.data.channels.filter((channel) => channel.sop === id).map(({ key }) => key);
      const known = (['loket', 'whatsapp', 'facebook', 'email'] as const).find((one) => own.includes(one));
      assert.ok(known, `${slug} takes nothing in by ${id}`);
      const by = staff.roleFor('intake', sop);
      const walked = await takeIn(working, { by, channel: known });
      if (id === 'langsung') await makesPapersAfter('intake', walked, await staff.holder(by));
      for (const [operation, fields] of stepsOf(sop, walked.unit, known)) {
        const holder = await staff.holder(staff.roleFor(operation, sop));
        await does(holder, walked.ticket, operation, fields);
        // Online the SOP asks for electronic proof; a visit there has its berita acara.
        if (id === 'langsung' || operation === 'follow-up') await makesPapersAfter(operation, walked, holder);
      }
      const { page } = await staff.holder('koordinator');
      await page.goto(`/petugas/kasus/${walked.ticket}`);
      const told = await textOf(page.getByRole('main'));
      assert.match(told, /Selesai dan diarsipkan|diarsipkan/i, `${slug} ${id}`);
      // The report in which the case stands comes with its period (rule 17).
      const later = sop.steps.filter(({ operation }) => operation === 'issue-report').length;
      const open = told.match(/sedang berjalan|belum dimulai/g)?.length ?? 0;
      assert.equal(open, later, `${slug} ${id}: every step of the case itself is finished`);
    }
    await desk.readsBack();
    assert.deepEqual(tanggap.faults, []);
  });

  test(`${slug}: a complaint about its own service goes through telaah, audit and finding to the archive`, async () => {
    const working = await atWork(slug, turn);
    const { staff, desk } = working;
    const sop = staff.data.sops.find(({ id }) => id === 'langsung');
    assert.ok(sop);
    const by = async (operation: CaseOperation, another = false) =>
      staff.holder(staff.roleFor(operation, sop), another);
    const walked = await takeIn(working, { by: staff.roleFor('intake', sop), channel: 'loket' });
    const { ticket } = walked;
    const reviewer = await by('review/recommend');
    const investigator = await by('investigation/find', true);
    const coordinator = await staff.holder('koordinator');
    await does(await by('register'), ticket, 'register');
    await does(await by('review/start'), ticket, 'review/start', { reviewers: reviewer.account });
    await does(reviewer, ticket, 'review/recommend', { recommendation: 'audit', text: WRITTEN.review });
    await makesPapersOfLane('review/recommend', walked, reviewer);
    const head = await by('review/decide');
    await does(head, ticket, 'review/decide', { decision: 'audit', readers: coordinator.account });
    const day = today(staff.data.zone);
    await does(head, ticket, 'investigation/assign', {
      investigators: investigator.account,
      from: day,
      to: day,
    });
    await makesPapersOfLane('investigation/assign', walked, head);
    await does(investigator, ticket, 'investigation/assess', { worthy: 'ya', grounds: 'Ada bukti awal.' });
    await does(investigator, ticket, 'investigation/find', { finding: 'proven', ...TEXT });
    await makesPapersOfLane('investigation/find', walked, investigator);
    const outsider = await staff.holder('petugas-loket');
    const shut = await outsider.page.goto(`/petugas/kasus/${ticket}`);
    assert.equal(shut?.status(), 404, 'rule 27: who is not named finds nothing');
    await does(coordinator, ticket, 'dispose', { unit: walked.unit });
    await does(coordinator, ticket, 'answer', { way: 'oral', ...TEXT });
    await does(coordinator, ticket, 'close', { outcome: 'resolved' });
    await does(coordinator, ticket, 'file', { box: 'A-1' });
    await desk.readsBack();
    assert.deepEqual(tanggap.faults, []);
  });

  test(`${slug}: what goes to another body, and the papers of the office itself: decree, meeting, register, SOP sheets`, async () => {
    const working = await atWork(slug, turn);
    const { staff, desk } = working;
    const sop = staff.data.sops.find(({ id }) => id === 'langsung');
    assert.ok(sop);
    const by = staff.roleFor('intake', sop);
    await makesDirectionNote(await takeIn(working, { by, channel: 'loket' }));
    const walked = await takeIn(working, { by, channel: 'loket' });
    await makesReferralLetter(walked);
    await makesTeamDecree(staff, desk);
    await makesMeetingPapers(staff, desk);
    await printsRegister(walked, 5);
    await printsSopSheets(staff, turn);
    await desk.readsBack();
    assert.deepEqual(tanggap.faults, []);
  });
}
