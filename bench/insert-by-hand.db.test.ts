import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { decideIntake } from '../src/domain/complaint/decide-intake.ts';
import { contextOf } from '../src/features/cases/doors/case-desk.ts';
import { newCase } from '../src/features/cases/intake/new-case.ts';
import { insertNewCases, NEW_CASE_PARTS } from '../src/features/cases/intake/save-new-case.store.ts';
import { newTicket } from '../src/features/cases/store/ticket.ts';
import { openKeeper } from '../src/features/cases/vault/keeper.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../test/office-desk.ts';
import { openTestDatabase } from '../test/test-database.ts';
import { copyOfCase, insertByHand } from './insert-by-hand.ts';

test('what intake is measured against writes the very columns that an intake writes', async () => {
  const db = await openTestDatabase({ after });
  const { desk, office } = await openOfficeDesk(db);
  const { officeId } = office;
  const caseId = uuidv7();
  const keeper = openKeeper(desk.keyring, { officeId, caseId }, uuidv7);
  const context = contextOf(office, aStaffActor(), MORNING);
  const person = keeper.person('reporter', {
    ...{ name: 'Warga Contoh', phone: '0812-0000-0011', email: null, address: null, nik: null },
  });
  const decided = decideIntake(
    {
      ...{ kind: 'pengaduan', channel: 'loket', ticket: newTicket(office.ticketPrefix) },
      matter: keeper.text('matter', 'Saldo kartu masih nol.'),
      reporters: [{ identity: person, as: 'self' }],
    },
    context,
  );
  assert.ok(decided.ok);
  const { record } = newCase(desk.keyring, office, {
    ...{ caseId, events: decided.events, actor: context.actor, recordedAt: context.now, keeper },
    ...{ secretHash: Buffer.alloc(32, 1), kept: null },
  });
  const one = copyOfCase(record, newTicket(office.ticketPrefix));
  const other = copyOfCase(record, newTicket(office.ticketPrefix));
  await withOffice(db.app, officeId, (tx) => insertNewCases(tx, officeId, [one]));
  await insertByHand(db.app, other);
  for (const { table } of NEW_CASE_PARTS) {
    const written = async (id: string) => {
      const { rows } = await db.owner.query<{ readonly columns: readonly string[] }>(
        `select array(select jsonb_object_keys(jsonb_strip_nulls(to_jsonb(t))) order by 1) as columns
          from ${table} t where case_id = $1 order by 1`,
        [id],
      );
      return rows.map(({ columns }) => columns);
    };
    assert.deepEqual(await written(other.caseId), await written(one.caseId), table);
  }
  const { rows } = await db.owner.query('select mac from case_text where case_id = $1', [other.caseId]);
  assert.ok(rows.length > 0 && rows.every(({ mac }) => mac !== null));
});
