import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { inTransaction, withOffice } from '../../../platform/database/transaction.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { personOf } from '../vault/person-of.ts';
import { readPeople } from '../vault/read-people.ts';
import { verifyCases } from '../verify/verify-cases.ts';
import { findCasesOfPerson } from './find-people.read.ts';
import { openPerson } from './open-person.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const clerk = aStaffActor({ may: new Set([...staff.may].filter((one) => one !== 'identity/approve')) });

async function takeFrom(name: string, secret: boolean): Promise<string> {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: staff, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Kartu rusak.'), secret },
        reporters: [{ identity: keep.person('reporter', personOf({ name })), as: 'self' }],
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
  return taken.answer.caseId;
}

test('rule 32: whoever is copied from a guarded case into an open one opens there for nobody and is found by verify', async () => {
  const guarded = await takeFrom('Rahasia Contoh', true);
  const open = await takeFrom('Warga Contoh', false);
  const hidden = (await readCase(desk, office, { caseId: guarded }, staff, MORNING))?.people[0];
  assert.ok(hidden);
  // As somebody who holds the password of the application's role.
  await withOffice(db.app, office.officeId, (tx) =>
    tx.query(
      `insert into identity (office_id, case_id, identity_id, part, key_id, wrapped_key, sealed, hashes, created_at)
       select office_id, $2, identity_id, part, key_id, wrapped_key, sealed, hashes, created_at
         from identity where case_id = $1`,
      [guarded, open],
    ),
  );
  await withOffice(db.app, office.officeId, (tx) =>
    assert.rejects(readPeople(tx, desk.keyring, office.officeId, open), { code: 'seal-broken' }),
  );
  const opening = { office, ref: { caseId: open }, identityId: hidden.identityId, actor: staff };
  await assert.rejects(openPerson(desk, { ...opening, reason: 'Ingin tahu' }, MORNING), {
    code: 'row-forged',
  });
  const search = { typed: 'Rahasia Contoh', reason: 'Pelapor menelepon' };
  const found = await findCasesOfPerson(desk, office, clerk, search, MORNING);
  assert.deepEqual(found.ok && found.lines, [], 'his hashes are those of the case that he stands on');
  const verdict = await inTransaction(db.owner, (tx) => verifyCases(tx, db.locateOwner, desk.keyring), {
    isolation: 'repeatable read',
  });
  assert.deepEqual(verdict.findings, {
    placed: [{ part: 'identity', rule: 'people-changed', officeId: office.officeId, caseId: open }],
    counted: [],
  });
});

test('rule 32: a mark that other hands took off in the database shows nobody behind the case', async () => {
  const [guarded, open] = [await takeFrom('Samar Contoh', true), await takeFrom('Samar Contoh', false)];
  await withOffice(db.app, office.officeId, (tx) =>
    tx.query(
      `update complaint_case
        set state = (jsonb_set(state::jsonb, '{marks,secret}', 'false') - 'everGuarded')::json where case_id = $1`,
      [guarded],
    ),
  );
  const search = { typed: 'Samar Contoh', reason: 'Pelapor menelepon' };
  const found = await findCasesOfPerson(desk, office, clerk, search, MORNING);
  assert.deepEqual(found.ok && found.lines.map(({ caseId }) => caseId), [open]);
});
