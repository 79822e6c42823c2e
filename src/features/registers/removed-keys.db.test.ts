import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { registerCase } from '../../../test/a-stored-case.ts';
import { actingIn, aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { REPORT_TABLES } from '../../domain/office/office-data.ts';
import { inTransaction, withOffice } from '../../platform/database/transaction.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { intakeComplaint } from '../cases/intake/intake-complaint.ts';
import { labelOf } from '../cases/lists/labels.presenter.ts';
import { applyOffice } from '../offices/apply-office.ts';
import { createAccount } from '../people/create-account.ts';
import { countReport } from '../reports/count-report.ts';
import { readRegisterEntries } from './register-entries.read.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices, data } = await openOfficeDesk(db);
const HOUR = 3_600_000;
const GONE = '(tidak lagi dalam daftar)';
const [unit = { key: '', label: '' }] = data.units;
const [place = { key: '', label: '' }] = data.places;
const [category = { key: '', label: '' }] = data.categories;
const role = data.roles.find((one) => one.key === 'petugas-loket') ?? { key: '', title: '' };

async function take(values: { service?: string; place?: string; category?: string }, now: number) {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: aStaffActor(), idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'telepon', matter: keep.text('matter', 'Kartu rusak.') },
        ...values,
      }),
    },
    now,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
  assert.ok((await registerCase({ desk, office }, { caseId: taken.answer.caseId }, now + HOUR)).ok);
}

const label = (of: 'services' | 'categories' | 'places', key: string): string => labelOf(data[of], key);

test('keys that the files no longer have are told with what bears them, and only those', async () => {
  await take({ service: 'pkh', place: place.key, category: category.key }, MORNING);
  await take({ service: 'bpnt' }, MORNING);
  await take({}, MORNING);
  await inTransaction(db.owner, async (tx) => {
    const command = {
      ...{ name: 'Petugas Contoh', email: 'petugas@contoh.go.id', password: 'rahasia panjang sekali 1' },
      ...{ roles: [role.key], unit: unit.key, fromOn: '2026-01-01' },
    };
    const made = await createAccount(tx, office.officeId, data.roles, command, actingIn(desk, MORNING));
    assert.ok(made.ok, JSON.stringify(made));
  });
  const without = <T extends { readonly key: string }>(items: readonly T[], ...keys: readonly string[]) =>
    items.filter(({ key }) => !keys.includes(key));
  const next = {
    ...data,
    services: without(data.services, 'pkh', 'pbi-jk'),
    places: without(data.places, place.key),
    categories: without(data.categories, category.key),
    channels: without(data.channels, 'telepon', 'surat'),
    units: without(data.units, unit.key),
    roles: without(data.roles, role.key),
  };
  const applied = await applyOffice(db.owner, next, actingIn(desk, MORNING + 2 * HOUR));
  assert.deepEqual(applied.removed, [
    { list: 'services', key: 'pkh', label: label('services', 'pkh'), cases: 1, accounts: 0 },
    { list: 'categories', key: category.key, label: category.label, cases: 1, accounts: 0 },
    { list: 'places', ...place, cases: 1, accounts: 0 },
    { list: 'units', key: unit.key, label: unit.label, cases: 0, accounts: 1 },
    { list: 'channels', key: 'telepon', label: labelOf(data.channels, 'telepon'), cases: 3, accounts: 0 },
    { list: 'roles', key: role.key, label: role.title, cases: 0, accounts: 1 },
  ]);
  const again = await applyOffice(db.owner, next, actingIn(desk, MORNING + 2 * HOUR));
  assert.deepEqual([again.outcome, again.removed], ['unchanged', []]);
});

test('what cases bear keeps the label of the last version that had it, behind the living rows and before what is undetermined', async () => {
  offices.forget();
  const now = await offices.bySlug(data.slug, MORNING + 3 * HOUR);
  assert.ok(now);
  assert.equal(labelOf(now.named.units, unit.key), `${unit.label} ${GONE}`);
  assert.ok(
    now.data.services.every(({ key }) => key !== 'pkh'),
    'nobody can choose it',
  );
  const counted = await countReport(desk.pool, {
    ...{ office: now, period: aPeriod('2026'), asOf: null, now: new Date(MORNING + 3 * HOUR) },
    ...{ tables: REPORT_TABLES, register: desk.keyring },
  });
  const rowsOf = (id: string) =>
    counted.tables.find((one) => one.id === id)?.rows.map((row) => [row.key, row.label, row.count]) ?? [];
  const service = data.services.find(({ key }) => key === 'pkh');
  assert.deepEqual(rowsOf('by-service').slice(-2), [
    ['pkh', `${service?.reportLabel ?? service?.label} ${GONE}`, 1],
    ['belum-ditetapkan', 'Belum ditetapkan', 1],
  ]);
  assert.deepEqual(rowsOf('by-place').at(-2), [place.key, `${place.label} ${GONE}`, 1]);
  assert.deepEqual(rowsOf('by-category').at(-2), [category.key, `${category.label} ${GONE}`, 1]);
  assert.ok(rowsOf('by-channel').some(([key, said]) => key === 'telepon' && String(said).endsWith(GONE)));
  assert.ok(
    rowsOf('by-channel').every(([key]) => key !== 'surat'),
    'where no case bears it there is no row',
  );
  assert.equal(counted.registerRows.filter((row) => row.service.endsWith(GONE)).length, 1);
  assert.ok(counted.registerRows.every((row) => row.channel.endsWith(GONE)));
  const { entries } = await withOffice(db.app, now.officeId, (tx) =>
    readRegisterEntries(tx, desk.keyring, now, aPeriod('2026'), { viewer: null, edition: 'publik' }),
  );
  assert.deepEqual(
    entries.map((entry) => entry.service).toSorted(),
    ['', label('services', 'bpnt'), `${label('services', 'pkh')} ${GONE}`].toSorted(),
  );
});

test('a key that comes back is again what the files call it', async () => {
  await applyOffice(db.owner, data, actingIn(desk, MORNING + 4 * HOUR));
  offices.forget();
  const now = await offices.bySlug(data.slug, MORNING + 4 * HOUR);
  assert.deepEqual(now?.named, now?.data);
});

test('a class that cases bear and the SOP of open cases are told as well', async () => {
  const { rows } = await db.owner.query<{ case_id: string }>('select case_id from complaint_case limit 1');
  const caseId = rows[0]?.case_id ?? '';
  const [worst] = data.classes.toReversed();
  const act = { office, ref: { caseId }, actor: aStaffActor(), expectedVersion: null, idempotency: null };
  const verify = { completeness: 'complete', authority: 'own' } as const;
  const verified = await runOperation(
    desk,
    { ...act, operation: 'verify', command: () => verify },
    MORNING + 5 * HOUR,
  );
  const classify = { severity: worst?.key ?? null };
  const classified = await runOperation(
    desk,
    { ...act, operation: 'classify', command: () => classify },
    MORNING + 6 * HOUR,
  );
  assert.ok(verified.ok && classified.ok, JSON.stringify([verified, classified]));
  const telephone = data.channels.find(({ key }) => key === 'telepon')?.sop;
  const next = {
    ...data,
    classes: data.classes.filter(({ key }) => key !== worst?.key),
    sops: data.sops.filter(({ id }) => id !== telephone),
  };
  const { removed } = await applyOffice(db.owner, next, actingIn(desk, MORNING + 7 * HOUR));
  assert.deepEqual(
    removed.map(({ list, key, cases }) => [list, key, cases]),
    [
      ['classes', worst?.key, 1],
      ['sops', telephone, 3],
    ],
  );
});

test('a role is held to the last day of the office, and a body is told while cases await it or went there', async () => {
  const [asked = '', referred = '', unused = ''] = data.bodies.map(({ key }) => key);
  await db.owner.query(`update account_role set to_on = '2026-04-06' where role = $1`, [role.key]);
  const { rows } = await db.owner.query<{ case_id: string }>(
    'select case_id from complaint_case where is_open order by received_at, case_id limit 2',
  );
  const at = MORNING + 8 * HOUR;
  const on = (place: 0 | 1) => ({
    ...{ office, ref: { caseId: rows[place]?.case_id ?? '' } },
    ...{ actor: aStaffActor(), expectedVersion: null, idempotency: null },
  });
  const disposed = await runOperation(
    desk,
    { ...on(0), operation: 'dispose', command: () => ({ unit: unit.key }) },
    at,
  );
  assert.ok(disposed.ok, JSON.stringify(disposed));
  const question = await runOperation(
    desk,
    {
      ...{ ...on(0), operation: 'ask' },
      command: (keep) => ({ to: 'body', body: asked, text: keep.text('message', 'Mohon data.') }),
    },
    at,
  );
  assert.ok(question.ok, JSON.stringify(question));
  const sent = await runOperation(
    desk,
    { ...on(1), operation: 'refer', command: () => ({ way: 'transferred', body: referred }) },
    at,
  );
  assert.ok(sent.ok, JSON.stringify(sent));
  const next = {
    ...data,
    bodies: data.bodies.filter(({ key }) => ![asked, referred, unused].includes(key)),
    roles: data.roles.filter(({ key }) => key !== role.key),
  };
  const { removed } = await applyOffice(db.owner, next, actingIn(desk, MORNING + 9 * HOUR));
  assert.deepEqual(
    removed.map(({ list, key, cases, accounts }) => [list, key, cases, accounts]),
    [
      ['bodies', asked, 1, 0],
      ['bodies', referred, 1, 0],
      ['roles', role.key, 0, 1],
    ],
  );
});
