import type { Tx } from '../../../platform/database/transaction.ts';
import { errorCode } from '../../../platform/errors.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { isRowWhole, type SealedRow, sealRow } from '../row-seal.ts';

type Whose = { readonly officeId: number; readonly account: string };

/** What `LINK_COLUMNS` give of a link. */
export type StoredLink = {
  readonly id: string;
  readonly account: string;
  readonly issuer: string;
  /** Null: allowed for an e-mail, and nobody has come with it yet. */
  readonly subject: string | null;
  readonly email: string | null;
  readonly linkedAt: Date;
  readonly endedAt: Date | null;
  readonly mac: Buffer;
};
export const LINK_COLUMNS = `link_id id, account_id account, issuer, subject, email, linked_at "linkedAt", ended_at "endedAt", mac`;

/** What the seal of that row is over. */
export function sealedLink(
  officeId: number,
  { id, account, issuer, subject, email, linkedAt, endedAt }: StoredLink,
): Extract<SealedRow, { kind: 'sign_on_link' }> {
  const times = { linkedAt: linkedAt.getTime(), endedAt: endedAt?.getTime() ?? null };
  return { kind: 'sign_on_link', officeId, id, account, issuer, subject, email, ...times };
}

/** The open links of an account, oldest first; what other hands wrote is none. */
export async function listSignOnLinks(
  tx: Tx,
  keyring: OfficeActContext['keyring'],
  { officeId, account }: Whose,
): Promise<readonly StoredLink[]> {
  const { rows } = await tx.query<StoredLink>(
    `select ${LINK_COLUMNS} from sign_on_link
      where office_id = $1 and account_id = $2 and ended_at is null order by linked_at, link_id`,
    [officeId, account],
  );
  return rows.filter((row) => isRowWhole(keyring, sealedLink(officeId, row), row.mac));
}

/**
 * Binds a person of the provider to an account, or allows whoever comes with that e-mail (`subject` null). Refuses a person
 * who is bound already. The office's chain tells of it.
 */
export async function putSignOnLink(
  tx: Tx,
  { officeId, account }: Whose,
  link: {
    readonly id: string;
    readonly issuer: string;
    readonly subject: string | null;
    readonly email: string | null;
  },
  context: OfficeActContext,
): Promise<'linked' | 'taken'> {
  await lockOfficeChain(tx, officeId);
  const { id, issuer, subject, email } = link;
  const linkedAt = new Date(context.now);
  const sealed = sealedLink(officeId, { ...link, account, linkedAt, endedAt: null, mac: Buffer.alloc(0) });
  const taken = await refusedAsTaken(tx, () =>
    tx.query(
      `insert into sign_on_link (office_id, link_id, account_id, issuer, subject, email, linked_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [officeId, id, account, issuer, subject, email, linkedAt, sealRow(context.keyring, sealed)],
    ),
  );
  if (taken) return 'taken';
  const type = subject === null ? 'sign-on-allowed' : 'sign-on-linked';
  await appendOfficeEvent(tx, officeId, { type, account, link: id }, context);
  return 'linked';
}

/** The first who comes with the e-mail of an allowed link is bound to it, and nobody after him. */
export async function bindSignOnLink(
  tx: Tx,
  officeId: number,
  link: StoredLink,
  subject: string,
  context: OfficeActContext,
): Promise<'linked' | 'taken'> {
  await lockOfficeChain(tx, officeId);
  const mac = sealRow(context.keyring, sealedLink(officeId, { ...link, subject }));
  let bound = 0;
  const taken = await refusedAsTaken(tx, async () => {
    const { rowCount } = await tx.query(
      `update sign_on_link set subject = $3, mac = $4
        where office_id = $1 and link_id = $2 and subject is null and ended_at is null`,
      [officeId, link.id, subject, mac],
    );
    bound = rowCount ?? 0;
  });
  if (taken || bound === 0) return 'taken';
  const event = { type: 'sign-on-linked', account: link.account, link: link.id } as const;
  await appendOfficeEvent(tx, officeId, event, context);
  return 'linked';
}

/** Ends a link of the account; false where it has none of that id. */
export async function endSignOnLink(
  tx: Tx,
  whose: Whose,
  id: string,
  context: OfficeActContext,
): Promise<boolean> {
  await lockOfficeChain(tx, whose.officeId);
  const { rows } = await tx.query<StoredLink>(
    `select ${LINK_COLUMNS} from sign_on_link
      where office_id = $1 and account_id = $2 and link_id::text = $3 and ended_at is null for update`,
    [whose.officeId, whose.account, id],
  );
  const [row] = rows;
  if (row === undefined) return false;
  const sealed = sealedLink(whose.officeId, row);
  const whole = isRowWhole(context.keyring, sealed, row.mac);
  const mac = whole ? sealRow(context.keyring, { ...sealed, endedAt: context.now }) : row.mac;
  await tx.query('update sign_on_link set ended_at = $3, mac = $4 where office_id = $1 and link_id = $2', [
    ...[whose.officeId, row.id, new Date(context.now), mac],
  ]);
  const event = { type: 'sign-on-ended', account: whose.account, link: row.id } as const;
  await appendOfficeEvent(tx, whose.officeId, event, context);
  return true;
}

/** Whether somebody else has this person already. */
async function refusedAsTaken(tx: Tx, write: () => Promise<unknown>): Promise<boolean> {
  await tx.query('SAVEPOINT link');
  try {
    await write();
    return false;
  } catch (error) {
    if (errorCode(error) !== '23505') throw error;
    await tx.query('ROLLBACK TO SAVEPOINT link');
    return true;
  }
}
