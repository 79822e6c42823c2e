import type { HeaderColumn } from './find-header.ts';
import { findWish, type Wish } from './find-wish.ts';
import { leavesOpen } from './read-secrecy.ts';
import { partsOf, secrecyWords } from './secrecy-words.ts';
import type { SheetRow } from './sheet.ts';
import { textOfRow } from './text-of-row.ts';

/** What a title or the name of a sheet says of all rows; of one that promises it to everybody, or names it beside what is open, nothing. */
export function wishOfLine(line: string): Wish | null {
  return line.length > 160 || PROMISED.test(secrecyWords(line)) ? null : findWish(line, 'cell');
}

const PROMISED =
  /(?:^| )(?:(?:di|ter|men)?jamin|dijaga|terjaga|boleh|(?:dan|atau|maupun) (?:non|tidak|bukan|biasa|terbuka|umum|publik)|(?:biasa|terbuka|umum|publik) (?:dan|atau|maupun))(?= |$)/;

/**
 * What a line between the rows says of those below it: a wish ("PENGADUAN RAHASIA"), the end of one ("PENGADUAN BIASA"), or
 * nothing. It stands alone, at the left edge or merged to the right.
 */
export function bandOf(row: SheetRow, columns: readonly HeaderColumn[]): Wish | 'open' | null {
  const own = row.cells.filter((cell) => cell.spread === undefined && cell.text.trim() !== '');
  const [only] = own;
  if (only === undefined || own.length > 1 || only.text.length > 80) return null;
  const first = Math.min(...columns.map(({ column }) => column));
  if (only.column > first && !row.cells.some((cell) => cell.spread === 'right')) return null;
  const text = textOfRow(row);
  if (!/^\P{L}*\p{Lu}/u.test(text) || /[.!?;]$/.test(text.trim())) return null;
  const words = partsOf(text)
    .join(' ')
    .replace(/^(?:[a-z]|[ivx]+|\d+) /, '');
  const wish = wishOfLine(text);
  // A wish under NO belongs to no row; elsewhere it is a line of its own only where it holds nothing else.
  const inNumbers = columns.some(({ column, meaning }) => column === only.column && meaning === 'number');
  if (wish !== null) return BAND.test(words) || (only.column === first && inNumbers) ? wish : null;
  return leavesOpen(words.replace(OF_REPORTS, '')) ? 'open' : null;
}

const OF_REPORTS =
  /^(?:(?:register|daftar|data|pengaduan|aduan|laporan|keluhan|yang|bersifat|sifat) )+(?=\p{L})/u;

/** Nothing but kinds of reports and words of secrecy. */
const BAND =
  /^(?:(?:register|daftar|data|rekap|kelompok|bagian|kategori|jenis|buku|pengaduan|aduan|laporan|keluhan|yang|bersifat|sifat|pelapor|identitas|nama|masyarakat|dan|tanpa|di|minta|meminta|tidak|mau|ingin|disebut\p{L}*|(?:di|me|ke)?rahasia\p{L}*|anonim\p{L}*|tertutup|privat|confidential|disamarkan)(?: |$))+$/u;
