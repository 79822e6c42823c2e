import type { Language } from './day-names.ts';
import { MINUTE_MS } from './instant.ts';

const UNITS = [
  { minutes: 1440, id: ['hari', 'hari'], en: ['day', 'days'] },
  { minutes: 60, id: ['jam', 'jam'], en: ['hour', 'hours'] },
  { minutes: 1, id: ['menit', 'menit'], en: ['minute', 'minutes'] },
] as const;

/**
 * Time that went by on the clock, in its two largest units; less than a minute is no time.
 *
 * @example formatElapsed(97_200_000) // "1 hari 3 jam"
 */
export function formatElapsed(ms: number, language: Language = 'id'): string {
  let left = Math.floor(ms / MINUTE_MS);
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(left / unit.minutes);
    left -= count * unit.minutes;
    const [one, several] = unit[language];
    if (count > 0) parts.push(`${count} ${count === 1 ? one : several}`);
  }
  return parts.slice(0, 2).join(' ');
}
