import { localDate } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type Refused, refuse } from './decision.ts';
import type { EntryTime } from './effective-time.ts';
import type { Answered, AttachmentId, Day, IdentityId, Instant, TextId } from './event.ts';
import { instantMs } from './instant-ms.ts';
import { unknownValue } from './office-words.ts';
import type { AnswerWay, Channel } from './vocabulary.ts';

/** How the answer reached the complainant, in one of five ways (rule 25). */
export type AnswerGiven = {
  readonly way: AnswerWay;
  readonly channel?: Channel | null;
  /** Known from the vault by who loads the case: a letter needs both. */
  readonly hasNameAndAddress?: boolean;
  /** Orally: who was told. At the desk the complainant himself when left out. */
  readonly toldTo?: IdentityId | null;
  /** *Tidak dapat disampaikan*: why, and each dated attempt. */
  readonly undeliverableReason?: TextId | null;
  readonly attempts?: readonly { readonly on: Day; readonly how: TextId }[];
  /** A proof or receipt of delivery is at hand. */
  readonly delivered?: boolean;
  readonly proof?: AttachmentId | null;
};

/**
 * The entry of an answer, or why it cannot have been given that way: not to somebody whom the case does not know, not
 * tried before the receipt or after today (rule 25). `said` is its time as `effectiveTime` gives it.
 */
export function answerGiven(
  given: AnswerGiven,
  text: TextId,
  said: EntryTime,
  state: CaseState,
  context: Context,
  atDesk = false,
): { readonly ok: true; readonly event: Answered } | Refused {
  const { way } = given;
  const refused =
    wayRefused(given, state, context, atDesk) ??
    unknownListener(given, state) ??
    madeUp(given, state, context);
  if (refused !== null) return refused;
  const faceToFace = way === 'oral';
  return {
    ok: true,
    event: {
      type: 'answered',
      ...said,
      way,
      channel: way === 'channel' ? (given.channel ?? null) : null,
      text,
      attempts: given.attempts ?? [],
      undeliverableReason: given.undeliverableReason ?? null,
      toldTo: faceToFace ? (given.toldTo ?? firstReporter(state)) : null,
      atDesk,
      // Who was told by word of mouth has it; everything else needs its proof (rule 26: silence).
      delivered: faceToFace || (way !== 'undeliverable' && (given.delivered ?? given.proof != null)),
      proof: given.proof ?? null,
    },
  };
}

function firstReporter(state: CaseState): IdentityId | null {
  return state.people.reporters[0]?.identity ?? null;
}

function unknownListener({ way, toldTo = null }: AnswerGiven, { people }: CaseState): Refused | null {
  if (toldTo === null) return null;
  if (way !== 'oral') return refuse({ refusal: 'field-not-taken', field: 'toldTo' });
  const known = [...people.reporters, ...people.concerns].some(({ identity }) => identity === toldTo);
  return known ? null : refuse({ refusal: 'unknown-person', identity: toldTo });
}

function madeUp(
  { attempts = [] }: AnswerGiven,
  state: CaseState,
  { now, calendar }: Context,
): Refused | null {
  const dayOf = (instant: Instant) => localDate(instantMs(instant), calendar.zone);
  const [first, today] = [dayOf(state.receivedAt), dayOf(now)];
  const wrong = attempts.find(({ on }) => on < first || on > today);
  return wrong === undefined ? null : refuse({ refusal: 'attempt-out-of-time', on: wrong.on });
}

function wayRefused(
  given: AnswerGiven,
  state: CaseState,
  { office, actor }: Context,
  atDesk: boolean,
): Refused | null {
  const { marks } = state;
  const sends = given.way === 'channel' || given.way === 'letter';
  if (sends && marks.protected && state.safeContact === null) return refuse({ refusal: 'no-safe-contact' });
  switch (given.way) {
    case 'channel':
      if (given.channel == null) return refuse({ refusal: 'channel-required' });
      return unknownValue({ channel: given.channel }, office);
    case 'letter':
      return marks.anonymous || given.hasNameAndAddress !== true
        ? refuse({ refusal: 'letter-needs-name-and-address' })
        : null;
    case 'oral':
      return (given.toldTo ?? firstReporter(state)) === null && !atDesk
        ? refuse({ refusal: 'oral-needs-person-told' })
        : null;
    case 'published':
      return actor.may.has('publication/approve') && !marks.protected
        ? null
        : refuse({ refusal: 'publication-not-approved' });
    case 'undeliverable':
      if (given.undeliverableReason == null) return refuse({ refusal: 'reason-required' });
      return (given.attempts ?? []).length === 0 ? refuse({ refusal: 'attempts-required' }) : null;
  }
}
