import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { personOf } from '../vault/person-of.ts';
import { verifyCases } from '../verify/verify-cases.ts';
import { correctPerson } from './correct-person.ts';
import { erasePersonalData } from './erase-personal-data.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();

async function takeWith(safeContact: string) {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Kartu rusak.'),
        reporters: [{ identity: keep.person('reporter', personOf({ name: 'Sari Contoh' })), as: 'self' }],
        safeContact: keep.text('safe-contact', safeContact),
      }),
      idempotency: null,
    },
    MORNING,
  );
  assert.ok(taken.ok);
  const { caseId } = taken.answer;
  const reading = await readCase(desk, office, { caseId }, staff, MORNING);
  assert.ok(reading);
  return { caseId, identityId: reading.people[0]?.identityId ?? '', version: reading.version };
}

test('with a complainant goes how he was safely reached, each with its own entry; with a terlapor it stays', async () => {
  const safeContact = 'Telepon kakaknya, Rina Contoh';
  const { caseId, identityId, version } = await takeWith(safeContact);
  const accused = {
    part: 'respondent',
    identityId: null,
    person: { name: 'Terlapor Hapus' },
    as: 'self',
    reason: 'Baru disebut',
  } as const;
  const added = await correctPerson(
    desk,
    {
      ...{ office, ref: { caseId }, actor: staff, correction: accused },
      ...{ expectedVersion: version, idempotency: null },
    },
    MORNING,
  );
  assert.ok(added.ok);
  const telling = async () => {
    const now = await readCase(desk, office, { caseId }, staff, MORNING);
    assert.ok(now);
    const safe = [...now.texts.values()].filter(({ purpose }) => purpose === 'safe-contact');
    const entries = now.timeline.flatMap(({ event }) => (event.type.endsWith('-erased') ? event.type : []));
    return [safe.map(({ body }) => body), entries, now] as const;
  };
  const [, , named] = await telling();
  const erase = (identity: string) =>
    erasePersonalData(
      desk,
      { office, ref: { caseId }, subject: { identity }, ground: 'permintaan', actor: staff },
      MORNING,
    );
  const terlapor = named.people.find(({ part }) => part === 'respondent')?.identityId ?? '';
  assert.ok((await erase(terlapor)).ok);
  assert.deepEqual((await telling()).slice(0, 2), [[safeContact], ['identity-erased']]);
  assert.ok((await erase(identityId)).ok);
  assert.deepEqual((await telling()).slice(0, 2), [
    [null],
    ['identity-erased', 'identity-erased', 'text-erased'],
  ]);
  const ledger = await db.owner.query(
    'select subject from erasure_ledger where case_id = $1 order by subject',
    [caseId],
  );
  assert.deepEqual(
    ledger.rows.map(({ subject }) => subject),
    ['identity', 'identity', 'text'],
  );
  const verdict = await inTransaction(db.owner, (tx) => verifyCases(tx, db.locateOwner, desk.keyring), {
    isolation: 'repeatable read',
  });
  assert.deepEqual(verdict.findings, { placed: [], counted: [] });
});

test('rule 11: with a person who was corrected go his former data; with former data alone he stays', async () => {
  const { caseId, identityId, version } = await takeWith('');
  const ids = [identityId];
  for (const [index, name] of ['Sari Betul', 'Sari Lebih Betul'].entries()) {
    const done = await correctPerson(
      desk,
      {
        ...{ office, ref: { caseId }, actor: staff, expectedVersion: version + index, idempotency: null },
        correction: {
          ...{ part: 'reporter', identityId: ids[index] ?? '', person: { name }, as: 'self' },
          reason: 'Salah dengar',
        },
      },
      MORNING,
    );
    assert.ok(done.ok);
    const now = await readCase(desk, office, { caseId }, staff, MORNING);
    ids.push(now?.state.people.reporters[0]?.identity ?? '');
  }
  const left = async () => {
    const { rows } = await db.owner.query<{ identity_id: string; found: number }>(
      `select identity_id, (select count(*) from identity_index x where x.identity_id = i.identity_id)::int as found
         from identity i where case_id = $1 and wrapped_key is not null`,
      [caseId],
    );
    assert.ok(rows.every(({ found }) => found > 0));
    return rows.map((row) => row.identity_id).sort();
  };
  const erase = (identity = '') =>
    erasePersonalData(
      desk,
      { office, ref: { caseId }, subject: { identity }, ground: 'permintaan', actor: staff },
      MORNING,
    );
  assert.deepEqual(await left(), [...ids].sort());
  assert.ok((await erase(ids[0])).ok);
  assert.deepEqual(await left(), ids.slice(1).sort());
  assert.ok((await erase(ids[2])).ok);
  assert.deepEqual(await left(), []);
  assert.deepEqual(await erase(ids[1]), { ok: false, refusal: 'nothing-to-erase' });
  const ledger = await db.owner.query<{ subject_id: string }>(
    `select subject_id from erasure_ledger where case_id = $1 and subject = 'identity'`,
    [caseId],
  );
  assert.deepEqual(ledger.rows.map((row) => row.subject_id).sort(), [...ids].sort());
  const { rows } = await db.owner.query<{ n: number }>(
    'select count(*)::int as n from identity_index where case_id = $1',
    [caseId],
  );
  assert.deepEqual(rows, [{ n: 0 }]);
  const verdict = await inTransaction(db.owner, (tx) => verifyCases(tx, db.locateOwner, desk.keyring), {
    isolation: 'repeatable read',
  });
  assert.deepEqual(verdict.findings, { placed: [], counted: [] });
});
