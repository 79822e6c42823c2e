import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import type { ListPlace } from './list-place.ts';
import { type CaseSearch, countFound, searchCases } from './search-cases.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const CASES = 4_000;
const TERLAPOR = desk.newId();
const READER = desk.newId();
const [wide = '', narrow = '', empty = ''] = office.data.units.map(({ key }) => key);
const codeOf = (unit: string) => office.codes.codeOf('unit', unit) ?? null;

/**
 * One case is taken in; the others are copies of its rows, three of a minute: the newest without a unit, 30 in the narrow
 * one, the rest in the wide one. A word is in all of them, in the older or newer half, in a few, or in none of the narrow.
 */
before(async () => {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: aStaffActor(), idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Umum.') },
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
  const status = (name: (typeof STATUSES)[number]) => vocabularyCode(STATUSES, name);
  await db.owner.query(
    `create temp table copy as select * from complaint_case;
     insert into complaint_case select (jsonb_populate_record(c, jsonb_build_object(
         'case_id', gen_random_uuid(), 'ticket', 'UJI-' || n, 'received_at', c.received_at - n / 3 * interval '1 minute',
         'unit', case when n < 300 then null when n % 120 = 7 then ${codeOf(narrow)} else ${codeOf(wide)} end,
         'status', case when n < 300 then ${status('received')} when n % 50 = 7 then ${status('disposed')}
           when n < 1000 then ${status('closed')} else ${status('filed')} end,
         'is_open', n < 300 or n % 50 = 7, 'restricted', n % 11 = 0, 'protected', n % 13 = 0))).*
       from copy c, generate_series(1, ${CASES - 1}) n;
     insert into case_search select c.office_id, c.case_id, c.received_at, array_to_tsvector(array['umum']
         || case when n < 2000 then array['terkini'] else array['lama'] end
         || case when n % 97 = 0 then array['jarang'] else '{}' end
         || case when c.unit is distinct from ${codeOf(narrow)} then array['asing'] else '{}' end)
       from complaint_case c, lateral (select substr(c.ticket, 5)::int as n) place where c.ticket like 'UJI-%';
     insert into case_reader select c.office_id, '${READER}', c.case_id from complaint_case c where c.restricted;
     insert into case_respondent select c.office_id, '${TERLAPOR}', c.case_id from complaint_case c
       where c.ticket like '%3';
     analyze case_search, complaint_case`,
  );
});

const viewers: fc.Arbitrary<CaseActor> = fc
  .record({
    account: fc.constantFrom(TERLAPOR, READER),
    may: fc.subarray(['case/search', 'case/read-open', 'case/read-protected', 'dispose'] as const, {
      minLength: 2,
    }),
    units: fc.subarray([wide, narrow]),
  })
  .map(({ may, ...person }) => aStaffActor({ ...person, may: new Set(may) }));

const searches = fc.record({
  q: fc.constantFrom('umum', 'terkini', 'lama', 'jarang', 'asing', 'umum jarang', 'absen'),
  unit: fc.constantFrom(null, wide, narrow, empty),
  status: fc.constantFrom(null, ...STATUSES),
  limit: fc.integer({ min: 10, max: 200 }),
});

/** Every case that holds the words and fits, found by reading them all. */
async function allThatFit(actor: CaseActor, { q, unit, status }: Omit<CaseSearch, 'cursor' | 'limit'>) {
  const { rows } = await withOffice(db.app, office.officeId, (tx) =>
    tx.query<{ case_id: string }>(
      `select c.case_id from complaint_case c join case_search w on w.office_id = $1 and w.case_id = c.case_id
        where c.office_id = $1 and ${visibleTo(2)} and tsvector_to_array(w.words) @> $8
          and ($9::smallint is null or c.unit = $9) and ($10::smallint is null or c.status = $10)
        order by w.received_at desc, c.case_id desc`,
      [
        ...[office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), q.split(' ')],
        ...[unit == null ? null : codeOf(unit), status == null ? null : vocabularyCode(STATUSES, status)],
      ],
    ),
  );
  return rows.map((row) => row.case_id);
}

test('whatever the filter, the viewer and the page, a search gives what reading every case gives, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(viewers, searches, async (actor, search) => {
      const expected = await allThatFit(actor, search);
      const seen: string[] = [];
      let cursor: ListPlace | null = null;
      do {
        const { lines, next } = await searchCases(db.app, office, actor, { ...search, cursor });
        seen.push(...lines.map(({ caseId }) => caseId));
        cursor = next;
      } while (cursor !== null && seen.length < 1_000);
      assert.deepEqual(seen, expected.slice(0, seen.length));
      assert.equal(cursor === null, seen.length === expected.length);
      assert.deepEqual(await countFound(db.app, office, actor, search), {
        ...{ count: Math.min(expected.length, 1_000), more: expected.length > 1_000 },
      });
    }),
    { numRuns: 60 },
  );
});

test('a common word under a filter is sought in the cases of the filter alone, also where none of them has it', async () => {
  const rowsRead = (unit: string | null, status: (typeof STATUSES)[number] | null) =>
    withOffice(db.app, office.officeId, async (tx) => {
      const read = async () => {
        const { rows } = await tx.query<{ read: number }>(
          `select pg_stat_get_xact_tuples_returned('case_search'::regclass)::int
             + sum(pg_stat_get_xact_tuples_fetched(source))::int as read
             from unnest(array['case_search', 'case_search_pkey', 'case_search_newest']::regclass[]) source`,
        );
        return rows[0]?.read ?? 0;
      };
      const before = await read();
      await tx.query(
        `select search_cases($1::smallint, 'asing', null, '{}', '{}', true, true, null, $2, $3, 'infinity', $4, 51)`,
        [
          office.officeId,
          status === null ? null : vocabularyCode(STATUSES, status),
          unit === null ? null : codeOf(unit),
          'ffffffff-ffff-ffff-ffff-ffffffffffff',
        ],
      );
      return (await read()) - before;
    });
  const ofNarrow = await rowsRead(narrow, null);
  assert.ok(ofNarrow > 0 && ofNarrow < 40, String(ofNarrow));
  const ofBoth = await rowsRead(narrow, 'filed');
  assert.ok(ofBoth > 0 && ofBoth < 40, String(ofBoth));
  const ofDisposed = await rowsRead(null, 'disposed');
  assert.ok(ofDisposed > 50 && ofDisposed < 80, String(ofDisposed));
  assert.equal(await rowsRead(empty, null), 0);
});
