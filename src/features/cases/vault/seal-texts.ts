import { textMac } from '../../../platform/chain.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { NewText } from './keeper.ts';

/** A text as it is written to the store, with its seal. */
export type SealedText = NewText & { readonly mac: Buffer };

/** Seals the texts of one act under the current key; `caseId` null = texts of the office, `writtenAt` ISO. */
export function sealTexts(
  keyring: Keyring,
  place: { readonly officeId: number; readonly caseId: string | null },
  texts: readonly NewText[],
  written: { readonly author: string | null; readonly at: string },
): readonly SealedText[] {
  const key = keyring.current.forUse('chain');
  const { author } = written;
  const writtenAt = Date.parse(written.at);
  return texts.map((text) => {
    const { textId, purpose, body } = text;
    return { ...text, mac: textMac(key, { ...place, textId, purpose, author, writtenAt }, body) };
  });
}
