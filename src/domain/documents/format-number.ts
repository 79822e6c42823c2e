import { numberWords } from '../numbers/number-words.ts';
import type { DocumentMeta, Figure, FigureFormat } from './blocks.ts';

/** Printed where a value cannot be said: a share of nothing, a time that nobody recorded. */
export const NOT_SAID = '–';

/**
 * A figure as its paper prints it. Written by hand and not by the machine's locale data, so that the same tree
 * gives the same bytes everywhere.
 *
 * @example formatFigure({ id: 'x', value: 1627, format: 'count-words', rows: null }) // "1.627 (seribu enam ratus dua puluh tujuh)"
 */
export function formatFigure(
  figure: Pick<Figure, 'value' | 'format'>,
  language: DocumentMeta['language'] = 'id',
): string {
  return figure.value === null ? NOT_SAID : formatValue(figure.value, figure.format, language);
}

function formatValue(value: number, format: FigureFormat, language: DocumentMeta['language']): string {
  switch (format) {
    case 'count':
      return formatNumber(value, 0, language);
    case 'words':
      return numberWords(value, language);
    case 'count-words':
      return `${formatNumber(value, 0, language)} (${numberWords(value, language)})`;
    case 'percent':
      return `${formatTenths(value, language)}%`;
    case 'decimal-1':
      return formatNumber(value, 1, language);
    case 'decimal-2':
      return formatNumber(value, 2, language);
  }
}

/** Tenths of a percent without the sign, as the contract's JSON has them: 279 → "27,9". */
export function formatTenths(tenths: number, language: DocumentMeta['language'] = 'id'): string {
  return formatNumber(tenths / 10, 1, language);
}

/** 1627.5 with one place → "1.627,5" (Indonesian), "1,627.5" (English). */
export function formatNumber(
  value: number,
  places: number,
  language: DocumentMeta['language'] = 'id',
): string {
  const [point, group] = language === 'id' ? [',', '.'] : ['.', ','];
  const [whole = '0', fraction] = Math.abs(value).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const digits = fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}
