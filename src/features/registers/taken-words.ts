import { formatDate } from '../../domain/calendar/format-date.ts';
import type { Words } from '../../platform/words/words.ts';

/** What the import took for a cell: a day or a month as people write it, every other value as it stands. */
export function takenWords(taken: string, { language }: Pick<Words, 'language'>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(taken)) return formatDate(taken, 'long', language);
  return /^\d{4}-\d{2}$/.test(taken) ? formatDate(`${taken}-01`, 'month', language) : taken;
}
