import type { Precision } from '../complaint/vocabulary.ts';
import { spokenDay, weekdayName, weekdayOf } from './indonesian-calendar-words.ts';

/** One case as the register prints it; labels are already the office's own, days are those of the office's zone. */
export type RegisterEntry = {
  /** Printed register number, or the number of the old book; null while not yet registered. */
  readonly number: string | null;
  /** "2023-01-04", or "2023-01" with precision `month`. */
  readonly receivedOn: string;
  readonly precision: Precision;
  readonly people: readonly string[];
  readonly anonymous: boolean;
  /** Rule 32: a second person would have to agree to opening this case, so that no edition names its people. */
  readonly guarded: boolean;
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
  readonly channel: string;
  readonly unit: string;
  /** Rules 6 and 27: a number only. */
  readonly withheld: 'protected' | 'restricted' | null;
  /** Rule 11: the number stays, marked *BATAL*. */
  readonly cancelled: boolean;
};

/** Every column that a register can have; an office chooses its own and gives them its headings (rule 12). */
export const REGISTER_COLUMN_KEYS = [
  'number',
  'received',
  'name',
  'concerns',
  'phone',
  'address',
  'matter',
  'status',
  'narrative',
  'outcome',
  'kind',
  'service',
  'severity',
  'channel',
  'unit',
] as const;
export type RegisterColumnKey = (typeof REGISTER_COLUMN_KEYS)[number];

/** *Arsip* has the persons and their texts; *publik* has neither (rule 12, decision 6). */
export type RegisterEdition = 'arsip' | 'publik';

export type RegisterColumn = { readonly key: RegisterColumnKey; readonly heading: string };

/** The columns where an office has none of its own: those of a monthly register, then what Tanggap knows besides. */
export const USUAL_COLUMNS: readonly RegisterColumn[] = [
  { key: 'number', heading: 'No' },
  { key: 'received', heading: 'Hari/Tanggal' },
  { key: 'name', heading: 'Nama' },
  { key: 'concerns', heading: 'Atas Nama' },
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

/** Names hidden in free text cannot be masked with certainty, so the public edition has none (decision 6). */
const PERSONAL: ReadonlySet<RegisterColumnKey> = new Set(['concerns', 'phone', 'matter', 'narrative']);
const PUBLIC_COLUMNS = USUAL_COLUMNS.filter(({ key }) => !PERSONAL.has(key));

/**
 * The register as a table of texts, head first, one row per case. In the edition *publik* names become "Pelapor 1" in the
 * order of the export and an address keeps its place only. A protected or restricted case shows its number and nothing else
 * in both editions (rules 6, 27); a cancelled one stands as BATAL (rule 11). An anonymous or secret case looks in *arsip* as
 * it does in *publik*: what it is and what became of it, nobody's name, contact or sentence (rule 32).
 */
export function registerTable(
  entries: readonly RegisterEntry[],
  edition: RegisterEdition,
  own: readonly RegisterColumn[] = USUAL_COLUMNS,
): string[][] {
  const columns = edition === 'arsip' ? own : own.filter(({ key }) => !PERSONAL.has(key));
  let count = 0;
  const rows = entries.map((entry) => {
    const people = entry.people.map((name) => {
      count += 1;
      return edition === 'arsip' && !entry.guarded ? name : `Pelapor ${count}`;
    });
    return columns.map(({ key }) => cellOf(key, entry, people, edition));
  });
  return [columns.map((column) => column.heading), ...rows];
}

/** Whether the head of a table is that of an export of ours, also with columns added to it. */
export function isOwnExport(headings: readonly string[]): boolean {
  const written = new Set(headings.map((heading) => heading.trim()));
  return PUBLIC_COLUMNS.every(({ heading }) => written.has(heading));
}

const WITHHELD = { protected: 'Dilindungi', restricted: 'Terbatas' } as const;

function cellOf(
  key: RegisterColumnKey,
  entry: RegisterEntry,
  people: readonly string[],
  edition: RegisterEdition,
): string {
  if (key === 'number') return entry.number ?? '';
  if (entry.cancelled) return key === 'status' ? 'BATAL' : '';
  if (entry.withheld !== null) return key === 'status' ? WITHHELD[entry.withheld] : '';
  if (entry.guarded && PERSONAL.has(key)) return '';
  switch (key) {
    case 'received':
      return receivedText(entry);
    case 'name':
      if (entry.anonymous) return 'Anonim';
      return edition === 'arsip' && entry.guarded ? 'Dirahasiakan' : people.join(' dan ');
    case 'concerns':
      return entry.concerns.join(' dan ');
    case 'phone':
      return entry.phones.join(', ');
    case 'address':
      return (edition === 'arsip' && !entry.guarded ? entry.address : entry.place) ?? '';
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
