import type { Channel } from '../../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Words } from '../../../platform/words/words.ts';

/** The office's own label of a key; the key itself where the office has none, nothing for nothing. */
export function labelOf(
  items: readonly { readonly key: string; readonly label: string }[],
  key: string | null,
): string {
  if (key === null) return '';
  return items.find((item) => item.key === key)?.label ?? key;
}

/** A channel as the office calls it; an old register may not tell it. */
export function channelLabel({ channels }: OfficeData, channel: Channel, words: Words): string {
  return channel === 'tidak-tercatat' ? words('channel.not-recorded') : labelOf(channels, channel);
}
