import { applyEvent } from '../../../domain/complaint/apply-event.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Actor, ComplaintEvent } from '../../../domain/complaint/event.ts';
import { CHAIN_START, entryMac } from '../../../platform/chain.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { readableJson } from './readable-json.ts';

/** An entry ready to be appended: its exact text and its link. */
export type Entry = {
  readonly seq: number;
  readonly type: ComplaintEvent['type'];
  readonly body: string;
  readonly mac: Buffer;
};

/** Where a chain stands; null before the first entry. */
export type Head = { readonly state: CaseState; readonly mac: Buffer };

export type Appended = { readonly entries: readonly Entry[]; readonly head: Head };

/**
 * Links new events to a chain and folds them into the state. `recordedAt` is ISO with milliseconds, one for all
 * entries of an act. The body keeps who acted and what happened; place and time stand in columns of their own.
 */
export function appendEntries(
  keyring: Keyring,
  place: { readonly officeId: number; readonly caseId: string },
  former: Head | null,
  act: { readonly events: readonly ComplaintEvent[]; readonly actor: Actor; readonly recordedAt: string },
): Appended {
  const key = keyring.current.forUse('chain');
  const recordedAt = Date.parse(act.recordedAt);
  let state = former?.state ?? null;
  let mac: Buffer = former?.mac ?? CHAIN_START;
  const entries: Entry[] = [];
  for (const event of act.events) {
    const seq = (state?.version ?? 0) + 1;
    const body = readableJson({ actor: act.actor, event });
    mac = entryMac(key, mac, { ...place, seq, recordedAt }, body);
    state = applyEvent(state, { seq, recordedAt: act.recordedAt, actor: act.actor, event });
    entries.push({ seq, type: event.type, body, mac });
  }
  if (state === null) throw new Error('An act without events leaves nothing to save');
  return { entries, head: { state, mac } };
}
