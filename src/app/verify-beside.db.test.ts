import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { runOperation } from '../features/cases/acts/run-operation.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { intakeComplaint } from '../features/cases/intake/intake-complaint.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { connectOnce } from '../platform/database/pool.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));

const findings = async (): Promise<readonly string[]> => {
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder);
  return [...new Set(verdict.findings.map(({ rule }) => rule))];
};

const staff = aStaffActor();
const nothing = { phone: null, email: null, address: null, nik: null };

/** A case with two complainants and a past: registered, then disposed. */
before(async () => {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: staff, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Dua pelapor.') },
        reporters: ['Warga Contoh', 'Warga Lain'].map((name) => ({
          ...{ identity: keep.person('reporter', { name, ...nothing }), as: 'self' as const },
        })),
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
  for (const [index, operation] of (['register', 'forward', 'dispose'] as const).entries()) {
    const done = await runOperation(
      desk,
      {
        ...{ office, ref: { caseId: taken.answer.caseId }, operation, actor: staff },
        command: () => (operation === 'dispose' ? { unit: office.data.units[0]?.key ?? '' } : {}),
        ...{ expectedVersion: null, idempotency: null },
      },
      MORNING + 60_000 * (index + 1),
    );
    assert.ok(done.ok, JSON.stringify(done));
  }
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 300_000);
});

/** Does each of the changes to the table with the database's own password, one at a time, and looks what is found. */
async function attacked(table: string, changes: readonly string[], rule: string): Promise<void> {
  const attacker = await connectOnce(db.locateSuperuser);
  try {
    await attacker.query(
      `set session_replication_role = 'replica'; create temp table kept as table ${table}`,
    );
    assert.deepEqual(await findings(), []);
    for (const change of changes) {
      const { rowCount } = await attacker.query(`update ${table} i set ${change}`);
      assert.notEqual(rowCount, 0);
      assert.deepEqual(await findings(), [rule], change);
      await attacker.query(`delete from ${table}`);
      const { rows } = await attacker.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const columns = rows[0]?.columns ?? '';
      await attacker.query(`insert into ${table} (${columns}) select ${columns} from kept`);
    }
    await attacker.query('drop table kept');
    assert.deepEqual(await findings(), []);
  } finally {
    await attacker.end();
  }
}

test('a person whose seal, part or hashes were changed, or who was given to another, is found', () =>
  attacked(
    'identity',
    [
      'sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)',
      'wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)',
      `part = 'respondent'`,
      `created_at = created_at - interval '1 day'`,
      `sealed = ''`,
      `sealed = o.sealed, wrapped_key = o.wrapped_key from identity o where o.identity_id <> i.identity_id`,
    ],
    'people-changed',
  ));

test('whom the case does not name, or names and does not find, is found, and the next act refuses the case', async () => {
  const attacker = await connectOnce(db.locateSuperuser);
  const { rows } = await db.owner.query<{ case_id: string }>('select case_id from complaint_case limit 1');
  const note = () =>
    runOperation(
      desk,
      {
        ...{ office, ref: { caseId: rows[0]?.case_id ?? '' }, operation: 'follow-up', actor: staff },
        command: (keep) => ({ entry: 'note', text: keep.text('entry', 'Dilanjutkan.') }),
        ...{ expectedVersion: null, idempotency: null },
      },
      MORNING + 600_000,
    );
  try {
    await attacker.query(`set session_replication_role = 'replica'`);
    for (const sql of [
      'delete from identity where identity_id = (select min(identity_id::text)::uuid from identity)',
      // Hashes as well, or an index that finds nobody would tell of him.
      `with copied as (insert into identity select office_id, case_id, gen_random_uuid(), part, key_id, wrapped_key,
           sealed, hashes, created_at from identity limit 1 returning *)
         insert into identity_index select office_id, substr(hashes, n * 16 + 1, 16), case_id, identity_id
           from copied, generate_series(0, length(hashes) / 16 - 1) n`,
    ]) {
      await attacker.query(
        'create temp table kept as table identity; create temp table kept_index as table identity_index',
      );
      await attacker.query(sql);
      await attacker.query(
        'delete from identity_index x where not exists (select from identity i where i.identity_id = x.identity_id)',
      );
      assert.deepEqual(await findings(), ['people-changed'], sql);
      await assert.rejects(note(), { code: 'row-forged' });
      await attacker.query('delete from identity; insert into identity select * from kept; drop table kept');
      await attacker.query(
        'delete from identity_index; insert into identity_index select * from kept_index; drop table kept_index',
      );
    }
    assert.deepEqual(await findings(), []);
  } finally {
    await attacker.end();
  }
});

test('a figure of the past that says otherwise what a case is, or how long its answer took, is found', () =>
  attacked(
    'report_fact_past',
    [
      'kind = 1',
      'service = 1',
      'received_on = received_on - 1',
      'counted = not counted',
      'complainants = complainants + 1',
      'registered_on = registered_on + 1',
      'register_no = register_no + 1',
      'answer_working_days = 3',
    ],
    'fact-differs',
  ));

test('a case or a person that search does not find any more, or finds by another, is found', async () => {
  const attacker = await connectOnce(db.locateSuperuser);
  try {
    for (const [sql, what] of [
      ['delete from case_search', 'case_search'],
      [`update case_search set received_at = received_at - interval '1 day'`, 'case_search'],
      ['delete from identity_index', 'identity_index'],
      [`update identity_index set hash = substr(sha256(hash), 1, 16)`, 'identity_index'],
    ] as const) {
      await attacker.query(`create temp table kept as table ${what}`);
      assert.notEqual((await attacker.query(sql)).rowCount, 0);
      const { findings: found } = await verifyStore(db.locateOwner, desk.keyring, folder);
      await attacker.query(`delete from ${what}; insert into ${what} select * from kept; drop table kept`);
      assert.deepEqual(
        found.map((finding) => [finding.rule, 'what' in finding ? finding.what : '']),
        [['search-differs', what]],
        sql,
      );
    }
    assert.deepEqual(await findings(), []);
  } finally {
    await attacker.end();
  }
});

test('two keys of an office that changed numbers are found by the cases that stand under them', async () => {
  const unit = office.data.units[0]?.key;
  const code = office.codes.codeOf('unit', unit ?? null);
  const other = office.data.units[1]?.key;
  const swap = (one: unknown, another: unknown) =>
    db.owner.query(
      `update office_code set key = $2 where axis = 'unit' and code = $1 and office_id = ${office.officeId}`,
      [one, another],
    );
  const last = office.codes.codeOf('unit', other ?? null);
  await swap(last, 'none');
  await swap(code, other);
  await swap(last, unit);
  assert.deepEqual(await findings(), ['column-differs']);
  await swap(last, 'none');
  await swap(code, unit);
  await swap(last, other);
  assert.deepEqual(await findings(), []);
});
