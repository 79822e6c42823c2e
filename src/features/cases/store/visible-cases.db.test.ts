import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import type { Permission } from '../../../domain/people/permissions.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Commands, RunnableOperation } from '../acts/decide-operation.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { countInbox, listInbox } from '../lists/list-inbox.read.ts';
import { countFound, searchCases } from '../lists/search-cases.read.ts';
import type { Keeper } from '../vault/keeper.ts';
import { viewerOf, viewerParameters, visibleTo } from './visible-cases.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const coordinator = aStaffActor();
/** A handful, so that the people of a case and its reader are often the same. */
const ACCOUNTS = Array.from({ length: 4 }, () => desk.newId());
const [clerk = '', ...others] = ACCOUNTS;
const UNITS = office.data.units.slice(0, 3).map(({ key }) => key);
const [unit = '', beside = ''] = UNITS;
let states: readonly CaseState[] = [];
let now = MORNING;

type Taken = { readonly protected?: boolean; readonly about?: string; readonly aboutSomebody?: true };

async function take(marks: Taken = {}): Promise<string> {
  now += 60_000;
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: aStaffActor({ account: clerk }), idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Bantuan terlambat.') },
        protected: marks.protected ?? false,
        respondents: marks.about === undefined ? [] : [{ identity: null, account: marks.about, unit: null }],
        pastFrontOffice: marks.aboutSomebody ?? false,
        urgent: marks.aboutSomebody ?? false,
      }),
    },
    now,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer.caseId;
}

async function run<O extends RunnableOperation>(
  caseId: string,
  operation: O,
  command: (keep: Keeper) => Commands[O],
  actor: CaseActor = coordinator,
): Promise<void> {
  now += 60_000;
  const given = { office, ref: { caseId }, actor, expectedVersion: null, idempotency: null };
  const done = await runOperation(desk, { ...given, operation, command }, now);
  if (!done.ok) throw new Error(`${operation}: ${done.refusal}`);
}

before(async () => {
  const [owner = '', reviewer = '', terlapor = ''] = others;
  const restrict = (caseId: string) => run(caseId, 'mark', () => ({ mark: 'restricted', on: true }));
  for (const shielded of [false, true]) {
    await take({ protected: shielded });
    await take({ protected: shielded, about: terlapor });
    await take({ protected: shielded, aboutSomebody: true });
    await take({ protected: shielded, about: terlapor, aboutSomebody: true });
    await run(await take({ protected: shielded }), 'dispose', () => ({ unit }));
    await run(await take({ protected: shielded }), 'dispose', () => ({ unit, otherUnits: [beside], owner }));
    await restrict(await take({ protected: shielded }));
    const reviewed = await take({ protected: shielded });
    await run(reviewed, 'review/start', () => ({ reviewers: [reviewer] }));
    await restrict(reviewed);
  }
  const { rows } = await db.owner.query<{ state: CaseState }>('select state from complaint_case');
  states = rows.map(({ state }) => state);
});

const PERMISSIONS_OF_WALLS: readonly Permission[] = [
  'case/read-open',
  'case/read-protected',
  'case/read-restricted',
  'dispose',
  'review/decide',
];

test('rules 6, 27, 28: whoever he is, a person finds in inbox and search the very cases that he may read', async () => {
  const people = fc.record({
    account: fc.constantFrom(...ACCOUNTS, desk.newId()),
    may: fc.subarray([...PERMISSIONS_OF_WALLS]).map((held) => new Set(held)),
    units: fc.subarray(UNITS),
    deputyOf: fc.subarray(ACCOUNTS, { maxLength: 1 }),
  });
  const second = people.map(({ may, units }) => ({ role: 'kedua', may, units }));
  await fc.assert(
    fc.asyncProperty(people, second, async (person, also) => {
      const held = [{ role: 'pertama', may: person.may, units: person.units }, also];
      const actor = aStaffActor({
        ...{ ...person, held, may: new Set(held.flatMap(({ may }) => [...may])) },
        units: held.flatMap(({ units }) => units),
      });
      const readable = states.filter((state) => mayRead(actor, state)).map(({ ticket }) => ticket);
      const page = { cursor: null, limit: 200 };
      const inbox = await listInbox(db.app, office, actor, { ...page, filter: {} });
      const found = await searchCases(db.app, office, actor, { ...page, q: 'bantuan' });
      const expected = readable.toSorted();
      for (const { lines } of [inbox, found]) {
        assert.deepEqual(lines.map(({ ticket }) => ticket).toSorted(), expected);
      }
      const counts = [
        await countInbox(db.app, office, actor, {}),
        await countFound(db.app, office, actor, { q: 'bantuan' }),
      ];
      assert.deepEqual(
        counts.map(({ count }) => count),
        [expected.length, expected.length],
      );
    }),
    { numRuns: 150 },
  );
});

test('a list calls nothing for an open case, and looks up a restricted one by itself: not all readers of the office', async () => {
  const viewer = viewerParameters(viewerOf(coordinator, office.codes));
  const { rows } = await withOffice(db.app, office.officeId, (tx) =>
    tx.query<Record<string, string>>(
      `explain select from complaint_case c where c.office_id = $1 and c.is_open and ${visibleTo(2)}`,
      [office.officeId, ...viewer],
    ),
  );
  const plan = rows.flatMap((row) => Object.values(row)).join('\n');
  assert.match(plan, /WHEN (c\.)?restricted THEN [(]?(EXISTS)?[(]SubPlan/);
  assert.doesNotMatch(plan, /hashed|(?<!protected_)case_is_visible/);
});
