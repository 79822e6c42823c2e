import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import type { CaseActor } from '../domain/people/case-actor.ts';
import { parsePeriod } from '../domain/reports/report-period.ts';
import { moveOfficeDeadlines } from '../features/cases/acts/move-deadlines.job.ts';
import { runOperation } from '../features/cases/acts/run-operation.ts';
import { readCase } from '../features/cases/case-page/read-case.read.ts';
import { intakeComplaint } from '../features/cases/intake/intake-complaint.ts';
import { secretHash } from '../features/cases/intake/ticket-secret.ts';
import { agreeToOpening, openPerson } from '../features/cases/personal-data/open-person.ts';
import { trackComplaint } from '../features/cases/public/track-complaint.read.ts';
import { findCase } from '../features/cases/store/load-case.read.ts';
import { readHistory } from '../features/cases/store/read-history.read.ts';
import { readRegisterEntries } from '../features/registers/register-entries.read.ts';
import { OWNER_CONNECTIONS } from '../platform/database/open-database.ts';
import { connectOnce } from '../platform/database/pool.ts';
import { withOffice } from '../platform/database/transaction.ts';
import { newMasterKeyText, openKeyring } from '../platform/keyring.ts';
import { openKeyringAsItStands, openMasterKeyring } from './check-master-key.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk: made, office, offices } = await openOfficeDesk(db);
const former = newMasterKeyText();
const desk = { ...made, keyring: openKeyring(former) };
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));
const coordinator = aStaffActor();
const terlapor = aStaffActor();
const forged = { code: 'row-forged' };
const LATER = MORNING + 60_000;

async function take(marks: { readonly secret?: boolean; readonly about?: CaseActor }, at = MORNING) {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: coordinator,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Bantuan dipotong.'),
        secret: marks.secret ?? false,
        reporters: [
          {
            identity: keep.person('reporter', {
              ...{ name: 'Warga Contoh', phone: null, email: null, address: null, nik: null },
            }),
            as: 'self',
          },
        ],
        respondents:
          marks.about === undefined ? [] : [{ identity: null, account: marks.about.account, unit: null }],
      }),
      idempotency: null,
    },
    at,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer;
}

function register(caseId: string, at = desk) {
  return runOperation(
    at,
    {
      ...{ office, ref: { caseId }, actor: coordinator, expectedVersion: null, idempotency: null },
      operation: 'register',
      command: () => ({}),
    },
    LATER,
  );
}

/** As somebody who holds the password of the application's role. */
const asApplication = (sql: string, caseId: string) =>
  withOffice(db.app, office.officeId, (tx) => tx.query(sql, [caseId]));
const seen = (caseId: string, actor = coordinator) => readCase(desk, office, { caseId }, actor, LATER);

async function findings(caseId: string, { keyring } = desk): Promise<readonly string[]> {
  const verdict = await verifyStore(db.locateOwner, keyring, folder, LATER);
  return verdict.findings.flatMap((one) => ('caseId' in one && one.caseId === caseId ? [one.rule] : []));
}

const rowOf = async (caseId: string) =>
  (await db.owner.query('select * from complaint_case where case_id = $1', [caseId])).rows;

before(() => moveOfficeDeadlines(desk, db.owner, office, MORNING));

test('a secret mark taken off in the database lets nobody act, read or open the person, and verify goes on finding it', async () => {
  const { caseId, ticket, ticketSecret } = await take({ secret: true });
  const person = (await seen(caseId))?.people[0]?.identityId ?? '';
  await asApplication(
    `update complaint_case set state = (jsonb_set(state::jsonb, '{marks,secret}', 'false') - 'everGuarded')::json
      where case_id = $1`,
    caseId,
  );
  const before = await rowOf(caseId);
  assert.deepEqual(await findings(caseId), ['row-changed']);
  const ref = { caseId };
  await assert.rejects(register(caseId), forged);
  await assert.rejects(seen(caseId), forged);
  const opening = { office, ref, identityId: person, reason: 'Menghubungi pelapor', actor: coordinator };
  await assert.rejects(openPerson(desk, opening, LATER), forged);
  await assert.rejects(trackComplaint(desk, offices, { ticket, secret: ticketSecret }, LATER), forged);
  assert.deepEqual(await rowOf(caseId), before);
  assert.deepEqual(await findings(caseId), ['row-changed']);
});

test('a terlapor struck out of case and list reads nothing of it, and verify goes on finding it (rule 28)', async () => {
  const { caseId } = await take({ about: terlapor });
  assert.equal(await seen(caseId, terlapor), null);
  await asApplication('delete from case_respondent where case_id = $1', caseId);
  assert.equal(await seen(caseId, terlapor), null, 'whose case it is, the sealed state tells and no list');
  await asApplication(
    `update complaint_case set state = jsonb_set(state::jsonb, '{people,respondents}', '[]')::json where case_id = $1`,
    caseId,
  );
  for (let turn = 0; turn < 2; turn += 1) {
    await assert.rejects(register(caseId), forged);
    await assert.rejects(seen(caseId, terlapor), forged);
    assert.ok((await findings(caseId)).includes('row-changed'));
  }
});

test('a column, or the time of the last change, set by other hands stops the next act', async () => {
  for (const change of ['urgent = not urgent', `changed_at = '2031-01-01'`]) {
    const { caseId } = await take({});
    await asApplication(`update complaint_case set ${change} where case_id = $1`, caseId);
    await assert.rejects(register(caseId), forged, change);
    assert.deepEqual(await findings(caseId), ['row-changed'], change);
  }
});

test('a secret that other hands put in the place of the complainant’s opens nothing to them, and verify finds it', async () => {
  const [mine, theirs] = [await take({}), await take({})];
  await asDatabase(
    `update complaint_case c set secret_hash = o.secret_hash from complaint_case o
      where c.case_id = $1 and o.case_id = $2`,
    [mine.caseId, theirs.caseId],
  );
  assert.deepEqual(await findings(mine.caseId), ['row-changed']);
  await assert.rejects(register(mine.caseId), forged);
  await asDatabase('update complaint_case set secret_hash = $2 where case_id = $1', [
    mine.caseId,
    secretHash(openKeyring(former), office.officeId, mine.ticket, theirs.ticketSecret),
  ]);
  const typed = { ticket: mine.ticket, secret: theirs.ticketSecret };
  await assert.rejects(trackComplaint(desk, offices, typed, LATER), forged);
});

test('a deadline set by other hands is not sealed by counting deadlines anew', async () => {
  const { caseId } = await take({});
  await asApplication(
    `update complaint_case set state = replace(state::text, '"dueAt":"2026-', '"dueAt":"2031-')::json where case_id = $1`,
    caseId,
  );
  await db.owner.query(`update office set deadlines_under = ''`);
  const { failed } = await moveOfficeDeadlines(desk, db.owner, office, LATER);
  assert.deepEqual(
    failed.map((one) => [one.caseId, Object(one.fault).code]),
    [[caseId, 'row-forged']],
  );
  assert.deepEqual(await findings(caseId), ['row-changed']);
});

/** What only the database's own password does: to put into, change or take from a history. */
async function asDatabase(sql: string, values: readonly unknown[]): Promise<void> {
  const attacker = new pg.Client(db.locateSuperuser());
  await attacker.connect();
  try {
    await attacker.query(`set session_replication_role = 'replica'`);
    const { rowCount } = await attacker.query(sql, [...values]);
    assert.equal(rowCount, 1);
  } finally {
    await attacker.end();
  }
}

const FORGERIES = {
  'an agreement appended': `insert into case_event
    select office_id, case_id, seq + 1, recorded_at, key_id,
        replace(replace(body, '-asked', '-agreed'), '"identity":', '"asker":"' || $2 || '","identity":'), mac
      from case_event where case_id = $1 and seq = 2`,
  'who asked for it': `update case_event set body = replace(body, $2, '${newAccount()}') where case_id = $1 and seq = 2`,
  'its time': `update case_event set recorded_at = recorded_at - interval '1 day' where case_id = $1 and seq = 2 and $2 <> ''`,
  'an entry in between': `update case_event set body = replace(body, 'pengaduan', 'aspirasi') where case_id = $1 and seq = 1 and $2 <> ''`,
  'an entry taken out': `delete from case_event where case_id = $1 and seq = 1 and $2 <> ''`,
  'a link': `update case_event set mac = sha256(mac) where case_id = $1 and seq = 1 and $2 <> ''`,
};
function newAccount(): string {
  return aStaffActor().account ?? '';
}

test('rule 32: an entry that other hands put into a history opens nobody, and lets nobody act, read or follow the case', async () => {
  for (const [forgery, sql] of Object.entries(FORGERIES)) {
    const { caseId, ticket, ticketSecret } = await take({ secret: true });
    const ref = { caseId };
    const identityId = (await seen(caseId))?.people[0]?.identityId ?? '';
    const opening = { office, ref, identityId, reason: 'Menghubungi pelapor', actor: coordinator };
    assert.deepEqual(await openPerson(desk, opening, LATER), { ok: true, opened: null });
    await asDatabase(sql, [caseId, coordinator.account]);
    const before = await rowOf(caseId);
    await assert.rejects(openPerson(desk, opening, LATER), forged, forgery);
    const agreement = { ...opening, actor: aStaffActor(), asker: coordinator.account ?? '' };
    await assert.rejects(agreeToOpening(desk, agreement, LATER), forged, forgery);
    await assert.rejects(register(caseId), forged, forgery);
    await assert.rejects(seen(caseId), forged, forgery);
    await assert.rejects(trackComplaint(desk, offices, { ticket, secret: ticketSecret }, LATER), forged);
    assert.deepEqual(await rowOf(caseId), before, forgery);
  }
});

test('a page that is read while somebody acts shows the case as its row stood', async () => {
  const { caseId } = await take({});
  const read = await withOffice(db.app, office.officeId, async (tx) => {
    const found = await findCase(tx, desk.keyring, office.officeId, { caseId });
    assert.ok(found !== null);
    assert.ok((await register(caseId)).ok);
    return readHistory(tx, desk.keyring, office.officeId, found);
  });
  assert.deepEqual(
    read.map(({ event }) => event.type),
    ['received'],
  );
});

test('a mark taken off in the database brings nobody into the archive edition of the register (rule 32)', async () => {
  const { caseId } = await take({ secret: true }, Date.parse('2027-03-01T02:00:00Z'));
  const period = parsePeriod('2027');
  assert.ok(period !== null);
  const edition = () =>
    withOffice(db.app, office.officeId, (tx) =>
      readRegisterEntries(tx, desk.keyring, office, period, { viewer: coordinator, edition: 'arsip' }),
    );
  assert.deepEqual(
    (await edition()).entries.map(({ people }) => people),
    [['']],
  );
  await asApplication(
    `update complaint_case set state = (jsonb_set(state::jsonb, '{marks,secret}', 'false') - 'everGuarded')::json
      where case_id = $1`,
    caseId,
  );
  await assert.rejects(edition(), forged);
});

// The last of this file: the cases above are under the former key alone.
test('behind a new master key every case is sealed anew, once: what a former key makes or changes afterwards is refused and found', async () => {
  const { caseId } = await take({ secret: true });
  const broken = await take({});
  await asApplication('update complaint_case set status = status + 1 where case_id = $1', broken.caseId);
  const masterKey = `${newMasterKeyText()},${former}`;
  const rotated = { ...desk, keyring: openKeyring(masterKey) };
  const start = () => openMasterKeyring(db.owner, { dataFolder: folder, masterKey }, LATER);
  await assert.rejects(readCase(rotated, office, { caseId }, coordinator, LATER), forged);
  // Who only looks finds everything as it stands: whole under the former key, and what was broken as broken.
  const looking = await openKeyringAsItStands(db.owner, { dataFolder: folder, masterKey }, LATER);
  assert.deepEqual(await findings(caseId, { ...desk, keyring: looking }), []);
  assert.deepEqual(await findings(broken.caseId, { ...desk, keyring: looking }), ['row-changed']);
  // What another process goes on sealing under the former key no door would open.
  const another = await connectOnce(db.locateOwner, OWNER_CONNECTIONS);
  await assert.rejects(start(), { code: 'still-running' });
  const { rows: left } = await another.query<{ pid: number }>('select pg_backend_pid() as pid');
  await another.end();
  const isLeft = 'select from pg_stat_activity where pid = $1';
  while ((await db.owner.query(isLeft, [left[0]?.pid])).rowCount !== 0);
  await start();
  assert.ok((await readCase(rotated, office, { caseId }, coordinator, LATER)) !== null);
  assert.ok((await register(caseId, rotated)).ok);
  assert.deepEqual(await findings(caseId, rotated), []);
  await assert.rejects(seen(caseId), { code: 'key-missing' });
  await assert.rejects(readCase(rotated, office, broken, coordinator, LATER), forged);
  assert.deepEqual(await findings(broken.caseId, rotated), ['row-changed']);

  const byFormerKey = await take({}, LATER);
  for (const again of [1, 2]) {
    await assert.rejects(readCase(rotated, office, byFormerKey, coordinator, LATER), forged, `${again}`);
    assert.deepEqual(await findings(byFormerKey.caseId, rotated), ['row-changed']);
    await start();
  }
  // Nor does the next change of the key take up what the leaked one sealed.
  const third = `${newMasterKeyText()},${masterKey}`;
  const next = { ...desk, keyring: openKeyring(third) };
  await openMasterKeyring(db.owner, { dataFolder: folder, masterKey: third }, LATER);
  assert.ok((await readCase(next, office, { caseId }, coordinator, LATER)) !== null);
  await assert.rejects(readCase(next, office, byFormerKey, coordinator, LATER), forged);
  // Whoever goes on with a ring that lacks the key of today is stopped before he takes a complaint.
  await assert.rejects(start(), { code: 'wrong-key' });
});
