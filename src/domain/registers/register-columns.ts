import type { Precision } from '../complaint/vocabulary.ts';
import { spokenDay, weekdayName, weekdayOf } from './indonesian-calendar-words.ts';
import { maskText } from './mask-text.ts';

/** One case as the register prints it; labels are already the office's own, days are those of the office's zone. */
export type RegisterEntry = {
  /** Printed register number, or the number of the old book; null while not yet registered. */
  readonly number: string | null;
  /** "2023-01-04", or "2023-01" with precision `month`. */
  readonly receivedOn: string;
  readonly precision: Precision;
  readonly people: readonly string[];
  readonly anonymous: boolean;
  readonly concerns: readonly string[];
  readonly phones: readonly string[];
  readonly address: string | null;
  readonly place: string | null;
  readonly matter: string;
  readonly narrative: string;
  readonly status: string;
  readonly outcome: string;
  readonly kind: string;
  readonly service: string;
  readonly severity: string;
  readonly category: string;
  readonly channel: string;
  readonly unit: string;
  /** Rule 6: a number only. */
  readonly protected: boolean;
  /** Rule 11: the number stays, marked *BATAL*. */
  readonly cancelled: boolean;
};

export type RegisterColumnKey =
  | 'number'
  | 'received'
  | 'name'
  | 'phone'
  | 'address'
  | 'matter'
  | 'status'
  | 'narrative'
  | 'outcome'
  | 'kind'
  | 'service'
  | 'severity'
  | 'category'
  | 'channel'
  | 'unit';

export type RegisterColumn = { readonly key: RegisterColumnKey; readonly heading: string };

/** The columns where an office has none of its own: those of a monthly register, then what Tanggap knows besides. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { key: 'number', heading: 'No' },
  { key: 'received', heading: 'Hari/Tanggal' },
  { key: 'name', heading: 'Nama' },
  { key: 'phone', heading: 'No HP' },
  { key: 'address', heading: 'Alamat' },
  { key: 'matter', heading: 'Keperluan' },
  { key: 'status', heading: 'Status' },
  { key: 'narrative', heading: 'Narasi' },
  { key: 'outcome', heading: 'Hasil' },
  { key: 'kind', heading: 'Jenis' },
  { key: 'service', heading: 'Layanan' },
  { key: 'severity', heading: 'Tingkat' },
  { key: 'channel', heading: 'Media' },
  { key: 'unit', heading: 'Bidang' },
];

/**
 * The register as a table of texts, head first, one row per case. Pseudonymous unless `unmasked`: names become "Pelapor 1" in
 * the order of the export, texts lose names and numbers, an address keeps its place only. A protected case shows its number
 * and nothing else in both editions; a cancelled one stands as BATAL.
 */
export function registerTable(
  entries: readonly RegisterEntry[],
  columns: readonly RegisterColumn[],
  unmasked: boolean,
): string[][] {
  let count = 0;
  const rows = entries.map((entry) => {
    const people = entry.people.map((name) => {
      count += 1;
      return unmasked ? name : `Pelapor ${count}`;
    });
    return columns.map(({ key }) => cellOf(key, entry, people, unmasked));
  });
  return [columns.map((column) => column.heading), ...rows];
}

function cellOf(
  key: RegisterColumnKey,
  entry: RegisterEntry,
  people: readonly string[],
  unmasked: boolean,
): string {
  if (key === 'number') return entry.number ?? '';
  if (entry.cancelled) return key === 'status' ? 'BATAL' : '';
  if (entry.protected) return key === 'status' ? 'Dilindungi' : '';
  const text = (written: string): string =>
    unmasked ? written : maskText(written, [...entry.people, ...entry.concerns]);
  switch (key) {
    case 'received':
      return receivedText(entry);
    case 'name':
      return entry.anonymous ? 'Anonim' : people.join(' dan ');
    case 'phone':
      return unmasked ? entry.phones.join(', ') : '';
    case 'address':
      return (unmasked ? entry.address : entry.place) ?? '';
    case 'matter':
      return text(entry.matter);
    case 'narrative':
      return text(entry.narrative);
    default:
      return entry[key];
  }
}

/** "Rabu, 4 Januari 2023"; a month alone when the day is not known. */
function receivedText(entry: RegisterEntry): string {
  const day = entry.receivedOn.slice(0, 10);
  return entry.precision === 'month'
    ? spokenDay(day.slice(0, 7))
    : `${weekdayName(weekdayOf(day))}, ${spokenDay(day)}`;
}
