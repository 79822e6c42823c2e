import { formatDate, monthName } from '../calendar/format-date.ts';
import { numberWords } from '../numbers/number-words.ts';

/**
 * A day as the opening of a berita acara tells it. The weekday is derived and never typed.
 *
 * @example officialDay('2023-06-06') // "Selasa, tanggal enam bulan Juni tahun dua ribu dua puluh tiga (6-6-2023)"
 */
export function officialDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = formatDate(day, 'weekday').split(',')[0];
  return `${weekday}, tanggal ${numberWords(date)} bulan ${monthName(month)} tahun ${numberWords(year)} (${date}-${month}-${year})`;
}
