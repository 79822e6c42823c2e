import type { ClientBase, Pool } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { OfficeEvent } from '../../offices/append-office-event.ts';
import { isRowWhole, type SealedRow } from '../../people/row-seal.ts';
import type { TotalFinding } from './verify-totals.ts';

/** By the id of the account or token: whether it is open, and for what. */
type Standing = Map<string, { readonly open: boolean; readonly as: string }>;
/** What the chains tell of an account; its roles by 'key first-day', in any order. */
type ToldAccount = {
  readonly open: boolean;
  readonly password: string;
  readonly once: boolean;
  /** Digest of its second factor; null: it has none. */
  readonly factor: string | null;
  readonly unit: string | null;
  readonly roles: ReadonlyMap<string, { readonly unit: string | null; readonly to: string | null }>;
};
type ToldAccounts = Map<string, ToldAccount>;
type Found<Sealed, Beside = unknown> = readonly ({
  readonly id: string;
  readonly open: boolean;
  readonly as: string;
  readonly sealed: Sealed;
  readonly mac: string;
} & Beside)[];
type SealedAccount = Extract<SealedRow, { kind: 'account' }>;
type SealedRole = Extract<SealedRow, { kind: 'account_role' }>;
type SealedToken = Omit<Extract<SealedRow, { kind: 'api_token' }>, 'tokenHash'> & { readonly hash: string };
type Row = {
  readonly told: readonly { readonly office: number; readonly body: string }[];
  readonly accounts: Found<SealedAccount, { readonly roles: readonly { sealed: SealedRole; mac: string }[] }>;
  readonly tokens: Found<SealedToken>;
};

/** One statement, so that all of it is as of one moment. */
const ALL = `
  select
    (select coalesce(json_agg(json_build_object('office', office_id, 'body', body) order by office_id, seq), '[]')
       from office_event) as told,
    (select coalesce(json_agg(json_build_object('id', a.office_id || ' ' || a.account_id, 'open', a.disabled_at is null,
              'mac', encode(a.mac, 'hex'), 'sealed', json_build_object('kind', 'account', 'officeId', a.office_id,
                'account', a.account_id, 'email', a.email, 'name', a.name, 'unit', a.unit,
                'passwordHash', a.password_hash, 'oneTimeUntil', extract(epoch from a.password_one_time_until) * 1000,
                'closedAt', extract(epoch from a.disabled_at) * 1000, 'secondFactor', encode(a.second_factor, 'hex')),
              'roles', (
                select coalesce(json_agg(json_build_object('mac', encode(r.mac, 'hex'), 'sealed', json_build_object(
                         'kind', 'account_role', 'officeId', r.office_id, 'account', r.account_id, 'role', r.role,
                         'unit', r.unit, 'from', r.from_on, 'to', r.to_on, 'decree', r.decree, 'deputyFor', r.deputy_for,
                         'grantedAt', extract(epoch from r.granted_at) * 1000))), '[]')
                  from account_role r where r.office_id = a.office_id and r.account_id = a.account_id),
              'as', concat_ws(' ', encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex'),
                case when a.password_one_time_until is not null then 'once' end,
                encode(sha256(a.second_factor), 'hex'), a.unit, (
                  select string_agg(concat_ws('/', concat(r.role, ' ', r.from_on), r.unit, r.deputy_for, r.to_on), ' '
                                    order by concat(r.role, ' ', r.from_on) collate "C")
                    from account_role r where r.office_id = a.office_id and r.account_id = a.account_id)))), '[]')
       from account a) as accounts,
    (select coalesce(json_agg(json_build_object('id', office_id || ' ' || token_id, 'open', revoked_at is null,
              'mac', encode(mac, 'hex'), 'sealed', json_build_object('kind', 'api_token', 'officeId', office_id,
                'id', token_id, 'hash', encode(token_hash, 'hex'), 'role', role, 'madeBy', made_by, 'unit', unit,
                'createdAt', extract(epoch from created_at) * 1000, 'revokedAt', extract(epoch from revoked_at) * 1000),
              'as', concat_ws(' ', role, made_by, unit))), '[]')
       from api_token) as tokens`;

/**
 * Holds accounts, roles and tokens against their seals and what the chains of the offices tell of them: whoever gives
 * himself a role with the database's own password stands in no chain. Run as the owner.
 */
export async function verifyAccounts(
  owner: Pick<ClientBase | Pool, 'query'>,
  keyring: Keyring,
): Promise<readonly TotalFinding[]> {
  const { rows } = await owner.query<Row>(ALL);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without a table gives one row');
  const accounts: ToldAccounts = new Map();
  const tokens: Standing = new Map();
  for (const { office, body } of row.told) tell(accounts, tokens, office, eventOf(body));
  const standing: Standing = new Map(
    [...accounts].map(([id, told]) => [id, { open: told.open, as: asRow(told) }]),
  );
  const whole = (sealed: SealedRow, mac: string) => isRowWhole(keyring, sealed, Buffer.from(mac, 'hex'));
  const foundAccounts = row.accounts.map((one) => {
    const parts = [one, ...one.roles];
    return { ...one, whole: parts.every(({ sealed, mac }) => whole(sealed, mac)) };
  });
  const foundTokens = row.tokens.map(({ sealed: { hash, ...sealed }, mac, ...one }) => {
    return { ...one, whole: whole({ ...sealed, tokenHash: Buffer.from(hash, 'hex') }, mac) };
  });
  return [
    { what: 'account', count: differing(standing, foundAccounts) },
    { what: 'api_token', count: differing(tokens, foundTokens) },
  ].flatMap((found) => (found.count === 0 ? [] : [{ rule: 'account-differs' as const, ...found }]));
}

/** Null for an entry that is no JSON: that it was changed is found by its link. */
function eventOf(body: string): OfficeEvent | null {
  try {
    return trustedJson<{ readonly event: OfficeEvent }>(body).event;
  } catch {
    return null;
  }
}

function tell(accounts: ToldAccounts, tokens: Standing, office: number, event: OfficeEvent | null): void {
  const change = (account: string, changed: (before: ToldAccount) => Partial<ToldAccount>) => {
    const before = accounts.get(`${office} ${account}`);
    if (before !== undefined) accounts.set(`${office} ${account}`, { ...before, ...changed(before) });
  };
  switch (event?.type) {
    case 'account-created': {
      const { account, unit, roles, from, password, oneTime } = event;
      const held = new Map(roles.map((role) => [`${role} ${from}`, { unit, to: null }]));
      accounts.set(`${office} ${account}`, {
        open: true,
        password,
        once: oneTime,
        factor: null,
        unit,
        roles: held,
      });
      return;
    }
    case 'account-closed':
      change(event.account, () => ({ open: false }));
      return;
    case 'password-reset':
    case 'password-changed': {
      const { type, password } = event;
      change(event.account, () => ({ password, once: type === 'password-reset' }));
      return;
    }
    case 'second-factor-set':
      change(event.account, () => ({ factor: event.secret }));
      return;
    case 'second-factor-removed':
      change(event.account, () => ({ factor: null }));
      return;
    case 'role-granted': {
      const { role, from, unit, to } = event;
      change(event.account, ({ roles }) => ({ roles: new Map(roles).set(`${role} ${from}`, { unit, to }) }));
      return;
    }
    case 'role-ended': {
      const { role, from, to } = event;
      change(event.account, ({ roles }) => {
        const unit = roles.get(`${role} ${from}`)?.unit ?? null;
        return { roles: new Map(roles).set(`${role} ${from}`, { unit, to }) };
      });
      return;
    }
    case 'token-issued': {
      const { token, role, madeBy, unit } = event;
      const as = [role, madeBy, unit].filter((part) => part !== null).join(' ');
      tokens.set(`${office} ${token}`, { open: true, as });
      return;
    }
    case 'token-revoked': {
      const before = tokens.get(`${office} ${event.token}`);
      if (before !== undefined) tokens.set(`${office} ${event.token}`, { ...before, open: false });
    }
  }
}

/** As the statement above writes the rows of one account. */
function asRow({ password, once, factor, unit, roles }: ToldAccount): string {
  const held = [...roles]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, role]) => [key, role.unit, role.to].filter((part) => part !== null).join('/'));
  return [password, once ? 'once' : null, factor, unit, ...held].filter((part) => part !== null).join(' ');
}

function differing(
  told: Standing,
  found: readonly { id: string; open: boolean; as: string; whole: boolean }[],
): number {
  const left = new Map(told);
  let count = 0;
  for (const { id, open, as, whole } of found) {
    const wanted = left.get(id);
    if (!whole || wanted?.open !== open || wanted.as !== as) count += 1;
    left.delete(id);
  }
  return count + left.size;
}
