import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { MOST_FILES, type RefusedFile } from './receive-files.ts';

/** What is wrong with a file that was sent, and what to do. */
export function fileSentence(why: RefusedFile['why'], words: Words): string {
  if (why === 'too-many') return words('file.too-many', { most: MOST_FILES });
  return why === 'full' ? words('file.full') : words(`file.refused.${why}`);
}

/** Those that were not taken, each by its name, under the field that they came in. */
export function fileErrors(refused: readonly RefusedFile[], words: Words): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, name, why } of refused) {
    const sentence = fileSentence(why, words);
    const told = name === '' ? sentence : words('file.named', { name, sentence });
    const before = errors[field];
    errors[field] = before === undefined ? told : `${before} ${told}`;
  }
  return errors;
}

/** A size as people say it: 850 kB, 3,4 MB. */
export function fileSize(bytes: number, words: Words): string {
  const digits = (value: number, most: number) =>
    value.toLocaleString(words.language, { maximumFractionDigits: most });
  return bytes < 1_000_000
    ? words('file.size-kb', { size: digits(Math.max(1, bytes / 1000), 0) })
    : words('file.size-mb', { size: digits(bytes / 1_000_000, 1) });
}

export type FileKind = 'image' | 'document' | 'sound' | 'video';

export function fileKind(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('audio/')) return 'sound';
  return mediaType.startsWith('video/') ? 'video' : 'document';
}
