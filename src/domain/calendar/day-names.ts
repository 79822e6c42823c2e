/** Languages of papers and pages. */
export type Language = 'id' | 'en';

/** January first. */
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Monday first, as ISO counts. */
export const WEEKDAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};
