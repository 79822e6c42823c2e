import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStoredCase, registerCase } from '../../../test/a-stored-case.ts';
import { anActorAs, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { PUBLIC_ACTOR } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { intakeComplaint } from '../cases/intake/intake-complaint.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { buildReport } from '../reports/build-report.ts';
import { countReport } from '../reports/count-report.ts';
import { readFigureRows } from '../reports/figure-rows.read.ts';
import { readRegisterEntries } from './register-entries.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const HOUR = 3_600_000;
const coordinator = anActorAs(office, 'koordinator');
const YEAR_END = Date.parse('2026-12-31T15:59:59.000Z');

async function cancel(caseId: string, now: number) {
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { caseId }, actor: coordinator, expectedVersion: null, idempotency: null },
      operation: 'cancel',
      command: (keep) => ({ reason: keep.text('reason', 'Kiriman iklan, bukan pengaduan.') }),
    },
    now,
  );
  assert.ok(done.ok, JSON.stringify(done));
}

async function spamOfWebsite(now: number): Promise<string> {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: PUBLIC_ACTOR, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'website', matter: keep.text('matter', 'Pinjaman cair hari ini.') },
      }),
    },
    now,
  );
  assert.ok(taken.ok);
  return taken.answer.caseId;
}

async function report(text: string) {
  const built = await buildReport(desk.pool, {
    ...{ office, kind: 'tahunan', period: aPeriod(text), allTables: true, paper: 'A4', asOf: null },
    ...{ now: new Date(YEAR_END + HOUR), register: desk.keyring },
  });
  assert.ok(built.ok, JSON.stringify(built));
  assert.deepEqual(
    built.checks.filter(({ ok }) => !ok),
    [],
  );
  return built;
}

test('rule 11: what is cancelled without ever having had a number stands in no register, no report and no count', async () => {
  await cancel(await spamOfWebsite(MORNING), MORNING + HOUR);
  const { tree, counted } = await report('2026');
  const { total, cancelled, merged } = counted.totals;
  assert.deepEqual([total, cancelled, merged, counted.registerRows.length], [0, 0, 0, 0]);
  assert.ok(!/BATAL|nomor register dibatalkan|belum diregistrasi/.test(JSON.stringify(tree)));
  const { entries } = await withOffice(db.app, office.officeId, (tx) =>
    readRegisterEntries(tx, desk.keyring, office, aPeriod('2026'), { viewer: coordinator, edition: 'arsip' }),
  );
  assert.deepEqual(entries, []);
});

test('rules 9, 11: a cancelled number stays as BATAL in the month of its case, and text, balance, register and the rows behind the figure agree', async () => {
  const { caseId: kept } = await aStoredCase({ desk, office }, MORNING + 2 * HOUR);
  const { caseId: wrong } = await aStoredCase({ desk, office }, MORNING + 2 * HOUR);
  for (const caseId of [kept, wrong]) {
    const given = await registerCase({ desk, office }, { caseId }, MORNING + 3 * HOUR);
    assert.ok(given.ok);
  }
  await cancel(wrong, MORNING + 4 * HOUR);
  await cancel(await spamOfWebsite(MORNING + 4 * HOUR), MORNING + 5 * HOUR);
  const { tree, counted } = await report('2026');
  const { cancelled, numbersGiven } = counted.balance?.reconciliation ?? {};
  assert.deepEqual([counted.totals.cancelled, cancelled, numbersGiven], [1, 1, 2]);
  assert.deepEqual(
    counted.registerRows.map((row) => row.cancelled),
    [false, true],
  );
  assert.ok(/nomor register dibatalkan/.test(JSON.stringify(tree)));
  const behind = await withOffice(db.app, office.officeId, (tx) =>
    readFigureRows(
      ...([tx, office, { period: '2026', only: 'cancelled' }, viewerOf(coordinator, office.codes)] as const),
      { moment: counted.moment, most: 100 },
    ),
  );
  assert.deepEqual(
    behind?.rows.map((row) => row.caseId),
    [wrong],
  );
});

test('rule 11: a number that was given in the month after and cancelled is taken off in the month of its receipt, where it is printed', async () => {
  const lastOfMay = Date.parse('2026-05-29T02:00:00.000Z');
  const { caseId } = await aStoredCase({ desk, office }, lastOfMay);
  const inJune = lastOfMay + 4 * 24 * HOUR;
  assert.ok((await registerCase({ desk, office }, { caseId }, inJune)).ok);
  await cancel(caseId, inJune + HOUR);
  for (const [month, cancelled, given] of [
    ['2026-05', 1, 0],
    ['2026-06', 0, 1],
    ['2026-05..2026-06', 1, 1],
  ] as const) {
    const counted = await countReport(desk.pool, {
      ...{ office, period: aPeriod(month), asOf: null, now: new Date(YEAR_END + HOUR) },
      ...{ tables: ['balance'], register: desk.keyring },
    });
    const { reconciliation } = counted.balance ?? {};
    assert.deepEqual(
      [counted.totals.cancelled, reconciliation?.cancelled, reconciliation?.numbersGiven],
      [cancelled, cancelled, given],
      month,
    );
    assert.equal(counted.registerRows.filter((row) => row.cancelled).length, cancelled, month);
  }
});
