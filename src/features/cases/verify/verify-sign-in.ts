import type { ClientBase, Pool } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import { isRowWhole } from '../../people/row-seal.ts';
import {
  CODE_COLUMNS,
  type StoredCode,
  sealedCode,
} from '../../people/second-factor/recovery-codes.store.ts';
import {
  LINK_COLUMNS,
  type StoredLink,
  sealedLink,
} from '../../people/single-sign-on/sign-on-links.store.ts';
import type { TotalFinding } from './verify-totals.ts';

/**
 * Holds recovery codes against their seals, and links of single sign-on against theirs and what the chains of the offices
 * tell of them: whoever binds himself to an account with the database's own password stands in no chain. Run as the owner.
 */
export async function verifySignIn(
  owner: Pick<ClientBase | Pool, 'query'>,
  keyring: Keyring,
): Promise<readonly TotalFinding[]> {
  const codes = await owner.query<StoredCode & { officeId: number; account: string }>(
    `select office_id "officeId", account_id account, ${CODE_COLUMNS} from recovery_code`,
  );
  const brokenCodes = codes.rows.filter(({ officeId, account, ...row }) => {
    return !isRowWhole(keyring, sealedCode({ officeId, account }, row), row.mac);
  });
  // The newest entry of each link, with its row or without: as of one moment.
  const links = await owner.query<StoredLink & { officeId: number | null; told: string | null }>(
    `select l.office_id "officeId", ${LINK_COLUMNS}, t.told
       from sign_on_link l full join (
         select distinct on (office_id, link) office_id, link, told from (
           select office_id, seq, body::json #>> '{event,link}' link, body::json #>> '{event,type}' told
             from office_event where body ~ '"type":"sign-on-') e
          order by office_id, link, seq desc) t on t.office_id = l.office_id and t.link = l.link_id::text`,
  );
  const brokenLinks = links.rows.filter(({ officeId, told, ...row }) => {
    if (officeId === null || told === null) return true;
    const stands =
      row.endedAt !== null ? 'sign-on-ended' : row.subject === null ? 'sign-on-allowed' : 'sign-on-linked';
    return told !== stands || !isRowWhole(keyring, sealedLink(officeId, row), row.mac);
  });
  return [
    { what: 'recovery_code', count: brokenCodes.length },
    { what: 'sign_on_link', count: brokenLinks.length },
  ].flatMap((found) => (found.count === 0 ? [] : [{ rule: 'account-differs' as const, ...found }]));
}
