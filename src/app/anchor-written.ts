import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { type moveOutbox, moveWholeOutbox } from '../features/cases/store/move-outbox.ts';
import { ensureQueue } from './migrate-queue.ts';
import type { System } from './open-system.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';

type Written = { readonly database: Pick<System['database'], 'owner'> } & Pick<System, 'keyring'>;

/**
 * Anchors all that was written up to now, where no worker's next turn can be waited for: after a command, and when a
 * worker stops. May run beside a worker and another of itself. Anchors kept in another folder than this one are left
 * to whoever knows it. `now` in milliseconds.
 */
export async function anchorWritten(
  { database: { owner }, keyring }: Written,
  folder: string,
  now: number,
  foreign?: Parameters<typeof moveOutbox>[2],
): Promise<void> {
  await ensureQueue(owner);
  await moveWholeOutbox(owner, SUBSCRIPTIONS, foreign);
  await anchorChains(owner, keyring, folder, now, { onlyOnward: true });
}
