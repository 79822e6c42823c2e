import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import type { ListPlace } from './list-place.ts';
import { countFound, searchCases } from './search-cases.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const actor = aStaffActor();
const CASES = 4_000;

/** One case is taken in; the others are copies of its rows, a minute older each, with words by their place. */
before(async () => {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Umum langka terlama.') },
      }),
    },
    MORNING - 60_000,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
  await db.owner.query(
    `create temp table copy as select * from complaint_case;
     insert into complaint_case select (jsonb_populate_record(c, jsonb_build_object(
         'case_id', gen_random_uuid(), 'ticket', 'UJI-' || n, 'received_at', c.received_at + n * interval '1 minute'))).*
       from copy c, generate_series(1, ${CASES - 1}) n;
     insert into case_search select c.office_id, c.case_id, c.received_at, array_to_tsvector(array['umum']
         || case when n % 97 = 0 then array['jarang'] else '{}' end
         || case when n in (600, 3300) then array['langka'] else '{}' end
         || case when n % 3 = 0 and n < 3400 then array['lazim'] else '{}' end)
       from complaint_case c, lateral (select substr(c.ticket, 5)::int as n) place where c.ticket like 'UJI-%';
     analyze case_search`,
  );
});

for (const [word, count] of [
  ['umum', CASES],
  ['lazim', 1_133],
  ['jarang', Math.floor((CASES - 1) / 97)],
  ['langka', 3],
  ['terlama', 1],
  ['absen', 0],
] as const) {
  test(`a search gives every case once, the newest first, however often its word stands: ${word}`, async () => {
    const seen: string[] = [];
    let cursor: ListPlace | null = null;
    do {
      const { lines, next } = await searchCases(db.app, office, actor, { q: word, cursor, limit: 17 });
      seen.push(...lines.map(({ receivedAt, ticket }) => `${receivedAt} ${ticket}`));
      cursor = next;
    } while (cursor !== null);
    assert.equal(seen.length, count);
    assert.equal(new Set(seen).size, count);
    assert.deepEqual(seen, seen.toSorted().reverse());
    assert.deepEqual(await countFound(db.app, office, actor, { q: word }), {
      ...{ count: Math.min(count, 1_000), more: count > 1_000 },
    });
  });
}

test('a common word that stands in none of the newest is read on for, and only a rare one is sought in the index', async () => {
  const sought = (word: string) =>
    withOffice(db.app, office.officeId, async (tx) => {
      const scans = async () => {
        const { rows } = await tx.query<{ scans: number }>(
          `select pg_stat_get_xact_numscans('case_search_words'::regclass) as scans`,
        );
        return rows[0]?.scans ?? 0;
      };
      const before = await scans();
      await tx.query(
        `select search_cases($1::smallint, $2::tsquery, null, '{}', '{}', true, true, null, null, null, 'infinity', $3, 2)`,
        [office.officeId, word, 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
      );
      return (await scans()) - before;
    });
  assert.deepEqual([await sought('umum'), await sought('lazim'), await sought('absen')], [0, 0, 1]);
});
