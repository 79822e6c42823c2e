import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aMailServer } from '../../../../test/a-mail-server.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { anAccount } from '../../../../test/an-account.ts';
import { markStoredCase } from '../../../../test/mark-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { openMailer } from '../../../adapters/mail/open-mailer.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { runOperation } from '../acts/run-operation.ts';
import { sendWaitingMail } from './send-mail.job.ts';
import { sweepNotices } from './sweep-notices.job.ts';
import { watchCases } from './watch-cases.job.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const onFault = (fault: unknown): never => {
  throw fault;
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 20 April 2026, 09.00 WITA: what was received on 6 April is to be called complete or not by 24.00. */
const LAST_DAY = MORNING + 14 * DAY;

async function person(email: string, role: string, unit: string | null = null): Promise<string> {
  const made = await anAccount({ desk, office }, { name: `Pegawai ${email}`, email, roles: [role], unit });
  if (!made.ok) throw new Error(made.refusal);
  return made.account;
}
const coordinator = await person('koordinator@contoh.id', 'koordinator');
const clerk = await person('loket@contoh.id', 'petugas-loket');
await person('kabid@contoh.id', 'kepala-bidang', 'rehabilitasi-sosial');

const rows = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
  (await db.owner.query<Row>(text, [...values])).rows;
const clear = () => db.owner.query('truncate notice, notice_item, mail, urgent_call, case_watch cascade');
const digests = () =>
  rows<{ account: string; day: string }>(
    `select account_id account, on_day::text as day from notice where kind = 'digest' order by 2, 1`,
  );

test('rules 13, 20: two workers at once, and again and again, tell each person once in one message a day', async () => {
  const { ticket } = await aStoredCase({ desk, office });
  await aStoredCase({ desk, office });
  await Promise.all([1, 2, 3].map(() => sweepNotices(desk, office, LAST_DAY)));
  assert.equal(await sweepNotices(desk, office, LAST_DAY + 10 * 60_000), 0);
  assert.deepEqual(
    (await digests()).map(({ account }) => account),
    [coordinator, clerk].sort(),
  );
  const items = await rows<{ n: number }>('select count(*)::int n from notice_item group by account_id');
  assert.deepEqual(items, [{ n: 2 }, { n: 2 }], 'both cases in one message');
  assert.equal((await rows('select from mail')).length, 2);
  // What comes later on that day joins it and is unread again; no second mail follows.
  await db.owner.query('update notice set read_at = told_at');
  await aStoredCase({ desk, office });
  assert.equal(await sweepNotices(desk, office, LAST_DAY + HOUR), 0, 'no new message');
  assert.equal((await rows('select from notice where read_at is null')).length, 2);
  assert.equal((await rows('select from mail')).length, 2);
  assert.ok(ticket);
});

test('rule 20: a clock that is set forwards and back sends no second message for a day and tells nothing anew', async () => {
  await clear();
  for (const now of [
    LAST_DAY,
    LAST_DAY + 3 * DAY,
    LAST_DAY,
    LAST_DAY + DAY,
    LAST_DAY - 3 * DAY,
    LAST_DAY + HOUR,
  ]) {
    await sweepNotices(desk, office, now);
  }
  const twice = await rows(
    `select account_id, on_day from notice where kind = 'digest' group by 1, 2 having count(*) > 1`,
  );
  assert.deepEqual(twice, []);
  const mails = await rows('select person, on_day from mail group by 1, 2 having count(*) > 1');
  assert.deepEqual(mails, []);
  const again = await digests();
  for (const now of [LAST_DAY - 3 * DAY, LAST_DAY, LAST_DAY + 3 * DAY])
    assert.equal(await sweepNotices(desk, office, now), 0);
  assert.deepEqual(await digests(), again);
});

test('outside service hours nobody is told', async () => {
  await clear();
  assert.equal(await sweepNotices(desk, office, LAST_DAY + 12 * HOUR), 0);
  assert.deepEqual(await digests(), []);
});

test('one mail a person goes out, with numbers and dates and no word of the matter; two senders send it once', async (t) => {
  await clear();
  await sweepNotices(desk, office, LAST_DAY);
  const server = await aMailServer(t);
  const mailDesk = {
    ...desk,
    mailer: openMailer(server.setting),
    publicUrl: 'https://lapor.contoh.id',
    onFault,
  };
  await Promise.all([1, 2].map(() => sendWaitingMail(mailDesk, office, () => LAST_DAY)));
  await sendWaitingMail(mailDesk, office, () => LAST_DAY + HOUR);
  assert.deepEqual(server.taken.map(({ to }) => to[0]).sort(), ['koordinator@contoh.id', 'loket@contoh.id']);
  const [mail] = server.taken;
  const text = (mail?.text ?? '').replaceAll('=\r\n', '');
  assert.match(text, /TBL-[A-Z0-9]{4}-[A-Z0-9]{4}: batas waktu berakhir/);
  assert.match(text, /lapor\.contoh\.id\/petugas\/pemberitahuan/);
  assert.doesNotMatch(text, /Kartu belum diterima/);
  const states = await rows('select state, reply from mail');
  assert.deepEqual(
    states,
    [1, 2].map(() => ({ state: 'sent', reply: 250 })),
  );
});

test('rules 27, 28: who may read a case no longer when the mail goes is not told of it', async (t) => {
  await db.owner.query('delete from case_watch');
  await clear();
  await sweepNotices(desk, office, LAST_DAY);
  const cases = await rows<{ case_id: string }>('select case_id from complaint_case');
  for (const { case_id } of cases)
    await markStoredCase(db.owner, desk.keyring, case_id, 'restricted', 'restricted = true');
  const server = await aMailServer(t);
  const mailDesk = { ...desk, mailer: openMailer(server.setting), publicUrl: null, onFault };
  await sendWaitingMail(mailDesk, office, () => LAST_DAY);
  assert.deepEqual(server.taken, []);
  assert.deepEqual(await rows('select distinct state, why from mail'), [
    { state: 'dropped', why: 'nothing-left' },
  ]);
});

test('without a server mail waits and says why; it goes when there is one, and not when it is stale', async (t) => {
  await clear();
  await aStoredCase({ desk, office });
  await sweepNotices(desk, office, LAST_DAY);
  const waits = { ...desk, mailer: null, publicUrl: null, onFault };
  await sendWaitingMail(waits, office, () => LAST_DAY);
  assert.deepEqual(await rows('select distinct state, why from mail'), [
    { state: 'waiting', why: 'no-smtp' },
  ]);
  const server = await aMailServer(t, { answerTo: { 'loket@contoh.id': 451 } });
  const mailDesk = { ...waits, mailer: openMailer(server.setting) };
  await sendWaitingMail(mailDesk, office, () => LAST_DAY + HOUR);
  assert.deepEqual(
    server.taken.map(({ to }) => to[0]),
    ['koordinator@contoh.id'],
  );
  assert.deepEqual(await rows(`select state, why, reply from mail where state <> 'sent'`), [
    { state: 'waiting', why: 'put-off', reply: 451 },
  ]);
  // A reminder of that day helps nobody the day after.
  await sendWaitingMail(mailDesk, office, () => LAST_DAY + DAY);
  assert.deepEqual(await rows(`select state, why from mail where state <> 'sent'`), [
    { state: 'dropped', why: 'stale' },
  ]);
  assert.equal(server.taken.length, 1);
});

test('a mail that a dead process left in the middle is unsure, and nobody sends it again by himself', async (t) => {
  await clear();
  await sweepNotices(desk, office, LAST_DAY);
  const server = await aMailServer(t);
  const mailDesk = {
    ...desk,
    mailer: openMailer(server.setting),
    publicUrl: null,
    onFault,
    unsureAfterMs: 60_000,
  };
  await db.owner.query(
    `update mail set state = 'sending', claim = $1, claimed_at = now() - interval '2 minutes'`,
    [desk.newId()],
  );
  await sendWaitingMail(mailDesk, office, () => LAST_DAY);
  await sendWaitingMail(mailDesk, office, () => LAST_DAY + HOUR);
  assert.equal(server.taken.length, 0);
  assert.deepEqual(await rows('select distinct state, why from mail'), [
    { state: 'unsure', why: 'unknown-outcome' },
  ]);
});

test('who wants no mail gets none, and finds the message in the application all the same', async () => {
  await clear();
  await withOffice(db.app, office.officeId, (tx) =>
    tx.query('insert into notice_setting (office_id, account_id, by_email) values ($1, $2, false)', [
      office.officeId,
      clerk,
    ]),
  );
  await sweepNotices(desk, office, LAST_DAY);
  const mailDesk = {
    ...desk,
    mailer: { send: async () => ({ is: 'sent', reply: 250 }) as const },
    publicUrl: null,
    onFault,
  };
  await sendWaitingMail(mailDesk, office, () => LAST_DAY);
  assert.deepEqual(await rows('select state, why from mail where person = $1', [clerk]), [
    { state: 'dropped', why: 'not-wanted' },
  ]);
  assert.equal((await rows('select from notice where account_id = $1', [clerk])).length, 1);
});

test('rule 26: a finished case comes back on its day, and is watched until nothing is awaited of it', async () => {
  await clear();
  const { ticket, caseId } = await aStoredCase({ desk, office });
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
      operation: 'answer-at-desk',
      command: (keep) => ({
        ...{
          way: 'oral',
          text: keep.text('answer', 'Sudah diajukan.'),
          outcome: 'pending-elsewhere',
          severity: 'light',
        },
        pending: { body: 'kemensos', reference: null, lookAgainOn: '2026-04-21' },
      }),
    },
    MORNING + 60_000,
  );
  assert.ok(done.ok, JSON.stringify(done));
  await watchCases(desk, office.officeId, [caseId]);
  const told = () =>
    rows<{ cause: string }>(`select distinct cause from notice_item where case_id = $1`, [caseId]);
  await sweepNotices(desk, office, LAST_DAY);
  assert.deepEqual(await told(), []);
  await sweepNotices(desk, office, LAST_DAY + DAY);
  assert.deepEqual(await told(), [{ cause: 'look-again' }]);
  assert.equal((await rows('select from case_watch where case_id = $1', [caseId])).length, 1);
  // Its owner says what came of it: nothing is awaited any more.
  const closed = await runOperation(
    desk,
    {
      ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
      operation: 'close',
      command: () => ({ outcome: 'resolved' }),
    },
    LAST_DAY + DAY + HOUR,
  );
  assert.ok(closed.ok, JSON.stringify(closed));
  await sweepNotices(desk, office, LAST_DAY + DAY + 2 * HOUR);
  assert.equal((await rows('select from case_watch where case_id = $1', [caseId])).length, 0);
});
