/** How a number is shown: as it is, as a date, as a clock time, or padded with zeros to a width (phone numbers). */
export type NumberFormat =
  | { readonly as: 'number' }
  | { readonly as: 'date' }
  | { readonly as: 'time' }
  | { readonly as: 'padded'; readonly width: number };

const NUMBER: NumberFormat = { as: 'number' };
const DATE: NumberFormat = { as: 'date' };
const TIME: NumberFormat = { as: 'time' };

/** The meaning of a format by its built-in number (ECMA-376 part 1, 18.8.30) or its own code. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code);
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return TIME;
  return NUMBER;
}

function formatOfCode(code: string): NumberFormat {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?:\$|[A-Za-z]{3,})[^\]]*\]/g, '')
    .toLowerCase();
  if (/^0{2,20}$/.test(bare.trim())) return { as: 'padded', width: bare.trim().length };
  if (bare.includes('general')) return NUMBER;
  if (/[dy]/.test(bare)) return DATE;
  if (/[hs]/.test(bare)) return TIME;
  if (/m/.test(bare)) return DATE;
  return NUMBER;
}
