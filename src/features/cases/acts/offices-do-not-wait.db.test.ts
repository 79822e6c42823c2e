import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn, aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { connectOnce } from '../../../platform/database/pool.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { keepAnswer, keptRequest } from '../doors/kept-answer.ts';
import { type IntakeAnswer, type IntakeRequest, intakeComplaint } from '../intake/intake-complaint.ts';
import { runOperation } from './run-operation.ts';
import { takeRegisterNumber } from './take-register-number.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices, data } = await openOfficeDesk(db);
await applyOffice(db.owner, { ...data, slug: 'dinas-lain', name: 'Dinas Lain' }, actingIn(desk, MORNING));
offices.forget();
const found = await offices.bySlug('dinas-lain', MORNING);
assert.ok(found);
const other: Office = found;
const actor = aStaffActor();
// What waits is hidden from everybody else.
const watch = await connectOnce(db.locateSuperuser);
after(() => watch.end());

async function takeIn(of: Office, key: string | null = null): Promise<IntakeAnswer> {
  const command: IntakeRequest['command'] = (keep) => ({
    kind: 'pengaduan',
    channel: 'loket',
    matter: keep.text('matter', 'Bantuan belum masuk.'),
  });
  const idempotency = key === null ? null : { key, body: '{}' };
  const taken = await intakeComplaint(desk, { office: of, actor, command, idempotency }, MORNING);
  assert.ok(taken.ok);
  return taken.answer;
}

async function register(of: Office, { ticket }: IntakeAnswer): Promise<void> {
  const request = { office: of, ref: { ticket }, operation: 'register', actor } as const;
  const answer = { command: () => ({}), expectedVersion: null, idempotency: null };
  assert.ok((await runOperation(desk, { ...request, ...answer }, MORNING)).ok);
}

/** Whoever waits, waits for the end of the test. */
const LIMIT = { timeout: 20_000 };

/** While a transaction of the first office stands open with what `hold` locked, whatever `work` does. */
const whileHeld = (hold: (tx: Tx) => Promise<unknown>, work: () => Promise<void>): Promise<void> =>
  withOffice(desk.pool, office.officeId, async (tx) => {
    await hold(tx);
    await work();
  });

/** Until as many statements wait for a lock. */
async function waiting(count: number): Promise<void> {
  const blocked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await watch.query(blocked)).rowCount !== count) await new Promise(setImmediate);
}

test(
  'an office whose number is being taken does not make another office wait for its own',
  LIMIT,
  async () => {
    const [here, there] = [await takeIn(office), await takeIn(other)];
    let held: Promise<void> | undefined;
    await whileHeld(
      (tx) => takeRegisterNumber(tx, office, MORNING),
      async () => {
        held = register(office, here);
        await waiting(1);
        await register(other, there);
        await waiting(1);
      },
    );
    await held;
    const { rows } = await db.owner.query<{ no: number }>(
      'select no from register_entry order by office_id = $1',
      [office.officeId],
    );
    assert.deepEqual(rows, [{ no: 1 }, { no: 2 }], 'the number that was held went before');
  },
);

test('an office whose intake is held up does not make another office wait with its own', LIMIT, async () => {
  const key = keptRequest(desk.keyring, `intake/${office.officeId}/staff`, 'held', 'another body');
  let [held, behind]: (Promise<unknown> | undefined)[] = [];
  await whileHeld(
    (tx) =>
      keepAnswer(tx, desk.keyring, office.officeId, '00000000-0000-7000-8000-000000000001', key, {}, MORNING),
    async () => {
      held = takeIn(office, 'held').catch((error: unknown) => error);
      await waiting(1);
      behind = takeIn(office);
      await takeIn(other);
      assert.equal(await Promise.race([behind, waiting(1).then(() => 'waits')]), 'waits');
    },
  );
  await Promise.all([held, behind]);
});
