import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { actOnce } from '../doors/idempotency-key.ts';
import { normalTicket } from '../store/ticket.ts';

/** Operations that may be done on several cases at once. */
export const BULK_ACTS = ['dispose', 'acknowledge'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** So many at once at most. */
export const MOST_AT_ONCE = 50;

/** A case that was ticked, as it was seen. */
export type Pick = { readonly ticket: string; readonly version: number };

/** What the boxes of a list say, each case once; what is none is passed over. */
export function readPicks(boxes: readonly string[]): readonly Pick[] {
  const picks = new Map<string, Pick>();
  for (const box of boxes) {
    const [written = '', version = ''] = box.split('.');
    const ticket = normalTicket(written);
    const seen = /^\d{1,9}$/.test(version) ? Number(version) : 0;
    if (ticket !== null && seen > 0 && picks.size < MOST_AT_ONCE)
      picks.set(ticket, { ticket, version: seen });
  }
  return [...picks.values()];
}

type Many = {
  readonly office: Office;
  readonly actor: CaseActor;
  readonly act: BulkAct;
  readonly body: Readonly<Record<string, unknown>>;
  /** One for the whole form: each case has its own part of it, so that a form sent twice acts once on each. */
  readonly key: string;
};

export type ActedOn = Pick & { readonly result: BodyResult };

/**
 * The same operation on several cases, each decided and saved by itself: one that is refused holds up no other, and what
 * was done stays done. `now` in milliseconds.
 */
export async function actOnMany(
  desk: CaseDesk,
  { office, actor, act, body, key }: Many,
  picks: readonly Pick[],
  now: number,
): Promise<readonly ActedOn[]> {
  const acted: ActedOn[] = [];
  for (const pick of picks) {
    const result = await actOnce(`${key}-${pick.ticket}`, (own) =>
      runBody(
        desk,
        {
          ...{ office, actor, operation: act, body },
          ref: { ticket: pick.ticket },
          expectedVersion: pick.version,
          idempotency: { key: own, body: JSON.stringify({ body, version: pick.version }) },
        },
        now,
      ),
    );
    acted.push({ ...pick, result });
  }
  return acted;
}
