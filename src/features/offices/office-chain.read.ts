import type { ClientBase } from 'pg';
import type { Actor } from '../../domain/complaint/event.ts';
import { CHAIN_START, entryMac, OFFICE_CHAIN } from '../../platform/chain.ts';
import { isEqualSecret } from '../../platform/crypto.ts';
import { Fault } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { trustedJson } from '../../platform/trusted-json.ts';
import type { OfficeEvent } from './append-office-event.ts';

/** What was done in an office, by whom; `at` ISO. */
export type OfficeEntry = {
  readonly recordedAt: Date;
  readonly actor: Actor;
  readonly event: OfficeEvent & { readonly at: string };
};

/**
 * The whole chain of an office in its order, linked from the first entry on, for whoever decides by what it tells.
 * Throws Fault 'office-forged' where an entry is not what Tanggap wrote or one is missing (that it ends too soon, only
 * an anchor tells), and 'key-missing'.
 */
export async function readOfficeChain(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
): Promise<readonly OfficeEntry[]> {
  const { rows } = await tx.query<Stored>(
    `select ${ENTRY}, mac from office_event where office_id = $1 order by seq`,
    [officeId],
  );
  let former = CHAIN_START;
  return rows.map((row, before) => {
    keyring.find(row.keyId);
    if (row.seq !== before + 1 || !isLinked(keyring, officeId, { ...row, former })) {
      throw new Fault(
        'office-forged',
        `Catatan tindakan kantor diubah di luar Tanggap (nomor ${before + 1}).`,
        {
          remedy: 'Jalankan verify, lalu pulihkan basis data dari cadangan yang masih bersih.',
        },
      );
    }
    former = row.mac;
    return entryOf(row);
  });
}

/** The newest entry of these types, or null. What other hands put after it is passed over: it links to nothing. */
export async function findLastOfficeEntry(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  types: readonly OfficeEvent['type'][],
): Promise<OfficeEntry | null> {
  const { rows } = await tx.query<Stored & { readonly former: Buffer | null }>(
    `select ${ENTRY}, mac, (select f.mac from office_event f where f.office_id = $1 and f.seq = e.seq - 1) as former
       from office_event e where office_id = $1 and body ~ $2 order by seq desc`,
    [officeId, `"type":"(${types.join('|')})"`],
  );
  const last = rows.find((row) => isLinked(keyring, officeId, { ...row, former: row.former ?? CHAIN_START }));
  return last === undefined ? null : entryOf(last);
}

/** The entries of these numbers, in their order, each held against the one before it; what other hands put there is passed over. */
export async function readOfficeEntries(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  seqs: readonly number[],
): Promise<readonly (OfficeEntry & { readonly seq: number })[]> {
  const { rows } = await tx.query<Stored & { readonly former: Buffer | null }>(
    `select ${ENTRY}, mac, (select f.mac from office_event f where f.office_id = $1 and f.seq = e.seq - 1) as former
       from office_event e where office_id = $1 and seq = any ($2::int[]) order by seq`,
    [officeId, seqs],
  );
  return rows
    .filter((row) => isLinked(keyring, officeId, { ...row, former: row.former ?? CHAIN_START }))
    .map((row) => ({ seq: row.seq, ...entryOf(row) }));
}

type Stored = {
  readonly seq: number;
  readonly recordedAt: Date;
  readonly keyId: string;
  readonly body: string;
  readonly mac: Buffer;
};
const ENTRY = 'seq, recorded_at as "recordedAt", key_id as "keyId", body';

function isLinked(
  keyring: Keyring,
  officeId: number,
  { seq, recordedAt, keyId, body, mac, former }: Stored & { readonly former: Buffer },
): boolean {
  const place = { officeId, caseId: OFFICE_CHAIN, seq, recordedAt: recordedAt.getTime() };
  const key = keyring.all.find(({ id }) => id === keyId);
  return key !== undefined && isEqualSecret(entryMac(key.forUse('chain'), former, place, body), mac);
}

function entryOf({ recordedAt, body }: Stored): OfficeEntry {
  const { actor, event } = trustedJson<Pick<OfficeEntry, 'actor' | 'event'>>(body);
  return { recordedAt, actor, event };
}
