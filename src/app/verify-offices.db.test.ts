import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { actingIn, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { applyOffice } from '../features/offices/apply-office.ts';
import { loadReferenceCalendar } from '../features/offices/load-reference-calendar.ts';
import { openOffices } from '../features/offices/office.read.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, data } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));

async function found(now = MORNING): Promise<readonly string[]> {
  const { findings } = await verifyStore(db.locateOwner, desk.keyring, folder, now);
  return findings.map((one) => `${one.rule}${'what' in one ? ` ${one.what}` : ''}`);
}

/** As a process that starts now finds it. */
const opened = () => openOffices(db.app, desk.keyring).bySlug(data.slug, MORNING);

test('an office as it was applied, again and anew, has nothing to say', async () => {
  assert.deepEqual(await found(), []);
  const apply = (shortName: string) =>
    applyOffice(db.owner, { ...data, shortName }, actingIn(desk, MORNING + 1));
  assert.equal((await apply('Nama lain')).outcome, 'updated');
  assert.equal((await apply('Nama lain')).outcome, 'unchanged');
  assert.equal((await apply(data.shortName)).version, 3);
  assert.deepEqual(await found(), []);
});

test('a role that was given more permissions by hand is found, and no apply tells it as an act', async () => {
  const roles = data.roles.map((role) => ({ ...role, may: ['open-identity', 'issue-report'] }));
  const [before] = (await db.owner.query('select data from office')).rows;
  const put = (table: string, values: unknown) =>
    db.owner.query(`update ${table} set data = jsonb_set(data, '{roles}', $1) where version = 3`, [
      JSON.stringify(values),
    ]);
  await put('office', roles);
  assert.deepEqual(await found(), ['office-differs office']);
  await assert.rejects(opened(), { code: 'office-differs' });
  assert.deepEqual(await openOffices(db.app, desk.keyring).all(MORNING), [], 'the others go on');
  await assert.rejects(applyOffice(db.owner, data, actingIn(desk, MORNING + 2)), { code: 'office-differs' });
  await put('office_version', roles);
  assert.deepEqual(await found(), ['office-differs office_version']);
  await assert.rejects(opened(), { code: 'office-differs' });
  await assert.rejects(applyOffice(db.owner, data, actingIn(desk, MORNING + 2)), { code: 'office-differs' });
  await put('office_version', before.data.roles);
  const forced = await applyOffice(db.owner, data, { ...actingIn(desk, MORNING + 2), force: true });
  assert.deepEqual([forced.version, forced.data], [4, data]);
  assert.deepEqual((await opened())?.data, data);
  assert.deepEqual(await found(), [], 'the files are in force again');
});

test('an earlier version that was changed, taken out or put there is found', async () => {
  const attacks = [
    [
      `update office_version set recorded_at = recorded_at - interval '1 day' where version = 2`,
      `update office_version set recorded_at = recorded_at + interval '1 day' where version = 2`,
    ],
    [
      `update office_version set files_data = jsonb_set(files_data, '{shortName}', '"X"') where version = 2`,
      `update office_version set files_data = data where version = 2`,
    ],
    [
      `insert into office_version select office_id, 9, data, files_data, files_hash, source, recorded_at, recorded_by
         from office_version where version = 2`,
      'delete from office_version where version = 9',
    ],
    [
      'update office_version set version = 9 where version = 2',
      'update office_version set version = 2 where version = 9',
    ],
  ];
  for (const [attack = '', undo = ''] of attacks) {
    await db.owner.query(attack);
    assert.deepEqual(await found(), ['office-differs office_version'], attack);
    await db.owner.query(undo);
    assert.deepEqual(await found(), [], undo);
  }
  await db.owner.query('update office set version = 2');
  assert.deepEqual(await found(), ['office-differs office']);
  await assert.rejects(opened(), { code: 'office-differs' }, 'a former version put back');
  await db.owner.query('update office set version = 4');
});

test('a day off that was put into the calendar or taken out of it is found, also after the next start', async () => {
  await db.owner.query(
    `insert into calendar_day select day + 1, kind, 'Libur palsu', decree, announced_on, withdrawn_on, recorded_at
       from calendar_day where name like '%Kemerdekaan%' limit 1`,
  );
  assert.deepEqual(await found(), ['calendar-differs calendar_day']);
  await loadReferenceCalendar(db.owner, MORNING);
  assert.deepEqual(await found(), ['calendar-differs calendar_day']);
  await db.owner.query(`delete from calendar_day where name = 'Libur palsu'`);
  assert.deepEqual(await found(), []);
  await db.owner.query('delete from calendar_day where day = (select min(day) from calendar_day)');
  await db.owner.query('update ramadan_period set last_day = last_day + 1 where year = 2026');
  assert.deepEqual(await found(), ['calendar-differs calendar_day', 'calendar-differs ramadan_period']);
  await loadReferenceCalendar(db.owner, MORNING);
  assert.deepEqual(await found(), [], 'a start fills it from what Tanggap brings');
});

test('an act of an office whose anchoring was swallowed is found once it had two minutes', async () => {
  const later = MORNING + 200_000;
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING);
  assert.deepEqual(await found(later), []);
  await applyOffice(db.owner, { ...data, shortName: 'Lain' }, actingIn(desk, later));
  await db.owner.query('delete from outbox');
  assert.deepEqual(await found(later + 60_000), []);
  assert.deepEqual(await found(later + 130_000), ['not-anchored']);
});
