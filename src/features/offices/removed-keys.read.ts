import { localDate } from '../../domain/calendar/instant.ts';
import { CHANNELS, OUTCOMES, SEVERITIES } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** A key that the files no longer have, with what still bears it. */
export type RemovedKey = {
  readonly list: (typeof LISTS)[number]['list'] | 'sops';
  readonly key: string;
  readonly label: string;
  /** Cases whose value it is now; of an SOP those that are open. */
  readonly cases: number;
  /** Open accounts and tokens that hold it. */
  readonly accounts: number;
};

type Item = { readonly key: string; readonly label: string };
type Bearing = { readonly key: string; readonly count: number };

/** The cases of a key by the number that stands for it; `$2` are keys. */
const ofCodes = (axis: string): string => `select o.key, count(*)::int as count from office_code o
    join complaint_case c on c.office_id = o.office_id and c.${axis} = o.code
  where o.office_id = $1 and o.axis = '${axis}' and o.key = any ($2) group by 1`;
const ofWords = (column: string, words: readonly string[]): string => `select w.key, count(*)::int as count
    from unnest(array[${words.map((word) => `'${word}'`).join(', ')}]) with ordinality w (key, place)
    join complaint_case c on c.office_id = $1 and c.${column} = w.place - 1
  where w.key = any ($2) group by 1`;
/** Open accounts and tokens that hold it on the day `$3` or later; a token has its unit and role on its own row. */
const heldAs = (column: 'unit' | 'role'): string => `select key, count(distinct who)::int as count from (
    select r.${column} as key, account_id as who from account_role r join account using (office_id, account_id)
      where office_id = $1 and disabled_at is null and (to_on is null or to_on >= $3)
    ${column === 'unit' ? 'union all select unit, account_id from account where office_id = $1 and disabled_at is null' : ''}
    union all select ${column}, token_id from api_token where office_id = $1 and revoked_at is null) s
  where key = any ($2) group by 1`;

/** The bodies whose reply an open case awaits or that it went to, and those that took one over or owe its result (rule 26). */
const OF_BODIES = `select b.key, count(*)::int as count from complaint_case c cross join lateral (
    select substr(party, 6) as key from json_array_elements_text(c.state -> 'awaitingReplyFrom') party
    union select c.state -> 'referral' ->> 'body'
    union select c.state -> 'closed' -> 'pending' ->> 'body') b
  where c.office_id = $1 and b.key = any ($2)
    and (c.is_open or c.outcome in (${OUTCOMES.indexOf('referred')}, ${OUTCOMES.indexOf('pending-elsewhere')}))
  group by 1`;

const LISTS = [
  { list: 'services', cases: ofCodes('service'), accounts: null },
  { list: 'categories', cases: ofCodes('category'), accounts: null },
  { list: 'places', cases: ofCodes('place'), accounts: null },
  { list: 'units', cases: ofCodes('unit'), accounts: heldAs('unit') },
  { list: 'channels', cases: ofWords('channel', CHANNELS), accounts: null },
  { list: 'classes', cases: ofWords('severity', SEVERITIES), accounts: null },
  { list: 'bodies', cases: OF_BODIES, accounts: null },
  { list: 'roles', cases: null, accounts: heldAs('role') },
] as const;

const OPEN_OF_SOP = `select state -> 'sop' ->> 'sop' as key, count(*)::int as count from complaint_case
  where office_id = $1 and is_open and state -> 'sop' ->> 'sop' = any ($2) group by 1`;

/**
 * What the office has until now and `next` has no longer, as far as cases, accounts or tokens bear it: each keeps its key
 * and is shown under its former label (`withFormer`), but nobody can choose it any more. Accounts as of the office's day
 * at `now`. As the owner.
 */
export async function readRemovedKeys(
  tx: Tx,
  officeId: number,
  known: OfficeData,
  next: OfficeData,
  now: number,
): Promise<readonly RemovedKey[]> {
  const removed: RemovedKey[] = [];
  const today = localDate(now, next.zone);
  const look = async (
    list: RemovedKey['list'],
    items: readonly Item[],
    sql: { readonly cases: string | null; readonly accounts: string | null },
  ): Promise<void> => {
    if (items.length === 0) return;
    const keys = items.map(({ key }) => key);
    const count = async (
      text: string | null,
      ...values: readonly string[]
    ): Promise<ReadonlyMap<string, number>> => {
      if (text === null) return new Map();
      const { rows } = await tx.query<Bearing>(text, [officeId, keys, ...values]);
      return new Map(rows.map((row) => [row.key, row.count]));
    };
    const [cases, accounts] = [await count(sql.cases), await count(sql.accounts, today)];
    for (const { key, label } of items) {
      const borne = { cases: cases.get(key) ?? 0, accounts: accounts.get(key) ?? 0 };
      if (borne.cases + borne.accounts > 0) removed.push({ list, key, label, ...borne });
    }
  };
  for (const { list, ...sql } of LISTS) {
    const living = new Set<string>(itemsOf(next, list).map(({ key }) => key));
    const items = itemsOf(known, list).filter(({ key }) => !living.has(key));
    await look(list, items, sql);
  }
  const sops = new Set<string>(next.sops.map(({ id }) => id));
  const gone = known.sops
    .filter(({ id }) => !sops.has(id))
    .map(({ id, title }) => ({ key: id, label: title }));
  await look('sops', gone, { cases: OPEN_OF_SOP, accounts: null });
  return removed;
}

function itemsOf(data: OfficeData, list: (typeof LISTS)[number]['list']): readonly Item[] {
  if (list === 'roles') return data.roles.map(({ key, title }) => ({ key, label: title }));
  return data[list].map(({ key, label }) => ({ key, label }));
}
