import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aMailServer } from '../../../../test/a-mail-server.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { openMailer } from '../../../adapters/mail/open-mailer.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import type { EventNotice } from '../store/move-outbox.ts';
import { mailComplainants } from './mail-complainants.job.ts';
import { sendWaitingMail } from './send-mail.job.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const onFault = (fault: unknown): never => {
  throw fault;
};
const MINUTE = 60_000;
const EMAIL = 'warga@contoh.id';

async function aComplaint(
  over: { readonly protected?: boolean; readonly safe?: string; readonly anonymous?: boolean } = {},
) {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: aStaffActor(), idempotency: null },
      command: (keep) => ({
        ...{
          kind: 'pengaduan',
          channel: 'loket',
          matter: keep.text('matter', 'Suami saya memukul anak kami.'),
        },
        ...(over.protected ? { protected: true } : {}),
        ...(over.anonymous ? { anonymous: true } : {}),
        ...(over.safe === undefined ? {} : { safeContact: keep.text('safe-contact', over.safe) }),
        reporters: [
          {
            identity: keep.person('reporter', {
              name: 'Ibu Contoh',
              phone: null,
              email: EMAIL,
              address: null,
              nik: null,
            }),
            as: 'self',
          },
        ],
      }),
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer;
}
const received = (caseId: string): EventNotice => ({
  officeId: office.officeId,
  caseId,
  seq: 1,
  type: 'received',
});
const rows = async (text: string) => (await db.owner.query(text)).rows;

test('rule 7: whoever left an address gets thanks and his number, once, and neither his matter nor his code', async (t) => {
  const { caseId, ticket, ticketSecret } = await aComplaint();
  const told = [received(caseId), received(caseId)];
  await Promise.all([1, 2].map(() => mailComplainants(desk, office, told, MORNING + MINUTE)));
  const server = await aMailServer(t);
  const mailDesk = {
    ...desk,
    mailer: openMailer(server.setting),
    publicUrl: 'https://lapor.contoh.id',
    onFault,
  };
  await sendWaitingMail(mailDesk, office, () => MORNING + MINUTE);
  await sendWaitingMail(mailDesk, office, () => MORNING + 2 * MINUTE);
  assert.equal(server.taken.length, 1);
  const [mail] = server.taken;
  assert.deepEqual(mail?.to, [EMAIL]);
  const text = Buffer.from(mail?.text ?? '')
    .toString('utf8')
    .replaceAll('=\r\n', '');
  assert.match(text, new RegExp(ticket));
  assert.match(text, /Terima kasih/);
  assert.match(text, /Thank you/);
  assert.doesNotMatch(text, /memukul|Ibu Contoh/);
  assert.ok(ticketSecret === null || !text.includes(ticketSecret));
  // That the server took it stands in the history, apart from the step that a person does (rule 17).
  const [entry] =
    await rows(`select body::json -> 'event' ->> 'automatic' as automatic, body::json -> 'actor' ->> 'by' as by
    from case_event where case_id = '${caseId}' and seq = 2`);
  assert.deepEqual(entry, { automatic: 'true', by: 'system' });
});

test('rule 6: a protected complainant is mailed by no machine before a safe way names the address, and then of nothing', async (t) => {
  const unsafe = await aComplaint({ protected: true });
  const phoned = await aComplaint({ protected: true, safe: 'Telepon pukul 9, jangan menyurati' });
  const safe = await aComplaint({ protected: true, safe: `Surel ${EMAIL} saja` });
  await db.owner.query('truncate mail');
  const told = [unsafe, phoned, safe].map(({ caseId }) => received(caseId));
  assert.equal(await mailComplainants(desk, office, told, MORNING + MINUTE), 1);
  const server = await aMailServer(t);
  await sendWaitingMail(
    { ...desk, mailer: openMailer(server.setting), publicUrl: null, onFault },
    office,
    () => MORNING + MINUTE,
  );
  assert.equal(server.taken.length, 1);
  const text = server.taken[0]?.text.replaceAll('=\r\n', '') ?? '';
  assert.match(text, new RegExp(safe.ticket));
  assert.doesNotMatch(text, /Tabalong|[Pp]engaduan Anda|mencatat/);
});

test('who is erased before his mail goes gets none; an anonymous one who left an address does', async (t) => {
  const anonymous = await aComplaint({ anonymous: true });
  const erased = await aComplaint();
  await db.owner.query('truncate mail');
  await mailComplainants(
    desk,
    office,
    [anonymous, erased].map(({ caseId }) => received(caseId)),
    MORNING + MINUTE,
  );
  await db.owner.query(
    'update identity set wrapped_key = null, sealed = null, hashes = null, erased_at = now() where case_id = $1',
    [erased.caseId],
  );
  const server = await aMailServer(t);
  await sendWaitingMail(
    { ...desk, mailer: openMailer(server.setting), publicUrl: null, onFault },
    office,
    () => MORNING + MINUTE,
  );
  assert.equal(server.taken.length, 1);
  assert.deepEqual(await rows(`select why from mail where state = 'dropped'`), [{ why: 'no-address' }]);
});

test('what was written down long ago, or stands no longer, is not told', async () => {
  const { caseId, ticket } = await aComplaint();
  await db.owner.query('truncate mail');
  assert.equal(await mailComplainants(desk, office, [received(caseId)], MORNING + 48 * 60 * MINUTE), 0);
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
      operation: 'cancel',
      command: (keep) => ({ reason: keep.text('reason', 'Salah catat') }),
    },
    MORNING + 2 * MINUTE,
  );
  assert.ok(done.ok);
  assert.equal(await mailComplainants(desk, office, [received(caseId)], MORNING + 3 * MINUTE), 0);
});

test('a complainant whose row other hands changed hinders no other mail, and his waits for who mends it', async (t) => {
  const [broken, whole] = [await aComplaint(), await aComplaint()];
  await db.owner.query('truncate mail');
  await mailComplainants(desk, office, [received(broken.caseId), received(whole.caseId)], MORNING + MINUTE);
  await db.owner.query(`alter table identity disable trigger user`);
  await db.owner.query(
    `update identity set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) where case_id = $1`,
    [broken.caseId],
  );
  await db.owner.query(`alter table identity enable trigger user`);
  const server = await aMailServer(t);
  const faults: unknown[] = [];
  const mailDesk = {
    ...{ ...desk, mailer: openMailer(server.setting), publicUrl: null },
    onFault: (fault: unknown) => void faults.push(fault),
  };
  await sendWaitingMail(mailDesk, office, () => MORNING + 2 * MINUTE);
  assert.equal(server.taken.length, 1);
  assert.equal(faults.length, 1);
  assert.deepEqual(await rows(`select state from mail where case_id = '${broken.caseId}'`), [
    { state: 'waiting' },
  ]);
});
