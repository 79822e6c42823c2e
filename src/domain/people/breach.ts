import type { AccountId, Day, Instant, TextId } from '../complaint/event.ts';

/** What kinds of personal data came out (UU 27/2022 ps. 4). */
export const BREACH_DATA = [
  'name',
  'contact',
  'nik',
  'matter',
  'file',
  'health',
  'child',
  'account',
] as const;
export type BreachData = (typeof BREACH_DATA)[number];

/** Whom an office writes to of a breach: those whose data they are and the agency; the public where it serves them (ps. 46). */
export const BREACH_TOLD = ['subjects', 'agency', 'public'] as const;
export type BreachTold = (typeof BREACH_TOLD)[number];

export type BreachEvent =
  | {
      readonly type: 'breach-recorded';
      readonly breach: string;
      /** When somebody of the office knew: the 72 hours run from there, whatever the hour or the day. */
      readonly knownAt: Instant;
      readonly happenedOn: Day | null;
      /** How many people; null = nobody knows yet. */
      readonly people: number | null;
      readonly data: readonly BreachData[];
      readonly text: TextId;
    }
  | {
      readonly type: 'breach-told';
      readonly breach: string;
      readonly whom: BreachTold;
      readonly toldAt: Instant;
      readonly text: TextId;
    }
  | { readonly type: 'breach-closed'; readonly breach: string; readonly text: TextId };

export type Breach = Omit<Extract<BreachEvent, { readonly type: 'breach-recorded' }>, 'type'> & {
  readonly recordedBy: AccountId | null;
  readonly told: readonly {
    readonly whom: BreachTold;
    readonly toldAt: Instant;
    readonly text: TextId;
    readonly by: AccountId | null;
  }[];
  readonly closed: { readonly at: Instant; readonly text: TextId; readonly by: AccountId | null } | null;
};

export type BreachRefusal =
  | 'breach-unknown'
  | 'breach-closed-already'
  | 'breach-in-future'
  | 'breach-told-before-known'
  | 'breach-told-already'
  | 'breach-not-told';

/** The register of breaches as the chain of the office tells it, the newest first. */
export function foldBreaches(
  entries: readonly { readonly event: BreachEvent; readonly at: Instant; readonly by: AccountId | null }[],
): readonly Breach[] {
  const breaches = new Map<string, Breach>();
  for (const { event, at, by } of entries) {
    if (event.type === 'breach-recorded') {
      const { type: _, ...recorded } = event;
      breaches.set(event.breach, { ...recorded, recordedBy: by, told: [], closed: null });
      continue;
    }
    const breach = breaches.get(event.breach);
    if (breach === undefined) continue;
    const { text } = event;
    breaches.set(
      event.breach,
      event.type === 'breach-closed'
        ? { ...breach, closed: { at, text, by } }
        : { ...breach, told: [...breach.told, { whom: event.whom, toldAt: event.toldAt, text, by }] },
    );
  }
  return [...breaches.values()].toReversed();
}

/** Why this may not be written into the register now; null = it may. Closed only once subjects and agency were told (ps. 46). */
export function breachRefusal(breach: Breach | null, event: BreachEvent, now: Instant): BreachRefusal | null {
  if (event.type === 'breach-recorded') return event.knownAt > now ? 'breach-in-future' : null;
  if (breach === null) return 'breach-unknown';
  if (breach.closed !== null) return 'breach-closed-already';
  const wasTold = (whom: BreachTold) => breach.told.some((one) => one.whom === whom);
  if (event.type === 'breach-closed')
    return wasTold('subjects') && wasTold('agency') ? null : 'breach-not-told';
  if (event.toldAt > now) return 'breach-in-future';
  if (event.toldAt < breach.knownAt) return 'breach-told-before-known';
  return wasTold(event.whom) ? 'breach-told-already' : null;
}
