import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { applyOffice } from './apply-office.ts';
import { insertVersion, lockOffice } from './office.store.ts';

const db = await openTestDatabase({ after });
const { desk, data, office, offices } = await openOfficeDesk(db);

test('the same files twice change nothing', async () => {
  const again = await applyOffice(db.owner, data, actingIn(desk, MORNING));
  assert.deepEqual(again, {
    officeId: office.officeId,
    slug: data.slug,
    version: 1,
    data,
    outcome: 'unchanged',
    kept: [],
    startsTooLate: [],
    removed: [],
  });
});

test('a key keeps its number for ever, also when the files no longer name it', async () => {
  const number = office.codes.codeOf('service', data.services[0]?.key ?? '');
  const added = { ...data.services[0], key: 'layanan-baru', label: 'Layanan baru' };
  const services = [added, ...data.services.slice(1)];
  const applied = await applyOffice(
    db.owner,
    { ...data, services: JSON.parse(JSON.stringify(services)) },
    actingIn(desk, MORNING),
  );
  assert.equal(applied.outcome, 'updated');
  offices.forget();
  const now = await offices.byId(office.officeId, MORNING);
  assert.equal(now?.codes.codeOf('service', data.services[0]?.key ?? ''), number);
  assert.equal(now?.codes.codeOf('service', 'layanan-baru'), data.services.length + 1);
  await applyOffice(db.owner, data, actingIn(desk, MORNING));
});

test('what was changed in the application is kept and shown, unless the files are forced', async () => {
  await inTransaction(db.owner, async (tx) => {
    const known = await lockOffice(tx, data.slug);
    assert.ok(known);
    const { officeId, filesHash, version } = known;
    const changed = { ...data, shortName: 'Nama dari aplikasi' };
    const next = { officeId, filesHash, version: version + 1, data: changed, source: 'application' } as const;
    await insertVersion(tx, next, actingIn(desk, MORNING));
  });
  const files = { ...data, shortName: 'Nama dari berkas', seat: 'Kota lain' };
  const applied = await applyOffice(db.owner, files, actingIn(desk, MORNING));
  assert.deepEqual(applied.kept, [
    { path: 'shortName', application: 'Nama dari aplikasi', files: 'Nama dari berkas' },
  ]);
  offices.forget();
  const merged = await offices.bySlug(data.slug, MORNING);
  assert.equal(merged?.data.shortName, 'Nama dari aplikasi');
  assert.equal(merged?.data.seat, 'Kota lain');
  const forced = await applyOffice(db.owner, files, { ...actingIn(desk, MORNING), force: true });
  assert.deepEqual([forced.outcome, forced.kept], ['updated', []]);
});

test('files older than those that were written out take no edit back; forced they do', async () => {
  const slug = 'tabalong-lama';
  const old = { ...data, slug };
  const { officeId } = await applyOffice(db.owner, old, actingIn(desk, MORNING));
  const edited = { ...old, shortName: 'Disunting di aplikasi' };
  await inTransaction(db.owner, async (tx) => {
    const known = await lockOffice(tx, slug);
    assert.ok(known);
    const next = {
      officeId,
      filesHash: known.filesHash,
      version: 2,
      data: edited,
      source: 'application',
    } as const;
    await insertVersion(tx, next, actingIn(desk, MORNING));
  });
  assert.deepEqual(
    (await applyOffice(db.owner, edited, actingIn(desk, MORNING))).kept,
    [],
    'written out and applied',
  );
  const older = await applyOffice(db.owner, { ...old, seat: 'Kota lain' }, actingIn(desk, MORNING));
  assert.deepEqual(older.kept, [
    { path: 'shortName', application: 'Disunting di aplikasi', files: data.shortName },
  ]);
  assert.deepEqual([older.data.shortName, older.data.seat], ['Disunting di aplikasi', 'Kota lain']);
  const forced = await applyOffice(db.owner, old, { ...actingIn(desk, MORNING), force: true });
  assert.equal(forced.data.shortName, data.shortName);
});

test('each office has ticket letters of its own', async () => {
  const slugs = ['tabalong-dua', 'tabalong-dua-a', 'tbl'];
  for (const slug of slugs) await applyOffice(db.owner, { ...data, slug }, actingIn(desk, MORNING));
  const { rows } = await db.owner.query<{ ticket_prefix: string }>('select ticket_prefix from office');
  assert.equal(new Set(rows.map((row) => row.ticket_prefix)).size, rows.length);
});

test('a start of the register that comes after its first number is told each time, and changes nothing', async () => {
  const slug = 'buku';
  const starting = (next: number) => ({
    ...data,
    slug,
    numbers: { ...data.numbers, startAt: [{ year: 2026, next }] },
  });
  const apply = (next: number) => applyOffice(db.owner, starting(next), actingIn(desk, MORNING));
  await apply(88);
  assert.deepEqual((await apply(90)).startsTooLate, []);
  const { officeId } = await apply(90);
  await db.owner.query(
    'insert into register_counter (office_id, year, first_no, next_no) values ($1, 2026, 90, 91)',
    [officeId],
  );
  const told = [{ year: 2026, next: 95, firstNo: 90 }];
  assert.deepEqual((await apply(95)).startsTooLate, told);
  const again = await apply(95);
  assert.deepEqual([again.outcome, again.startsTooLate], ['unchanged', told]);
  assert.deepEqual((await apply(90)).startsTooLate, []);
});
