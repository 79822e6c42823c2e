import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../platform/database/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { searchCases } from '../lists/search-cases.read.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices, data } = await openOfficeDesk(db);
const staff = aStaffActor();
const second = { ...data, slug: 'dinas-lain', name: 'Dinas Lain' };

before(async () => {
  await applyOffice(db.owner, second, { now: MORNING });
  offices.forget();
  const other = await offices.bySlug('dinas-lain', MORNING);
  for (const here of [office, other]) {
    if (here === undefined) throw new Error('An office is missing');
    const taken = await intakeComplaint(
      desk,
      {
        office: here,
        actor: staff,
        command: (keep) => ({
          kind: 'pengaduan',
          channel: 'loket',
          matter: keep.text('matter', 'Beras bantuan berkutu.'),
          reporters: [
            {
              identity: keep.person('reporter', {
                name: 'Warga Contoh',
                phone: null,
                email: null,
                address: null,
                nik: null,
              }),
              as: 'self',
            },
          ],
        }),
        idempotency: { key: 'same-key-in-both', body: '{}' },
      },
      MORNING,
    );
    if (!taken.ok) throw new Error(taken.refusal);
  }
});

const refusedByGrant = { code: '42501' };
const refusedByTrigger = { code: '23000' };

test('the application may append to the history and do nothing else to it', async () => {
  for (const sql of [
    `update case_event set body = '{}'`,
    'delete from case_event',
    'truncate case_event',
    `update access_log set reason = ''`,
    'delete from office_event',
    'delete from complaint_case',
    'delete from register_entry',
    'delete from erasure_ledger',
    'alter table case_event disable trigger all',
  ]) {
    await assert.rejects(
      withOffice(db.app, office.officeId, (tx) => tx.query(sql)),
      refusedByGrant,
      sql,
    );
  }
});

test('even the owner is stopped by the trigger', async () => {
  for (const sql of [
    `update case_event set body = '{}'`,
    'delete from case_event',
    'truncate case_event',
    'delete from access_log',
  ]) {
    await assert.rejects(db.owner.query(sql), refusedByTrigger, sql);
  }
});

test('an office sees its own rows in every table and none of another', async () => {
  for (const table of [
    'complaint_case',
    'case_text',
    'case_search',
    'case_event',
    'identity',
    'identity_index',
    'kept_answer',
    'report_fact',
  ]) {
    const { rows } = await withOffice(db.app, office.officeId, (tx) =>
      tx.query<{ office_id: number }>(`select office_id from ${table}`),
    );
    assert.ok(rows.length > 0, table);
    assert.ok(
      rows.every((row) => row.office_id === office.officeId),
      table,
    );
    const nobody = await db.app.query(`select 1 from ${table}`);
    assert.equal(nobody.rows.length, 0, `${table} without an office`);
  }
});

test('an office can write nothing under the name of another', async () => {
  const sql = `insert into kept_answer (office_id, key_hash, body_hash, sealed, kept_at) values ($1, 'a', 'b', 'c', now())`;
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) => tx.query(sql, [office.officeId + 1])),
    refusedByGrant,
  );
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) =>
      tx.query(`update complaint_case set office_id = office_id + 1`),
    ),
    refusedByGrant,
  );
});

test('the door of the search opens to the office of the transaction only', async () => {
  const found = await searchCases(db.app, office, staff, { q: 'berkutu', cursor: null, limit: 10 });
  assert.equal(found.lines.length, 1);
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) =>
      tx.query(
        `select * from search_cases($1::smallint, 'berkutu', null, '{}', '{}', true, true, null, null, null,
           'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 10)`,
        [office.officeId + 1],
      ),
    ),
    refusedByGrant,
  );
});

test('the application cannot read what waits for the queue', async () => {
  await assert.rejects(db.app.query('select * from outbox'), refusedByGrant);
});
