import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aMailServer } from '../../../../test/a-mail-server.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { anAccount } from '../../../../test/an-account.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { openMailer } from '../../../adapters/mail/open-mailer.ts';
import { runOperation } from '../acts/run-operation.ts';
import { callUrgent } from './call-urgent.job.ts';
import { sendWaitingMail } from './send-mail.job.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const onFault = (fault: unknown): never => {
  throw fault;
};
const MINUTE = 60_000;
/** Sunday night: urgent cases do not wait for service hours. */
const NIGHT = MORNING - 7 * 3_600_000;

async function person(email: string, role: string, unit: string | null = null): Promise<string> {
  const made = await anAccount({ desk, office }, { name: `Pegawai ${email}`, email, roles: [role], unit });
  if (!made.ok) throw new Error(made.refusal);
  return made.account;
}
await person('koordinator@contoh.id', 'koordinator');
await person('piket@contoh.id', 'staf-bidang', 'rehabilitasi-sosial');
await person('lain@contoh.id', 'staf-bidang', 'sekretariat');
const head = await person('kepala@contoh.id', 'penanggung-jawab');

async function act(ticket: string, operation: 'mark' | 'accept-urgent', command: object, now: number) {
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
      ...{ operation, command: () => command },
    } as Parameters<typeof runOperation>[1],
    now,
  );
  assert.ok(done.ok, JSON.stringify(done));
}

test('rule 5: at any hour, by mail and in the application, again until somebody accepts, then no more', async (t) => {
  const service = office.data.services.find(({ unit }) => unit === 'rehabilitasi-sosial')?.key;
  const { ticket, caseId } = await aStoredCase({ desk, office }, NIGHT, aStaffActor(), {
    service: service ?? '',
  });
  await act(ticket, 'mark', { mark: 'urgent', on: true }, NIGHT + MINUTE);
  const server = await aMailServer(t);
  const mailDesk = { ...desk, mailer: openMailer(server.setting), publicUrl: null, onFault };
  const at = async (now: number) => {
    // Two workers come round at the same minute.
    const calls = await Promise.all([1, 2].map(() => callUrgent(desk, office, now)));
    await sendWaitingMail(mailDesk, office, () => now);
    return calls.reduce((sum, { rounds }) => sum + rounds, 0);
  };
  assert.equal(await at(NIGHT + MINUTE), 1);
  const called = () => server.taken.map(({ to }) => to[0]).sort();
  assert.deepEqual(
    called(),
    ['koordinator@contoh.id', 'piket@contoh.id'],
    'the division of its service, and the coordinator',
  );
  assert.equal(await at(NIGHT + 10 * MINUTE), 0);
  assert.equal(await at(NIGHT + 16 * MINUTE), 1);
  assert.equal(server.taken.length, 4);
  const { rows } = await db.owner.query<{ round: number }>(`select round from notice where kind = 'urgent'`);
  assert.deepEqual(rows, [{ round: 2 }, { round: 2 }], 'one notice a person, with the call that it is');
  // An hour by the clock without an entry is on the head's page, too.
  assert.equal(await at(NIGHT + 62 * MINUTE), 1);
  const idle = await db.owner.query(
    `select from notice_item where account_id = $1 and cause = 'urgent-idle'`,
    [head],
  );
  assert.equal(idle.rowCount, 1);
  await act(ticket, 'accept-urgent', {}, NIGHT + 63 * MINUTE);
  assert.equal(await at(NIGHT + 90 * MINUTE), 0);
  assert.equal(server.taken.length, 6);
  assert.ok(server.taken.every(({ text }) => !text.includes('Kartu belum diterima')));
  assert.ok(caseId);
});

test('a call that waited for its server until somebody accepted does not go out any more', async (t) => {
  const { ticket } = await aStoredCase({ desk, office }, NIGHT);
  await act(ticket, 'mark', { mark: 'urgent', on: true }, NIGHT + 100 * MINUTE);
  await callUrgent(desk, office, NIGHT + 100 * MINUTE);
  await act(ticket, 'accept-urgent', {}, NIGHT + 101 * MINUTE);
  const server = await aMailServer(t);
  await sendWaitingMail(
    { ...desk, mailer: openMailer(server.setting), publicUrl: null, onFault },
    office,
    () => NIGHT + 102 * MINUTE,
  );
  assert.deepEqual(server.taken, []);
});
