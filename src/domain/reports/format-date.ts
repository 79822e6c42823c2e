import type { DateStyle, DocumentMeta } from './blocks.ts';

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const WEEKDAYS = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

/**
 * An ISO day (2023-12-31) as a paper prints it. A text that is no day of the calendar is a fault.
 *
 * @example formatDate('2023-12-31', 'weekday') // "Minggu, 31 Desember 2023"
 */
export function formatDate(iso: string, style: DateStyle, language: DocumentMeta['language'] = 'id'): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (match === null || at.getUTCMonth() !== month - 1) throw new RangeError(`Not a day: "${iso}".`);
  const monthName = MONTHS[language][month - 1] ?? '';
  switch (style) {
    case 'long':
      return `${day} ${monthName} ${year}`;
    case 'weekday':
      return `${WEEKDAYS[language][at.getUTCDay()] ?? ''}, ${day} ${monthName} ${year}`;
    case 'short':
      return `${match[3]}-${match[2]}-${match[1]}`;
    case 'month':
      return `${monthName} ${year}`;
  }
}
