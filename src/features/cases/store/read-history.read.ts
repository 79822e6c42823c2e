import type { ClientBase } from 'pg';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import { CHAIN_START, entryMac } from '../../../platform/chain.ts';
import { isEqualSecret } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { Head } from '../history/new-entries.ts';
import { rowForged } from './open-state.ts';

/** A case under its seal: how many entries it has, and the link of the last. */
export type SealedHead = { readonly caseId: string; readonly head: Head };

/**
 * The history of a case in its order, every entry linked from the first to the head that its sealed row names: an
 * entry that other hands wrote decides nothing and is shown to nobody. One that was appended since the row was read is
 * left out. Throws Faults 'row-forged' and 'key-missing'. The case must belong to the office.
 */
export async function readHistory(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  of: SealedHead,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await tx.query<StoredEntry>(
    `select ${ENTRY} from case_event where office_id = $1 and case_id = $2 order by seq`,
    [officeId, of.caseId],
  );
  return linked(keyring, officeId, of, rows);
}

/** The same of many cases, by their ids. */
export async function readHistories(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  cases: readonly SealedHead[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const { rows } = await tx.query<StoredEntry & { readonly caseId: string }>(
    `select case_id as "caseId", ${ENTRY} from case_event
      where office_id = $1 and case_id = any ($2::uuid[]) order by case_id, seq`,
    [officeId, cases.map(({ caseId }) => caseId)],
  );
  const stored = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map(
    cases.map((one) => [one.caseId, linked(keyring, officeId, one, stored.get(one.caseId) ?? [])]),
  );
}

type StoredEntry = {
  readonly seq: number;
  readonly recordedAt: Date;
  readonly keyId: string;
  readonly body: string;
  readonly mac: Buffer;
};
const ENTRY = 'seq, recorded_at as "recordedAt", key_id as "keyId", body, mac';

function linked(
  keyring: Keyring,
  officeId: number,
  { caseId, head }: SealedHead,
  entries: readonly StoredEntry[],
): readonly RecordedEvent[] {
  let link = CHAIN_START;
  for (const { seq, recordedAt, keyId, body, mac } of entries) {
    const place = { officeId, caseId, seq, recordedAt: recordedAt.getTime() };
    link = entryMac(keyring.find(keyId).forUse('chain'), link, place, body);
    if (!isEqualSecret(link, mac)) throw rowForged(caseId);
  }
  const known = entries.slice(0, head.state.version);
  const last = known.at(-1);
  if (last?.seq !== head.state.version || !isEqualSecret(last.mac, head.mac)) throw rowForged(caseId);
  return known.map(({ seq, recordedAt, body }) => {
    const { actor, event } = trustedJson<Pick<RecordedEvent, 'actor' | 'event'>>(body);
    return { seq, recordedAt: recordedAt.toISOString(), actor, event };
  });
}
