import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import { type Refused, refuse } from './decision.ts';
import type { Answered, AttachmentId, Day, IdentityId, Instant, TextId } from './event.ts';
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
  readonly attempts?: readonly { readonly on: Day; readonly how: string }[];
  /** A proof or receipt of delivery is at hand. */
  readonly delivered?: boolean;
  readonly proof?: AttachmentId | null;
};

export type AnswerSetting = {
  readonly office: OfficeData;
  readonly actor: CaseActor;
  readonly protected: boolean;
  readonly anonymous: boolean;
  readonly safeContact: TextId | null;
  readonly firstReporter: IdentityId | null;
  readonly atDesk: boolean;
};

/** The entry of an answer, or why it cannot have been given that way. */
export function answerGiven(
  given: AnswerGiven,
  text: TextId,
  at: Instant,
  setting: AnswerSetting,
): { readonly ok: true; readonly event: Answered } | Refused {
  const { way } = given;
  const refused = wayRefused(given, setting);
  if (refused !== null) return refused;
  const faceToFace = way === 'oral';
  return {
    ok: true,
    event: {
      type: 'answered',
      at,
      way,
      channel: way === 'channel' ? (given.channel ?? null) : null,
      text,
      attempts: given.attempts ?? [],
      undeliverableReason: given.undeliverableReason ?? null,
      toldTo: faceToFace ? (given.toldTo ?? setting.firstReporter) : null,
      atDesk: setting.atDesk,
      // Who was told by word of mouth has it; everything else needs its proof (rule 26: silence).
      delivered: faceToFace || (way !== 'undeliverable' && (given.delivered ?? given.proof != null)),
      proof: given.proof ?? null,
    },
  };
}

function wayRefused(given: AnswerGiven, setting: AnswerSetting): Refused | null {
  const sends = given.way === 'channel' || given.way === 'letter';
  if (sends && setting.protected && setting.safeContact === null)
    return refuse({ refusal: 'no-safe-contact' });
  switch (given.way) {
    case 'channel':
      if (given.channel == null) return refuse({ refusal: 'channel-required' });
      return unknownValue({ channel: given.channel }, setting.office);
    case 'letter':
      return setting.anonymous || given.hasNameAndAddress !== true
        ? refuse({ refusal: 'letter-needs-name-and-address' })
        : null;
    case 'oral':
      return (given.toldTo ?? setting.firstReporter) === null && !setting.atDesk
        ? refuse({ refusal: 'oral-needs-person-told' })
        : null;
    case 'published':
      return setting.actor.may.has('publication/approve') && !setting.protected
        ? null
        : refuse({ refusal: 'publication-not-approved' });
    case 'undeliverable':
      if (given.undeliverableReason == null) return refuse({ refusal: 'reason-required' });
      return (given.attempts ?? []).length === 0 ? refuse({ refusal: 'attempts-required' }) : null;
  }
}
