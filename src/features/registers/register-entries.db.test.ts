import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import type { ReportCell } from '../../domain/reports/report-cell.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Commands } from '../cases/acts/decide-operation.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { intakeComplaint } from '../cases/intake/intake-complaint.ts';
import { searchCases } from '../cases/lists/search-cases.read.ts';
import { erasePersonalData } from '../cases/personal-data/erase-personal-data.ts';
import type { Keeper } from '../cases/vault/keeper.ts';
import { readTexts } from '../cases/vault/read-texts.ts';
import { readCells } from '../reports/cells.read.ts';
import { readRegisterRows } from '../reports/register-rows.read.ts';
import { importRegister } from './import-register.ts';
import { readRegisterEntries } from './register-entries.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const actor = aStaffActor();

test('rule 27: what was written in the closed lane stands in no book and is found by no words, also once it is open again', async () => {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Beras berkutu.') },
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
  const { caseId } = taken.answer;
  let now = MORNING;
  const does = async <O extends 'mark' | 'dispose' | 'follow-up' | 'answer' | 'close'>(
    operation: O,
    command: (keep: Keeper) => Commands[O],
  ) => {
    now += 60_000;
    const request = { office, ref: { caseId }, operation, command, actor };
    const done = await runOperation(desk, { ...request, expectedVersion: null, idempotency: null }, now);
    assert.ok(done.ok, JSON.stringify(done));
  };
  const unit = office.data.units[0]?.key ?? '';
  await does('dispose', () => ({ unit }));
  await does('follow-up', (keep) => ({ entry: 'note', text: keep.text('entry', 'Gudang diperiksa.') }));
  await does('mark', (keep) => ({ mark: 'restricted', on: true, reason: keep.text('reason', 'Tertutup.') }));
  await does('follow-up', (keep) => ({ entry: 'note', text: keep.text('entry', 'Saksirahasia berbicara.') }));
  await does('answer', (keep) => ({
    ...{ way: 'channel', channel: 'whatsapp', text: keep.text('answer', 'Sudah diperiksa.') },
  }));
  await does('close', (keep) => ({
    ...{ outcome: 'resolved', narrative: keep.text('narrative', 'Uraianrahasia.') },
  }));
  await does('mark', (keep) => ({ mark: 'restricted', on: false, reason: keep.text('reason', 'Selesai.') }));

  const period = parsePeriod('2026');
  assert.ok(period !== null);
  const { entries } = await withOffice(db.app, office.officeId, (tx) =>
    readRegisterEntries(tx, desk.keyring, office, period, { viewer: actor, edition: 'arsip' }),
  );
  const [entry] = entries;
  assert.deepEqual([entry?.matter, entry?.narrative], ['Beras berkutu.', '']);

  const texts = await withOffice(db.app, office.officeId, (tx) =>
    readTexts(tx, desk.keyring, office.officeId, caseId),
  );
  const open = [...texts.values()].find(({ body }) => body === 'Gudang diperiksa.');
  const erasure = { office, ref: { caseId }, ground: 'permintaan subjek data', actor };
  const erased = await erasePersonalData(desk, { ...erasure, subject: { text: open?.textId ?? '' } }, now);
  assert.ok(erased.ok);
  const foundBy = async (q: string) =>
    (await searchCases(db.app, office, actor, { q, cursor: null, limit: 10 })).lines.length;
  assert.deepEqual(await Promise.all(['berkutu', 'gudang', 'saksirahasia'].map(foundBy)), [1, 0, 0]);
});

test('an archive edition takes as many questions for many cases as for one, and gives each case its own people', async () => {
  const nothing = { phone: null, email: null, address: null, nik: null };
  const names = ['Sari Contoh', 'Budi Contoh', 'Dewi Contoh'];
  for (const [index, name] of names.entries()) {
    const taken = await intakeComplaint(
      desk,
      {
        ...{ office, actor, idempotency: null },
        command: (keep) => ({
          ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Beras berkutu.') },
          reporters: [{ identity: keep.person('reporter', { name, ...nothing }), as: 'self' }],
        }),
      },
      Date.parse(`2027-0${Math.min(index + 1, 2)}-11T02:0${index}:00Z`),
    );
    assert.ok(taken.ok, JSON.stringify(taken));
  }
  const read = (written: string) =>
    withOffice(db.app, office.officeId, async (tx) => {
      const period = parsePeriod(written);
      assert.ok(period !== null);
      let questions = 0;
      const counted = new Proxy(tx, {
        get(target, key) {
          if (key === 'query') questions += 1;
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      const { entries } = await readRegisterEntries(counted, desk.keyring, office, period, {
        viewer: actor,
        edition: 'arsip',
      });
      return { people: entries.map(({ people }) => people), questions };
    });
  const [one, many] = [await read('2027-01'), await read('2027')];
  assert.deepEqual(one.people, [['Sari Contoh']]);
  assert.deepEqual(many.people, [['Sari Contoh'], ['Budi Contoh'], ['Dewi Contoh']]);
  assert.equal(many.questions, one.questions);
});

test('rule 37: an imported case that was reopened and ended here, answered or not, is Selesai, late in every table, and no longer so by the register alone', async () => {
  const period = aPeriod('2023');
  const source = { bytes: monthlyWorkbook(), name: 'register-2023.xlsx' };
  const choice = { channel: null, acceptSuggestions: true };
  const request = { office, source, period, choice, dryRun: false, account: null };
  assert.ok((await importRegister(desk, request, MORNING)).ok);
  let now = MORNING;
  const ended = () =>
    withOffice(db.app, office.officeId, async (tx) => {
      const moment = { effectiveAt: new Date(now), knownAt: null, now: new Date(now) };
      const { entries } = await readRegisterEntries(tx, desk.keyring, office, period, {
        viewer: null,
        edition: 'publik',
      });
      const printed = await readRegisterRows(tx, desk.keyring, office, period, moment, null);
      const exported = entries.map(({ status }) => status).toSorted();
      assert.deepEqual(printed.map(({ statusPrinted }) => statusPrinted).toSorted(), exported);
      const count = (status: string) => exported.filter((one) => one === status).length;
      const { cells } = await readCells(tx, office, period, moment, { steps: false, numbers: false });
      const counted = (holds: (cell: ReportCell) => boolean) =>
        cells.filter(holds).reduce((sum, cell) => sum + cell.count, 0);
      const closed = (old: boolean) =>
        counted(({ keys, imported }) => keys[1] === 'closed' && imported === old);
      assert.deepEqual([closed(false), closed(true)], [count('Selesai'), count('Selesai menurut register')]);
      return {
        here: closed(false),
        byRegister: closed(true),
        late: counted(({ keys }) => keys[2] === 'late'),
      };
    });
  const { here, byRegister, late } = await ended();
  assert.ok(here === 0 && byRegister > 30 && late === 0);
  const { rows } = await db.owner.query<{ id: string }>(
    `select case_id id from report_fact where office_id = $1 and outcome is not null
       and received_on < '2024-01-01' and receipt_precision <> 2 order by case_id limit 2`,
    [office.officeId],
  );
  let ref = { caseId: rows[0]?.id ?? '' };
  const does = async <O extends 'reopen' | 'dispose' | 'answer' | 'close' | 'archive'>(
    operation: O,
    command: (keep: Keeper) => Commands[O],
  ) => {
    now += 60_000;
    const asked = { office, ref, operation, command, actor, expectedVersion: null, idempotency: null };
    const done = await runOperation(desk, asked, now);
    assert.ok(done.ok, JSON.stringify(done));
  };
  await does('reopen', (keep) => ({ reason: keep.text('reason', 'Kartunya belum aktif.') }));
  await does('dispose', () => ({ unit: office.data.units[0]?.key ?? '' }));
  await does('answer', (keep) => ({ way: 'oral', text: keep.text('answer', 'Kartu sudah aktif.') }));
  await does('close', () => ({ outcome: 'resolved' }));
  assert.deepEqual(await ended(), { here: 1, byRegister: byRegister - 1, late: 1 });
  ref = { caseId: rows[1]?.id ?? '' };
  await does('reopen', (keep) => ({ reason: keep.text('reason', 'Kartunya belum aktif.') }));
  await does('archive', (keep) => ({
    outcome: 'archived-invalid',
    reason: keep.text('reason', 'Orangnya sudah pindah.'),
  }));
  assert.deepEqual(await ended(), { here: 2, byRegister: byRegister - 2, late: 2 });
});
