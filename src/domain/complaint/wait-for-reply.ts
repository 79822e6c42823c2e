import type { AskedParty, CaseState } from './case-state.ts';
import type { Asked, Instant, Replied } from './event.ts';
import type { Clock } from './vocabulary.ts';

type Waiting = Pick<CaseState, 'awaitingReplyFrom' | 'pauses'>;
type Pause = CaseState['pauses'][number];

/** A question is out; the clocks that it names wait for this one's reply, too, where they wait already. */
export function waitForReply(
  { awaitingReplyFrom, pauses }: Waiting,
  { at, to, body, pauses: clocks }: Asked,
): Waiting {
  const party = partyOf(to, body);
  return {
    awaitingReplyFrom: [...awaitingReplyFrom.filter((one) => one !== party), party],
    pauses: clocks.reduce((all, clock) => pausedFor(all, clock, at, party), pauses),
  };
}

function pausedFor(
  pauses: readonly Pause[],
  clock: Clock,
  from: Instant,
  party: AskedParty,
): readonly Pause[] {
  const open = pauses.findIndex((pause) => pause.clock === clock && pause.to === null);
  const pause = pauses[open];
  if (pause === undefined) return [...pauses, { clock, from, to: null, awaits: [party] }];
  return pauses.with(open, { ...pause, awaits: [...pause.awaits.filter((one) => one !== party), party] });
}

/** Somebody wrote: only his reply is awaited no more, and a clock runs on when nobody's is that it waited for. */
export function takeReply({ awaitingReplyFrom, pauses }: Waiting, { at, from, body }: Replied): Waiting {
  const party = partyOf(from, body);
  return {
    awaitingReplyFrom: awaitingReplyFrom.filter((one) => one !== party),
    pauses: pauses.map((pause) => {
      if (pause.to !== null || !pause.awaits.includes(party)) return pause;
      const awaits = pause.awaits.filter((one) => one !== party);
      return awaits.length > 0 ? { ...pause, awaits } : { ...pause, awaits, to: endOf(pause, at) };
    }),
  };
}

/** Answered or over: nobody's reply is awaited any more, and no clock waits. */
export function waitNoMore({ pauses }: Pick<CaseState, 'pauses'>, at: Instant): Waiting {
  return { awaitingReplyFrom: [], pauses: endPauses(pauses, at) };
}

/** Every open pause ended, or those of one clock. */
export function endPauses(pauses: readonly Pause[], at: Instant, only?: Clock): readonly Pause[] {
  return pauses.map((pause) =>
    pause.to === null && (only === undefined || pause.clock === only)
      ? { ...pause, awaits: [], to: endOf(pause, at) }
      : pause,
  );
}

/** What was written down later may have come before the question: then nothing was waited for. */
function endOf({ from }: Pause, at: Instant): Instant {
  return at < from ? from : at;
}

/** The bodies whose reply is awaited, by their keys. */
export function askedBodies({ awaitingReplyFrom }: Pick<CaseState, 'awaitingReplyFrom'>): readonly string[] {
  return awaitingReplyFrom.flatMap((party) => (party === 'complainant' ? [] : party.slice('body:'.length)));
}

function partyOf(who: 'complainant' | 'body', body: string | null): AskedParty {
  return who === 'complainant' ? who : `body:${body ?? ''}`;
}
