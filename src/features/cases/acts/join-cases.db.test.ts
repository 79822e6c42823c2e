import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { joinCases } from './join-cases.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();

const take = async (now: number): Promise<string> => (await aStoredCase({ desk, office }, now, staff)).caseId;

const counted = async (caseId: string): Promise<boolean | undefined> => {
  const { rows } = await db.owner.query<{ counted: boolean }>(
    'select counted from report_fact where case_id = $1',
    [caseId],
  );
  return rows[0]?.counted;
};

test('a merged case lives on in the other, which counts once; taking it back lets both count again', async () => {
  const [older, newer] = [await take(MORNING), await take(MORNING + 3_600_000)];
  const request = {
    office,
    ref: { caseId: older },
    into: { caseId: newer },
    operation: 'merge' as const,
    reason: 'Dicatat dua kali',
    actor: staff,
    expectedVersion: 1,
    idempotency: { key: 'join', body: '{}' },
  };
  const merged = await joinCases(desk, request, MORNING + 7_200_000);
  assert.ok(merged.ok, JSON.stringify(merged));
  assert.deepEqual([await counted(older), await counted(newer)], [false, true]);
  const survivor = await readCase(desk, office, { caseId: newer }, staff, MORNING);
  assert.deepEqual(survivor?.state.absorbed, [older]);
  assert.equal(survivor?.state.receivedAt, new Date(MORNING).toISOString());
  const again = await joinCases(desk, request, MORNING + 7_200_000);
  assert.deepEqual(again, { ...merged, repeated: true });

  const { into: _into, ...back } = request;
  const apart = await joinCases(
    desk,
    { ...back, operation: 'unmerge', expectedVersion: null, idempotency: null },
    MORNING + 9_000_000,
  );
  assert.ok(apart.ok, JSON.stringify(apart));
  assert.deepEqual([await counted(older), await counted(newer)], [true, true]);
});

test('two people who merge the same pair in opposite directions do not wait for each other for ever', async () => {
  const [a, b] = [await take(MORNING), await take(MORNING)];
  const request = (ref: string, into: string) =>
    joinCases(
      desk,
      {
        office,
        ref: { caseId: ref },
        into: { caseId: into },
        operation: 'merge',
        reason: 'Sama',
        actor: staff,
        expectedVersion: 1,
        idempotency: null,
      },
      MORNING + 60_000,
    );
  const results = await Promise.all([request(a, b), request(b, a)]);
  assert.equal(results.filter((one) => one.ok).length, 1);
});

test('who joins cases with several roles does it as the one that works in the SOP of the case', async () => {
  const [a, b] = [await take(MORNING), await take(MORNING)];
  const roles = office.data.roles.map((role) => ({ ...role, may: [...role.may, 'merge', 'unmerge'] }));
  const held = ['tim-penelaah', 'koordinator'].map((role) => ({ role, may: staff.may, units: [] }));
  const actor = { ...staff, role: 'tim-penelaah', held };
  const request = {
    office: { ...office, data: { ...office.data, roles } },
    ref: { caseId: a },
    into: { caseId: b },
    reason: 'Dicatat dua kali',
    actor,
    expectedVersion: null,
    idempotency: null,
  };
  for (const operation of ['merge', 'unmerge'] as const) {
    const joined = await joinCases(desk, { ...request, operation }, MORNING + 60_000);
    assert.ok(joined.ok, JSON.stringify(joined));
    for (const caseId of [a, b]) {
      const read = await readCase(desk, office, { caseId }, staff, MORNING);
      assert.equal(read?.timeline.at(-1)?.actor.role, 'koordinator', operation);
    }
  }
});
