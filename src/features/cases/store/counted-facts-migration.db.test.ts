import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { migrate, migrationsFolder } from '../../../platform/database/migrate.ts';
import { connectOnce } from '../../../platform/database/pool.ts';

const db = await openTestDatabase({ after });
const CASE = '01900000-0000-7000-8000-000000000001';

/** A store as 0003 left it: one investigated case, answered on 20 March, with what was believed of it before. */
const STORE = `
insert into office (office_id, slug, ticket_prefix, zone, data, version, files_hash, applied_at)
  values (1, 'contoh', 'CTH', 'Asia/Makassar', '{"sops": [{"id": "langsung"}, {"id": "online"}]}', 1, '', now());
insert into complaint_case (office_id, case_id, ticket, version, head_mac, row_key_id, row_mac, status, kind, channel,
    provenance, received_at, recorded_at, changed_at, due_at, is_open, urgent, protected, restricted, state)
  values (1, '${CASE}', 'CTH-0000-0000', 4, '', 'k', '', 5, 0, 0, 0, '2026-02-27T01:00Z', '2026-02-27T01:00Z',
    '2026-04-05T01:00Z', 'infinity', true, false, false, true, '{}');
insert into register_entry (office_id, year, no, case_id, printed, given_at)
  values (1, 2026, 1, '${CASE}', '1', '2026-02-28T23:00Z');
insert into case_event (office_id, case_id, seq, recorded_at, key_id, body, mac)
  select 1, '${CASE}', seq, at, 'k', json_build_object('actor', null, 'event', event), ''
  from (values
    (1, timestamptz '2026-02-27T01:00Z', json '{"type": "received"}'),
    (2, '2026-03-10T20:00Z', '{"type": "investigation-found", "at": "2026-03-10T20:00:00.000Z", "finding": "proven"}'),
    (3, '2026-04-05T01:00Z', '{"type": "sanction-recorded", "at": "2026-04-05T01:00:00.000Z",
      "sanction": {"number": "1", "on": "2026-04-02", "authority": "Bupati", "degree": "moderate"}}')) e (seq, at, event);
create function pg_temp.fact(from_at timestamptz, known_at timestamptz, answered timestamptz) returns report_fact language sql as $$
  select row(1::smallint, '${CASE}'::uuid, date '2026-02-27', 0::smallint, 0::smallint, 4::smallint, null, null, null, 5::smallint,
    null, 2::smallint, 7::smallint, 0::smallint, 0::smallint, true, false, true, false, false, false, 2::smallint, 15::smallint,
    2026::smallint, 1, null, answered, null, timestamptz '2026-03-13T08:00Z', from_at, known_at)::report_fact $$;
insert into report_fact select f.* from pg_temp.fact('2026-03-20T01:00Z', '2026-03-20T01:00Z', '2026-03-20T01:00Z') f;
insert into report_fact_past select f.*, '2026-03-20T01:00Z', 'infinity'
  from pg_temp.fact('2026-02-27T01:00Z', '2026-02-28T23:00Z', null) f;
insert into report_fact_past select f.*, 'infinity', '2026-03-05T01:00Z'
  from pg_temp.fact('2026-02-28T01:00Z', '2026-02-28T23:00Z', null) f`;

test('a store of before 0004 keeps its facts and gets number, finding and sanction by the days on which they were', async () => {
  const admin = await connectOnce(db.locateSuperuser);
  const name = `${db.name}_old`;
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-migrations-'));
  const locate = () => ({ ...db.locateOwner(), database: name });
  try {
    await admin.query(`create database ${name} owner tanggap_owner`);
    for (const file of readdirSync(migrationsFolder).filter((one) => one < '0004')) {
      cpSync(join(migrationsFolder, file), join(folder, file));
    }
    await migrate(locate, { folder });
    const owner = await connectOnce(locate);
    await owner.query(STORE);
    await owner.end();
    await migrate(locate);
    const after = await connectOnce(locate);
    const days = `registered_on, found_on, sanction, sanctioned_on, category, answered_at, owed_until`;
    const { rows: now } = await after.query(`select ${days}, step_codes from report_fact`);
    const { rows: past } = await after.query(`select ${days} from report_fact_past order by recorded_to`);
    const { rows: codes } = await after.query(
      `select code, key from office_code where axis = 'sop' order by code`,
    );
    await after.end();
    const known = {
      registered_on: '2026-03-01',
      found_on: '2026-03-11',
      sanction: 2,
      sanctioned_on: '2026-04-02',
    };
    const answered_at = new Date('2026-03-20T01:00:00.000Z');
    const owed_until = new Date('2026-03-13T08:00:00.000Z');
    const before = { category: null, answered_at: null, owed_until };
    assert.deepEqual(now, [{ ...known, ...before, answered_at, owed_until: Infinity, step_codes: null }]);
    const unknown = { found_on: null, sanction: null, sanctioned_on: null };
    assert.deepEqual(past, [
      { ...known, ...unknown, ...before },
      { ...known, ...before },
    ]);
    assert.deepEqual(codes, [
      { code: 1, key: 'langsung' },
      { code: 2, key: 'online' },
    ]);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    rmSync(folder, { recursive: true });
  }
});
