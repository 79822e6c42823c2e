import type { ClientBase, Pool } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { OfficeEvent } from '../../offices/append-office-event.ts';
import {
  DECREE_COLUMNS,
  digestOfDecree,
  type StoredDecree,
  sealedDecree,
} from '../../people/deputies/decree-row.ts';
import {
  DEPUTATION_COLUMNS,
  type StoredDeputation,
  sealedDeputation,
} from '../../people/deputies/deputation-row.ts';
import { isRowWhole } from '../../people/row-seal.ts';
import type { TotalFinding } from './verify-totals.ts';

type OfOffice = { readonly officeId: number };
/** By the office and the id of a row: what the chain tells of it. */
type Told = Map<string, string>;

/**
 * Holds deputations and decrees against their seals and what the chains of the offices tell of them: whoever stands in for
 * somebody by the database's own password stands in no chain. Run as the owner.
 */
export async function verifyDeputations(
  owner: Pick<ClientBase | Pool, 'query'>,
  keyring: Keyring,
): Promise<readonly TotalFinding[]> {
  const chain = await owner.query<OfOffice & { readonly body: string }>(
    `select office_id "officeId", body from office_event
      where body like '%"type":"deputy-%' or body like '%"type":"decree-recorded"%' order by office_id, seq`,
  );
  const [deputations, decrees]: readonly [Told, Told] = [new Map(), new Map()];
  for (const { officeId, body } of chain.rows) tell(deputations, decrees, officeId, eventOf(body));
  const deputies = await owner.query<StoredDeputation & OfOffice>(
    `select d.office_id "officeId", ${DEPUTATION_COLUMNS} from deputation d`,
  );
  const written = await owner.query<StoredDecree & OfOffice>(
    `select d.office_id "officeId", ${DECREE_COLUMNS} from decree d`,
  );
  const found = [
    {
      what: 'deputation',
      count: differing(
        deputations,
        deputies.rows.map((row) => ({
          id: `${row.officeId} ${row.id}`,
          as: standing(row, trustedJson<unknown>(row.roles)),
          whole: isRowWhole(keyring, sealedDeputation(row.officeId, row), row.mac),
        })),
      ),
    },
    {
      what: 'decree',
      count: differing(
        decrees,
        written.rows.map((row) => ({
          id: `${row.officeId} ${row.id}`,
          as: digestOfDecree(row),
          whole: isRowWhole(keyring, sealedDecree(row.officeId, row), row.mac),
        })),
      ),
    },
  ];
  return found.flatMap((one) => (one.count === 0 ? [] : [{ rule: 'account-differs' as const, ...one }]));
}

function tell(deputations: Told, decrees: Told, officeId: number, event: OfficeEvent | null): void {
  switch (event?.type) {
    case 'deputy-appointed':
      deputations.set(`${officeId} ${event.deputation}`, standing(event, event.roles));
      return;
    case 'deputy-ended': {
      const id = `${officeId} ${event.deputation}`;
      const before = deputations.get(id);
      if (before !== undefined)
        deputations.set(id, `${before.slice(0, before.lastIndexOf(' '))} ${event.to}`);
      return;
    }
    case 'decree-recorded':
      decrees.set(`${officeId} ${event.decree}`, event.digest);
  }
}

type Deputed = {
  readonly account: string;
  readonly deputyFor: string;
  readonly capacity: string;
  readonly from: string;
  readonly to: string | null;
};

/** The last day last, which alone is changed. */
function standing({ account, deputyFor, capacity, from, to }: Deputed, roles: unknown): string {
  return [account, deputyFor, capacity, JSON.stringify(roles), from, to ?? '-'].join(' ');
}

/** Null for an entry that is no JSON: that it was changed is found by its link. */
function eventOf(body: string): OfficeEvent | null {
  try {
    return trustedJson<{ readonly event: OfficeEvent }>(body).event;
  } catch {
    return null;
  }
}

function differing(
  told: Told,
  found: readonly { readonly id: string; readonly as: string; readonly whole: boolean }[],
): number {
  const left = new Map(told);
  let count = 0;
  for (const { id, as, whole } of found) {
    if (!whole || left.get(id) !== as) count += 1;
    left.delete(id);
  }
  return count + left.size;
}
