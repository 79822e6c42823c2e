import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ClientBase } from 'pg';
import { actingIn, aStaffActor, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { HolidayRow, ReferenceCalendar } from '../../../domain/calendar/calendar.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import { readReferenceCalendar, storeCalendar } from '../../offices/calendar.store.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { moveOfficeDeadlines } from './move-deadlines.job.ts';
import { runOperation } from './run-operation.ts';

const db = await openTestDatabase({ after });
/** Thursday 14 August 2025, 09.00 WITA: 18 August had been announced as a day off on the 7th. */
const THEN = Date.parse('2025-08-14T01:00:00.000Z');
const DAY = 86_400_000;
const { desk, offices, office: first, data } = await openOfficeDesk(db, 'tabalong', THEN);
const staff = aStaffActor();

async function currentOffice(now: number) {
  offices.forget();
  const office = await offices.bySlug('tabalong', now);
  if (office === undefined) throw new Error('The office went away');
  return office;
}

async function withDayOff(tx: ClientBase, added: HolidayRow): Promise<ReferenceCalendar> {
  const reference = await readReferenceCalendar(tx);
  return { ...reference, holidays: [...reference.holidays, added] };
}

async function take(text: string, now = THEN): Promise<string> {
  const office = await currentOffice(now);
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', text) }),
      idempotency: null,
    },
    now,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer.caseId;
}

async function read(caseId: string) {
  const reading = await readCase(desk, first, { caseId }, staff, THEN);
  if (reading === null) throw new Error('The case is gone');
  return reading;
}

test('a day off announced later moves the open deadlines, keeps the former date, and leaves closed cases alone', async () => {
  const open = await take('Kartu hilang.');
  const closed = await take('Tanya syarat.');
  const answered = await runOperation(
    desk,
    {
      office: first,
      ref: { caseId: closed },
      operation: 'answer-at-desk',
      command: (keep) => ({
        text: keep.text('answer', 'Dijelaskan.'),
        way: 'oral',
        outcome: 'explained',
      }),
      actor: staff,
      expectedVersion: null,
      idempotency: null,
    },
    THEN + 60_000,
  );
  assert.ok(answered.ok, JSON.stringify(answered));
  await moveOfficeDeadlines(desk, db.owner, first, THEN + 120_000);
  const before = (await read(open)).state.due.find((due) => due.clock === 'office');
  const closedBefore = (await read(closed)).version;

  // A made-up decree takes Wednesday 20 August away, announced on the 15th.
  const added = {
    date: '2025-08-20',
    kind: 'cuti_bersama',
    name: 'Hari contoh',
    decree: 'Keputusan contoh',
    announcedOn: '2025-08-15',
    withdrawnOn: null,
  } as const;
  await inTransaction(db.owner, async (tx) => storeCalendar(tx, await withDayOff(tx, added), THEN + DAY));
  const later = await currentOffice(THEN + DAY + 3_600_000);
  const moved = await moveOfficeDeadlines(desk, db.owner, later, THEN + DAY + 3_600_000);
  assert.deepEqual(moved, { moved: 1, failed: [] });
  const after_ = await read(open);
  const event = after_.timeline.at(-1)?.event;
  assert.ok(event?.type === 'deadline-moved' && event.from === before?.dueAt);
  assert.ok((event.to ?? '') > (event.from ?? ''));
  assert.equal((await read(closed)).version, closedBefore);
  const again = await moveOfficeDeadlines(desk, db.owner, later, THEN + DAY + 7_200_000);
  assert.deepEqual(again, { moved: 0, failed: [] });
});

test('a closure of the office moves an open limit, and called off gives the former date back', async () => {
  const then = Date.parse('2025-09-01T01:00:00.000Z');
  const open = await take('Atap bocor.', then);
  const dueAt = async () => (await read(open)).state.due.find((due) => due.clock === 'office')?.dueAt ?? '';
  const first = await currentOffice(then);
  await moveOfficeDeadlines(desk, db.owner, first, then + 60_000);
  const before = await dueAt();
  const said = { name: 'Banjir', decree: 'SK contoh', announcedOn: '2025-09-01' };
  const closure = { date: '2025-09-02', kind: 'penutupan', ...said } as const;
  const under = async (withdrawnOn: string | null, at: number): Promise<string> => {
    const hours = { ...data.hours, extraDays: [{ ...closure, withdrawnOn }] };
    await applyOffice(db.owner, { ...data, hours }, actingIn(desk, at));
    await moveOfficeDeadlines(desk, db.owner, await currentOffice(at), at + 60_000);
    return dueAt();
  };
  assert.ok((await under(null, then + 3_600_000)) > before);
  // It is called off from tomorrow on: the date moves back when that day comes, without another change of the files.
  assert.ok((await under('2025-09-02', then + 7_200_000)) > before);
  const next = then + DAY + 3_600_000;
  await moveOfficeDeadlines(desk, db.owner, await currentOffice(next), next);
  assert.equal(await dueAt(), before);
});

test('Ramadan hours move open limits on the day their circular is known, and again when the fast is withdrawn', async () => {
  const then = Date.parse('2025-02-18T01:00:00.000Z');
  const day = [[480, 840]] as const;
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  const circular = {
    ...{ year: 2025, circular: 'SE contoh', from: null, to: null, announcedOn: '2025-02-20' },
    hours: { service: week, work: week },
  };
  await applyOffice(
    db.owner,
    { ...data, hours: { ...data.hours, ramadan: [circular] } },
    actingIn(desk, then),
  );
  const open = await take('Kartu hilang.', then);
  await moveOfficeDeadlines(desk, db.owner, await currentOffice(then), then + 60_000);
  const last = async () => (await read(open)).timeline.at(-1)?.event;
  const run = async (now: number) =>
    (await moveOfficeDeadlines(desk, db.owner, await currentOffice(now), now)).moved;
  assert.equal(await run(Date.parse('2025-02-19T15:50:00.000Z')), 0);
  // Midnight in the office's zone: nothing was changed, the day has come.
  assert.equal(await run(Date.parse('2025-02-19T16:00:00.000Z')), 1);
  const shorter = await last();
  assert.ok(shorter?.type === 'deadline-moved' && shorter.clock === 'office');
  assert.ok((shorter.to ?? '') < (shorter.from ?? ''));
  assert.equal(await run(Date.parse('2025-02-19T16:10:00.000Z')), 0);

  // The fast of that year is withdrawn from the 22nd on, as when it is determined to begin on another day.
  await inTransaction(db.owner, async (tx) => {
    const reference = await readReferenceCalendar(tx);
    const ramadan = reference.ramadan.map((row) =>
      row.year === 2025 ? { ...row, withdrawnOn: '2025-02-22' } : row,
    );
    await storeCalendar(tx, { ...reference, ramadan }, then);
  });
  assert.equal(await run(Date.parse('2025-02-21T15:50:00.000Z')), 0);
  assert.equal(await run(Date.parse('2025-02-21T16:00:00.000Z')), 1);
  const back = await last();
  assert.ok(back?.type === 'deadline-moved' && back.from === shorter.to && back.to === shorter.from);
});

test('a case that fails is named, holds back no other, and is counted by the next run once it is whole', async () => {
  const then = Date.parse('2025-10-01T01:00:00.000Z');
  const cases = [];
  for (const text of ['Satu.', 'Dua.', 'Tiga.']) cases.push(await take(text, then));
  const [first = '', broken = '', last = ''] = cases;
  await moveOfficeDeadlines(desk, db.owner, await currentOffice(then), then + 60_000);
  const dueOf = async (caseId: string) =>
    (await read(caseId)).state.due.find((due) => due.clock === 'office')?.dueAt ?? '';
  const before = await Promise.all(cases.map(dueOf));
  const elsewhere = '0198c5c4-0000-7000-8000-00000000dead';
  const moveFact = (from: string, to: string) =>
    db.owner.query('update report_fact set case_id = $2 where case_id = $1', [from, to]);
  await moveFact(broken, elsewhere);
  const closure = {
    ...({ date: '2025-10-02', kind: 'penutupan', name: 'Banjir', decree: 'SK contoh' } as const),
    ...{ announcedOn: '2025-10-01', withdrawnOn: null },
  };
  const at = then + 3_600_000;
  await applyOffice(
    db.owner,
    { ...data, hours: { ...data.hours, extraDays: [closure] } },
    actingIn(desk, at),
  );
  const office = await currentOffice(at);
  const { failed } = await moveOfficeDeadlines(desk, db.owner, office, at + 60_000);
  assert.deepEqual(
    failed.map(({ caseId, fault }) => [caseId, fault instanceof Error]),
    [[broken, true]],
  );
  for (const [index, caseId] of [first, last].entries()) {
    assert.ok((await dueOf(caseId)) > (before[index === 0 ? 0 : 2] ?? ''), caseId);
  }
  await moveFact(elsewhere, broken);
  const mended = await moveOfficeDeadlines(desk, db.owner, office, at + 120_000);
  assert.deepEqual([mended.moved, mended.failed], [1, []]);
  assert.ok((await dueOf(broken)) > (before[1] ?? ''));
});

test('a case that waits for its year is counted when the year is loaded', async () => {
  // 2031 is in no decree yet: intake takes the case all the same.
  const then = Date.parse('2031-03-03T01:00:00.000Z');
  const waiting = await take('Rumah bocor.', then);
  const before = (await read(waiting)).state.due.find((due) => due.clock === 'office');
  assert.deepEqual([before?.dueAt, before?.waiting], [null, 'calendar']);
  const newYear = {
    date: '2031-01-01',
    kind: 'libur_nasional',
    name: 'Tahun Baru 2031 Masehi',
    decree: 'Keputusan contoh',
    announcedOn: '2031-03-03',
    withdrawnOn: null,
  } as const;
  await inTransaction(db.owner, async (tx) => storeCalendar(tx, await withDayOff(tx, newYear), then + DAY));
  await moveOfficeDeadlines(desk, db.owner, await currentOffice(then + DAY), then + DAY);
  const counted = (await read(waiting)).state.due.find((due) => due.clock === 'office');
  assert.ok(counted?.dueAt !== null && counted?.waiting === null);
});
