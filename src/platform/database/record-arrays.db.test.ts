import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { openRecordArrays } from './record-arrays.ts';

const db = await openTestDatabase({ after });
await db.owner.query(`create table told (
  a_json json, no smallint, is_open boolean, made int generated always as (no * 2) stored, id uuid, gone text, at timestamptz,
  words tsvector, codes bigint[], whole int, on_day date, body text, mac bytea, times timestamptz[], large bigint)`);
await db.owner.query('alter table told drop column gone');

const COLUMNS = [
  ['id', 'uuid'],
  ['no', 'smallint'],
  ['whole', 'int'],
  ['large', 'bigint'],
  ['is_open', 'boolean'],
  ['body', 'text'],
  ['a_json', 'json'],
  ['mac', 'bytea'],
  ['on_day', 'date'],
  ['at', 'timestamptz'],
  ['words', 'tsvector'],
  ['codes', 'bigint[]'],
  ['times', 'timestamptz[]'],
] as const;

test('rows come out as they went in, whatever the order and the other columns of their table', async () => {
  const [told] = await openRecordArrays(db.owner, [{ table: 'told', columns: COLUMNS }]);
  const full = [
    ...[
      '018F3A5C-0000-7000-8000-00000000ABCD',
      -2,
      -70_000,
      2 ** 40,
      true,
      'Kata "kutip", {kurung}, \\ dan 🙂',
    ],
    ...['{"a" : [1, null]}', Buffer.from([0, 255]), '1999-12-31', '1999-12-31T16:59:59.999Z'],
    ...[
      ['air', 'bantuan'],
      [1, -(2 ** 40)],
      ['infinity', '2026-04-06T01:00:00.000Z'],
    ],
  ];
  const rows = [full, COLUMNS.map(() => null)];
  const read = await db.owner.query(`select to_json(n) as row from unnest($1::told[]) n`, [told?.(rows)]);
  assert.deepEqual(
    read.rows.map(({ row }) => ({ ...row, at: row.at && new Date(row.at).toISOString() })),
    [
      {
        ...{ id: '018f3a5c-0000-7000-8000-00000000abcd', no: -2, whole: -70_000, large: 2 ** 40, made: null },
        ...{ is_open: true, body: full[5], a_json: { a: [1, null] }, mac: '\\x00ff', on_day: '1999-12-31' },
        ...{ at: '1999-12-31T16:59:59.999Z', words: "'air' 'bantuan'", codes: [1, -(2 ** 40)] },
        times: ['infinity', read.rows[0]?.row.times[1]],
      },
      Object.fromEntries(['made', ...COLUMNS.map(([name]) => name)].map((name) => [name, null])),
    ],
  );
  assert.equal(Date.parse(read.rows[0]?.row.times[1]), Date.parse('2026-04-06T01:00:00.000Z'));
  const none = await db.owner.query('select from unnest($1::told[]) n', [told?.([])]);
  assert.equal(none.rowCount, 0);
});

test('a value that its column cannot hold is refused, and the next rows are whole', async () => {
  const [told] = await openRecordArrays(db.owner, [{ table: 'told', columns: [['no', 'smallint']] }]);
  assert.throws(() => told?.([[1], ['dua']]), TypeError);
  const read = await db.owner.query('select no from unnest($1::told[])', [told?.([[3]])]);
  assert.deepEqual(read.rows, [{ no: 3 }]);
});
