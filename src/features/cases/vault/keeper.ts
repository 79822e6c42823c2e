import type { NewId } from '../../../platform/ids.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Person, PersonPart } from './person.ts';
import { type IdentityPlace, type SealedIdentity, sealIdentity } from './vault.ts';

/** What a text of a case is; the history holds only its id. */
export type TextPurpose =
  | 'matter'
  | 'answer'
  | 'draft-answer'
  | 'entry'
  | 'message'
  | 'question'
  | 'reply'
  | 'reason'
  | 'instructions'
  | 'safe-contact'
  | 'narrative'
  | 'review'
  | 'finding'
  | 'note'
  /** What an apology says to the public (rules 30, 31). */
  | 'apology'
  /** What an old register says of a row besides: its other columns, and what was doubted. */
  | 'remarks';
export type NewText = { readonly textId: string; readonly purpose: TextPurpose; readonly body: string };

/** Puts away texts and people while a command is being written, and gives the ids that the command carries. */
export type Keeper = {
  /** Null for null, undefined and blanks only; else the id under which the text will stand. */
  readonly text: {
    (purpose: TextPurpose, body: string): string;
    (purpose: TextPurpose, body: string | null | undefined): string | null;
  };
  readonly person: (part: PersonPart, person: Person) => string;
  readonly texts: readonly NewText[];
  readonly identities: readonly SealedIdentity[];
};

/** A fresh keeper for one act on this case. Nothing reaches the database before the act is saved. */
export function openKeeper(keyring: Keyring, place: Omit<IdentityPlace, 'identityId'>, newId: NewId): Keeper {
  const texts: NewText[] = [];
  const identities: SealedIdentity[] = [];
  function text(purpose: TextPurpose, body: string): string;
  function text(purpose: TextPurpose, body: string | null | undefined): string | null;
  function text(purpose: TextPurpose, body: string | null | undefined): string | null {
    if (typeof body !== 'string' || body.trim() === '') return null;
    const textId = newId();
    texts.push({ textId, purpose, body });
    return textId;
  }
  return {
    texts,
    identities,
    text,
    person: (part, person) => {
      const identityId = newId();
      identities.push(sealIdentity(keyring, { ...place, identityId }, part, person));
      return identityId;
    },
  };
}

/** Purposes whose texts may say how somebody is reached: shown with him only (rule 32), and erased with him. */
export const TELLING_OF_PEOPLE: ReadonlySet<string> = new Set<TextPurpose>(['safe-contact', 'remarks']);

/** Purposes whose texts are searched; reasons, drafts and what belongs to the closed lane are not. */
export const SEARCHED: ReadonlySet<TextPurpose> = new Set(['matter', 'answer', 'entry', 'message', 'reply']);

/** The texts that a case is searched by, in one. */
export function searchedText({ texts }: Pick<Keeper, 'texts'>): string {
  return texts
    .filter((text) => SEARCHED.has(text.purpose))
    .map((text) => text.body)
    .join(' ');
}
