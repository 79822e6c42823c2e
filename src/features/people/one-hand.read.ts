import type { ClientBase } from 'pg';
import type { AccountId, Actor } from '../../domain/complaint/event.ts';
import { isOneHand, type PasswordMade } from '../../domain/people/one-hand.ts';

/** Whether one hand can move both accounts, by what the office's chain tells of their passwords. `now` in milliseconds. */
export async function readOneHand(
  tx: ClientBase,
  officeId: number,
  one: AccountId,
  other: AccountId,
  now: number,
): Promise<boolean> {
  const { rows } = await tx.query<{ body: string }>(
    `select body from office_event
      where office_id = $1 and body ~ '"type":"(account-created|password-reset|password-changed)"' order by seq`,
    [officeId],
  );
  return isOneHand(
    rows.map(({ body }) => passwordMade(body)),
    one,
    other,
    now,
  );
}

type Written = {
  readonly actor: Actor;
  readonly event: Omit<PasswordMade, 'by' | 'at'> & { readonly at: string };
};

function passwordMade(body: string): PasswordMade {
  const { actor, event }: Written = JSON.parse(body);
  return { type: event.type, account: event.account, by: actor.account, at: Date.parse(event.at) };
}
