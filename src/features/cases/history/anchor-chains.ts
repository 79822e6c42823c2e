import type { ClientBase, Pool } from 'pg';
import { anchorMac } from '../../../platform/chain.ts';
import { advisoryLock } from '../../../platform/database/advisory-locks.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { Fault } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { type AnchorLine, anchorBody, appendAnchor, lastAnchor } from './anchor-file.ts';

/** One anchor at a time, whichever process writes it. */
const ANCHOR_LOCK = advisoryLock('anchor-chains');

/**
 * Heads in one anchor at most, so that a register that came in at once neither fills the memory nor one line: who reads
 * anchors holds one at a time, and a million heads in anchors of twice as many left 17 MB more behind.
 */
const MOST_HEADS = 1_000;

type Anchored = { readonly no: number; readonly chains: number };

/**
 * Writes anchors over the chains changed since the last, outside the database and on the disk, and mirrors them: one,
 * or several after very many changes; `no` is the last one's. Null when nothing changed. The file is written first:
 * after a crash between the two the mirror is brought up from the file and the waiting heads are anchored again.
 * `now` in milliseconds; run as the owner. `onlyOnward`: nothing is done where the folder lacks anchors that the mirror
 * knows, for whoever cannot tell files that were taken away from files that are kept in another folder.
 */
export async function anchorChains(
  owner: Pool,
  keyring: Keyring,
  folder: string,
  now: number,
  { onlyOnward = false }: { readonly onlyOnward?: boolean } = {},
): Promise<Anchored | null> {
  let no = 0;
  let chains = 0;
  for (;;) {
    const anchored = await anchorOnce(owner, keyring, folder, now, onlyOnward);
    if (anchored === null) return chains === 0 ? null : { no, chains };
    no = anchored.no;
    chains += anchored.chains;
    if (anchored.chains < MOST_HEADS) return { no, chains };
  }
}

function anchorOnce(
  owner: Pool,
  keyring: Keyring,
  folder: string,
  now: number,
  onlyOnward: boolean,
): Promise<Anchored | null> {
  return inTransaction(owner, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [ANCHOR_LOCK]);
    const last = await lastAnchor(folder);
    const mirrored = await lastMirrored(tx);
    if (onlyOnward && mirrored > (last?.no ?? 0)) return null;
    if (last !== null) await mirror(tx, last);
    const { rows } = await tx.query<{ office_id: number; case_id: string; seq: number; mac: Buffer }>(
      `delete from anchor_pending p using (
         select office_id, case_id from anchor_pending order by office_id, case_id limit ${MOST_HEADS}) part
        where p.office_id = part.office_id and p.case_id = part.case_id
        returning p.office_id, p.case_id, p.seq, p.mac`,
    );
    if (rows.length === 0) return null;
    const former = last === null ? Buffer.alloc(32) : Buffer.from(last.mac, 'hex');
    const draft = {
      no: Math.max(last?.no ?? 0, mirrored) + 1,
      at: new Date(now).toISOString(),
      key: keyring.current.id,
      former: former.toString('hex'),
      heads: rows.map((row) => [row.office_id, row.case_id, row.seq, row.mac.toString('hex')] as const),
    };
    const mac = anchorMac(keyring.current.forUse('chain'), former, anchorBody(draft)).toString('hex');
    const anchor: AnchorLine = { ...draft, mac };
    await mirror(tx, anchor);
    await appendAnchor(folder, anchor);
    return { no: anchor.no, chains: rows.length };
  });
}

/** Throws Fault 'anchor-differs' when the mirror knows another anchor of this number: one of the two was replaced. */
async function mirror(tx: ClientBase, anchor: AnchorLine): Promise<void> {
  const mac = Buffer.from(anchor.mac, 'hex');
  await tx.query(
    'insert into anchor (anchor_no, at, chains, mac) values ($1, $2, $3, $4) on conflict (anchor_no) do nothing',
    [anchor.no, anchor.at, anchor.heads.length, mac],
  );
  const { rows } = await tx.query<{ mac: Buffer }>('select mac from anchor where anchor_no = $1', [
    anchor.no,
  ]);
  if (rows[0]?.mac.equals(mac)) return;
  throw new Fault('anchor-differs', `Jangkar ${anchor.no} pada disk bukan yang tercatat dalam basis data.`, {
    remedy: 'Jalankan perintah verify, lalu kembalikan berkas jangkar dari salinannya.',
  });
}

/** Files that were taken away must not let the numbers begin anew: `verify` sees the mirror without its file. */
async function lastMirrored(tx: ClientBase): Promise<number> {
  const { rows } = await tx.query<{ last: number }>('select coalesce(max(anchor_no), 0) as last from anchor');
  return rows[0]?.last ?? 0;
}
