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
      idempotency: { key: 'take-with', body: '{}' },
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
