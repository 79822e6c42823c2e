import { DAY_MS } from '../calendar/instant.ts';
import type { Kind } from '../complaint/vocabulary.ts';
import { textLikeness } from '../registers/similar-text.ts';

/** What of a complaint is held against another. */
export type LikenessFace = {
  readonly text: string;
  readonly kind: Kind;
  readonly place: string | null;
  readonly service: string | null;
  /** Milliseconds. */
  readonly receivedAt: number;
};

/** By what the people of two complaints were found to be the same, whichever channel they came by. */
export const SHARED_TRAITS = ['nik', 'email', 'phone', 'name'] as const;
export type SharedTrait = (typeof SHARED_TRAITS)[number];

/** Why two complaints may be one matter; each has its words (`likeness.reason.…`). */
export const LIKENESS_REASONS = [
  'same-words',
  'alike-words',
  'same-nik',
  'same-email',
  'same-name-and-phone',
  'same-name',
  'same-phone',
  'same-service',
  'same-place',
  'close-in-time',
] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

export type Likeness = {
  /** To order by; no share of anything. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
  /** One matter of one person, or neighbours with the same matter (rombongan). */
  readonly as: 'duplicate' | 'group';
};

/** Shares of letter triples: of texts that say the same in other words about a third, of unlike ones under a fifth. */
const SAME_WORDS = 0.6;
const ALIKE_WORDS = 0.35;
const FAINTLY_ALIKE = 0.24;
/** Nobody else would tell it so. */
const WORD_FOR_WORD = 0.85;
const CLOSE_DAYS = 14;
const SAME_MATTER_DAYS = 60;

/**
 * Whether two complaints may be one, and why; null = not suggested. The same telephone number, village, service or week alone
 * never is: a village officer brings several people, and neighbours share a programme (rule 3). Symmetric: which of the two is
 * held against the other does not matter.
 */
export function likenessOf(
  one: LikenessFace,
  other: LikenessFace,
  shared: ReadonlySet<SharedTrait>,
): Likeness | null {
  const words = textLikeness(one.text, other.text);
  const days = Math.abs(one.receivedAt - other.receivedAt) / DAY_MS;
  const sameService = one.service !== null && one.service === other.service;
  const samePlace = one.place !== null && one.place === other.place;
  const close = days <= CLOSE_DAYS;
  const onePerson = isOnePerson(shared);
  const faintly = words >= FAINTLY_ALIKE;
  const suggested =
    words >= SAME_WORDS ||
    (words >= ALIKE_WORDS && (sameService || samePlace || close)) ||
    (faintly && (onePerson || shared.has('name')) && days <= SAME_MATTER_DAYS) ||
    (onePerson && sameService && one.kind === other.kind && days <= SAME_MATTER_DAYS);
  if (!suggested) return null;
  const reasons = reasonsOf(words, shared, { sameService, samePlace, close });
  const score =
    words * 4 +
    (onePerson ? 2 : shared.has('name') ? 1 : 0) +
    (shared.has('phone') ? 0.5 : 0) +
    (sameService ? 1 : 0) +
    (samePlace ? 0.5 : 0) +
    (close ? 0.5 : 0);
  const sameTeller = onePerson || shared.has('name') || words >= WORD_FOR_WORD;
  return { score, reasons, as: sameTeller ? 'duplicate' : 'group' };
}

/** A number of a village's telephone is many people's; with a name, or a NIK or an e-mail by itself, it is one. */
export function isOnePerson(shared: ReadonlySet<SharedTrait>): boolean {
  return shared.has('nik') || shared.has('email') || (shared.has('phone') && shared.has('name'));
}

function reasonsOf(
  words: number,
  shared: ReadonlySet<SharedTrait>,
  {
    sameService,
    samePlace,
    close,
  }: { readonly sameService: boolean; readonly samePlace: boolean; readonly close: boolean },
): readonly LikenessReason[] {
  const named = shared.has('name');
  const phoned = shared.has('phone');
  const reasons: readonly (readonly [LikenessReason, boolean])[] = [
    ['same-words', words >= SAME_WORDS],
    ['alike-words', words >= FAINTLY_ALIKE && words < SAME_WORDS],
    ['same-nik', shared.has('nik')],
    ['same-email', shared.has('email')],
    ['same-name-and-phone', named && phoned],
    ['same-name', named && !phoned],
    ['same-phone', phoned && !named],
    ['same-service', sameService],
    ['same-place', samePlace],
    ['close-in-time', close],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
