import type { ClientBase, Pool } from 'pg';
import type { OfficeEvent } from '../../offices/append-office-event.ts';
import type { TotalFinding } from './verify-totals.ts';

/** By the id of the account or token: whether it is open, and for what. */
type Standing = Map<string, { readonly open: boolean; readonly as: string }>;
type Found = readonly { readonly id: string; readonly open: boolean; readonly as: string }[];
type Row = {
  readonly told: readonly { readonly office: number; readonly body: string }[];
  readonly accounts: Found;
  readonly tokens: Found;
};

/** One statement, so that all of it is as of one moment. */
const ALL = `
  select
    (select coalesce(json_agg(json_build_object('office', office_id, 'body', body) order by office_id, seq), '[]')
       from office_event) as told,
    (select coalesce(json_agg(json_build_object('id', a.office_id || ' ' || a.account_id, 'open', a.disabled_at is null,
              'as', concat_ws(' ', a.unit, (
                select string_agg(concat_ws('/', r.role, r.unit, r.deputy_for, r.to_on), ' ' order by r.role collate "C")
                  from account_role r where r.office_id = a.office_id and r.account_id = a.account_id)))), '[]')
       from account a) as accounts,
    (select coalesce(json_agg(json_build_object('id', office_id || ' ' || token_id, 'open', revoked_at is null,
              'as', concat_ws(' ', role, made_by))), '[]')
       from api_token) as tokens`;

/**
 * Holds accounts, roles and tokens against what the chains of the offices tell of them: whoever gives himself a role with
 * the database's own password stands in no chain. Run as the owner.
 */
export async function verifyAccounts(
  owner: Pick<ClientBase | Pool, 'query'>,
): Promise<readonly TotalFinding[]> {
  const { rows } = await owner.query<Row>(ALL);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without a table gives one row');
  const accounts: Standing = new Map();
  const tokens: Standing = new Map();
  for (const { office, body } of row.told) tell(accounts, tokens, office, eventOf(body));
  return [
    { what: 'account', count: differing(accounts, row.accounts) },
    { what: 'api_token', count: differing(tokens, row.tokens) },
  ].flatMap((found) => (found.count === 0 ? [] : [{ rule: 'account-differs' as const, ...found }]));
}

/** Null for an entry that is no JSON: that it was changed is found by its link. */
function eventOf(body: string): OfficeEvent | null {
  try {
    const { event }: { readonly event: OfficeEvent } = JSON.parse(body);
    return event;
  } catch {
    return null;
  }
}

function tell(accounts: Standing, tokens: Standing, office: number, event: OfficeEvent | null): void {
  switch (event?.type) {
    case 'account-created': {
      const { account, unit, roles } = event;
      const own = unit === null ? [] : [unit];
      const held = roles.toSorted().map((role) => [role, ...own].join('/'));
      accounts.set(`${office} ${account}`, { open: true, as: [...own, ...held].join(' ') });
      return;
    }
    case 'account-closed':
      end(accounts, `${office} ${event.account}`);
      return;
    case 'token-issued': {
      const { token, role, madeBy } = event;
      tokens.set(`${office} ${token}`, { open: true, as: madeBy === null ? role : `${role} ${madeBy}` });
      return;
    }
    case 'token-revoked':
      end(tokens, `${office} ${event.token}`);
  }
}

function end(standing: Standing, id: string): void {
  const before = standing.get(id);
  if (before !== undefined) standing.set(id, { ...before, open: false });
}

function differing(told: Standing, found: Found): number {
  const left = new Map(told);
  let count = 0;
  for (const { id, open, as } of found) {
    const wanted = left.get(id);
    if (wanted?.open !== open || wanted.as !== as) count += 1;
    left.delete(id);
  }
  return count + left.size;
}
