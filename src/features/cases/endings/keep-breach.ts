import {
  type Breach,
  type BreachEvent,
  type BreachRefusal,
  breachRefusal,
  foldBreaches,
} from '../../../domain/people/breach.ts';
import { actorOfHistory, type CaseActor } from '../../../domain/people/case-actor.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { appendOfficeEvent, lockOfficeChain } from '../../offices/append-office-event.ts';
import { listOfficeEntries } from '../../offices/list-office-entries.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { keepOfficeText, readOfficeTexts } from '../vault/office-text.store.ts';

/** What is written into the register; the text apart, where it can be erased. */
export type BreachCommand =
  | Omit<Extract<BreachEvent, { readonly type: 'breach-recorded' }>, 'text' | 'breach'>
  | Omit<Extract<BreachEvent, { readonly type: 'breach-told' }>, 'text'>
  | Omit<Extract<BreachEvent, { readonly type: 'breach-closed' }>, 'text'>;

export type KeptBreach =
  | { readonly ok: true; readonly breach: string }
  | { readonly ok: false; readonly refusal: BreachRefusal };

/**
 * Writes one entry into the register of breaches, which is the office's own chain (UU 27/2022 ps. 46): nobody changes or takes
 * back what was known when. Refuses what `breachRefusal` refuses. `now` in milliseconds.
 */
export function keepBreach(
  desk: CaseDesk,
  officeId: number,
  actor: CaseActor,
  { command, text }: { readonly command: BreachCommand; readonly text: string },
  now: number,
): Promise<KeptBreach> {
  return withOffice(desk.pool, officeId, async (tx): Promise<KeptBreach> => {
    await lockOfficeChain(tx, officeId);
    const textId = desk.newId();
    const event: BreachEvent =
      command.type === 'breach-recorded'
        ? { ...command, breach: desk.newId(), text: textId }
        : { ...command, text: textId };
    const known = await breachesOf(tx, desk.keyring, officeId);
    const breach = known.find((one) => one.breach === event.breach) ?? null;
    const refusal = breachRefusal(breach, event, new Date(now).toISOString());
    if (refusal !== null) return { ok: false, refusal };
    const kept = { textId, purpose: 'note', body: text, author: actor.account, at: now } as const;
    await keepOfficeText(tx, desk.keyring, officeId, kept);
    await appendOfficeEvent(tx, officeId, event, {
      keyring: desk.keyring,
      actor: actorOfHistory(actor),
      now,
    });
    return { ok: true, breach: event.breach };
  });
}

export type BreachBook = {
  readonly breaches: readonly Breach[];
  /** What was written of them, by the id of the text; null = erased. */
  readonly texts: ReadonlyMap<string, string | null>;
};

/** The register, the newest breach first. */
export function readBreaches(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  officeId: number,
): Promise<BreachBook> {
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const breaches = await breachesOf(tx, desk.keyring, officeId);
      const ids = breaches.flatMap(({ text, told, closed }) => [
        text,
        ...told.map((one) => one.text),
        ...(closed === null ? [] : [closed.text]),
      ]);
      return { breaches, texts: await readOfficeTexts(tx, desk.keyring, officeId, ids) };
    },
    { readOnly: true },
  );
}

async function breachesOf(tx: Tx, keyring: Keyring, officeId: number): Promise<readonly Breach[]> {
  const types = ['breach-recorded', 'breach-told', 'breach-closed'] as const;
  const entries = await listOfficeEntries(tx, keyring, officeId, types);
  return foldBreaches(
    entries.map(({ event, actor, recordedAt }) => ({
      event,
      at: recordedAt.toISOString(),
      by: actor.account,
    })),
  );
}
