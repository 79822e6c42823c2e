import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { instantMs, instantOf } from '../../../domain/complaint/instant-ms.ts';
import { factTimeline } from '../../../domain/reports/fact-timeline.ts';
import type { Commands, RunnableOperation } from '../acts/decide-operation.ts';
import { runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import type { Keeper } from '../vault/keeper.ts';
import { columnNames } from './columns.ts';
import { FACT_COLUMNS, factRow } from './fact-row.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const HOUR = 3_600_000;

/** What the two tables say of a case at a moment, as recorded at another. */
async function readFacts(caseId: string, effective: string, recorded: string): Promise<readonly unknown[]> {
  const { rows } = await db.owner.query<Record<string, unknown>>(
    `select ${columnNames(FACT_COLUMNS)} from report_fact
      where case_id = $1 and effective_from <= $2 and recorded_from <= $3
     union all
     select ${columnNames(FACT_COLUMNS)} from report_fact_past
      where case_id = $1 and effective_from <= $2 and effective_to > $2 and recorded_from <= $3 and recorded_to > $3`,
    [caseId, effective, recorded],
  );
  return rows.map((row) =>
    FACT_COLUMNS.map(([name]) => {
      const value = row[name];
      return value instanceof Date ? value.toISOString() : value;
    }),
  );
}

test('acts written late, a correction and a reopening read at every past moment as they were known then', async () => {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'surat',
        matter: keep.text('matter', 'Nama dicoret dari daftar.'),
        receivedAt: instantOf(MORNING - 20 * HOUR),
        lateEntryReason: keep.text('reason', 'Surat baru diteruskan agenda.'),
      }),
      idempotency: null,
    },
    MORNING,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
  const { caseId } = taken.answer;
  let now = MORNING;
  async function act<O extends RunnableOperation>(operation: O, command: (keep: Keeper) => Commands[O]) {
    now += HOUR;
    const plain = { office, ref: { caseId }, actor: staff, expectedVersion: null, idempotency: null };
    const result = await runOperation(desk, { ...plain, operation, command }, now);
    assert.ok(result.ok, `${operation}: ${JSON.stringify(result)}`);
  }
  const [unit, otherUnit] = office.data.units;
  await act('register', () => ({}));
  await act('dispose', () => ({ unit: unit?.key ?? '' }));
  await act('classify', () => ({ severity: office.data.classes[0]?.key ?? null }));
  await act('hand-over', (keep) => ({
    toUnit: otherUnit?.key ?? '',
    reason: keep.text('reason', 'Salah bidang.'),
  }));
  await act('answer', (keep) => ({
    text: keep.text('answer', 'Nama sudah diusulkan kembali.'),
    way: 'channel',
    channel: 'telepon',
    at: instantOf(now - 2 * HOUR),
    lateEntryReason: keep.text('reason', 'Telepon dari rumah pelapor.'),
  }));
  await act('close', (keep) => ({
    outcome: 'resolved',
    at: instantOf(now - HOUR),
    lateEntryReason: keep.text('reason', 'Telepon dari rumah pelapor.'),
  }));
  await act('correct', (keep) => ({
    changes: { channel: 'loket' },
    reason: keep.text('reason', 'Datang sendiri membawa surat.'),
  }));
  await act('reopen', (keep) => ({ reason: keep.text('reason', 'Belum masuk daftar.') }));

  const reading = await readCase(desk, office, { caseId }, staff, now);
  assert.ok(reading);
  const moments = [...new Set(reading.timeline.map((entry) => entry.recordedAt))];
  let compared = 0;
  for (const recorded of moments) {
    const known = reading.timeline.filter((entry) => entry.recordedAt <= recorded);
    const timeline = factTimeline(known, office.calendar);
    for (let at = MORNING - 21 * HOUR; at <= instantMs(recorded); at += HOUR / 2) {
      const effective = instantOf(at);
      const stood = timeline.filter(
        (one) => one.effectiveFrom <= effective && (one.effectiveTo === null || effective < one.effectiveTo),
      );
      const expected = stood.map((one) => factRow(one.fact, office.codes));
      assert.deepEqual(
        await readFacts(caseId, effective, recorded),
        expected,
        `${effective} as recorded ${recorded}`,
      );
      compared += 1;
    }
  }
  assert.ok(compared > 300);
});
