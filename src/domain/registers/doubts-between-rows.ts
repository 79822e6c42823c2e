import type { Doubt } from './doubt-rules.ts';
import { spokenDay } from './indonesian-calendar-words.ts';
import type { ImportedRow, RegisterRow } from './register-row.ts';
import { comparePersons } from './same-person.ts';
import { textLikeness, wordsOf } from './similar-text.ts';

/** Doubts that only show when rows are laid side by side: order of dates, numbers, one phone for several, duplicates. */
export function doubtsBetweenRows(rows: readonly RegisterRow[]): Doubt[] {
  const imported = rows.filter((row) => row.verdict === 'imported');
  return [...dateOrder(imported), ...numberOrder(rows), ...sharedPhones(imported), ...duplicates(imported)];
}

function doubt(row: RegisterRow, rest: Omit<Doubt, 'sheet' | 'row'>): Doubt {
  return { sheet: row.sheet, row: row.row, ...rest };
}

/** A book may run forwards or backwards; whichever most of a sheet's steps do is its order, and the others are said. */
function dateOrder(rows: readonly ImportedRow[]): Doubt[] {
  const found: Doubt[] = [];
  const bySheet = Map.groupBy(
    rows.filter((row) => row.receipt.precision === 'day'),
    (row) => row.sheet,
  );
  for (const own of bySheet.values()) {
    const steps = own.map((row, at) => Math.sign(compareDays(row, own[at - 1] ?? row)));
    const backwards = steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
    for (const [at, row] of own.entries()) {
      const before = own[at - 1];
      if (before === undefined || steps[at] !== (backwards ? 1 : -1)) continue;
      found.push(
        doubt(row, {
          field: 'date',
          rule: 'order',
          written: row.dateWritten,
          candidates: [],
          taken: row.receipt.on,
          why: `Tanggal ini lebih ${backwards ? 'akhir' : 'awal'} daripada baris ${before.row} (${spokenDay(before.receipt.on)}), tidak menurut urutan buku; urutan dibiarkan.`,
        }),
      );
    }
  }
  return found;
}

function compareDays(a: ImportedRow, b: ImportedRow): number {
  return a.receipt.on < b.receipt.on ? -1 : a.receipt.on > b.receipt.on ? 1 : 0;
}

function numberOrder(rows: readonly RegisterRow[]): Doubt[] {
  const found: Doubt[] = [];
  for (const sheet of new Set(rows.map((row) => row.sheet))) {
    const own = rows.filter((row) => row.sheet === sheet && row.sourceNumber !== null);
    const plain = own.filter((row) => /^\d+$/.test(row.sourceNumber ?? ''));
    if (plain.length * 2 < own.length) continue;
    const seen = new Map<string, number>();
    let expected: number | null = null;
    for (const row of own) {
      const written = row.sourceNumber ?? '';
      if (written === '1') {
        // The next month of the same sheet begins again.
        seen.clear();
        expected = null;
      }
      const why = oddNumber(written, expected, seen);
      if (why !== null) {
        found.push(
          doubt(row, {
            field: 'number',
            rule: why.rule,
            written,
            candidates: expected === null ? [] : [String(expected)],
            taken: written,
            why: why.text,
          }),
        );
      }
      seen.set(written, row.row);
      expected = /^\d+$/.test(written) ? Number(written) + 1 : expected === null ? null : expected + 1;
    }
  }
  return found;
}

function oddNumber(
  written: string,
  expected: number | null,
  seen: ReadonlyMap<string, number>,
): { rule: 'row-number-odd' | 'row-number-repeated'; text: string } | null {
  const kept = 'nomor asal disimpan sebagaimana tertulis';
  const other = seen.get(written);
  if (other !== undefined)
    return { rule: 'row-number-repeated', text: `Nomor ini sudah dipakai baris ${other}; ${kept}.` };
  if (!/^\d+$/.test(written)) {
    const should = expected === null ? '' : ` (menurut urutan: ${expected})`;
    return { rule: 'row-number-odd', text: `Nomor urut bukan angka${should}; ${kept}.` };
  }
  if (expected !== null && Number(written) !== expected) {
    return { rule: 'row-number-odd', text: `Nomor urut melompat (menurut urutan: ${expected}); ${kept}.` };
  }
  return null;
}

/** Rule 3: one phone for several people is said, never a reason to merge. */
function sharedPhones(rows: readonly ImportedRow[]): Doubt[] {
  const byPhone = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    for (const phone of row.phones) {
      const sharing = byPhone.get(phone);
      if (sharing === undefined) byPhone.set(phone, [row]);
      else sharing.push(row);
    }
  }
  const found: Doubt[] = [];
  for (const [phone, sharing] of byPhone) {
    if (sharing.length < 2) continue;
    for (const row of sharing) {
      // A number written for half the book is compared with its first rows only.
      const others = sharing
        .slice(0, MOST_COMPARED)
        .filter((other) => other !== row && !sharePerson(row, other));
      if (others.length === 0) continue;
      const places = others.slice(0, 5).map((other) => `${other.sheet} baris ${other.row}`);
      const more = others.length > 5 ? ' dan lainnya' : '';
      found.push(
        doubt(row, {
          field: 'phone',
          rule: 'shared-phone',
          written: phone,
          candidates: [],
          taken: phone,
          why: `Nomor yang sama ditulis untuk orang lain (${places.join(', ')}${more}); mungkin satu orang membantu beberapa pelapor.`,
        }),
      );
    }
  }
  return found;
}

const MOST_COMPARED = 50;

function sharePerson(a: ImportedRow, b: ImportedRow): boolean {
  return a.people.some((one) =>
    b.people.some((other) => comparePersons(one.name, other.name) !== 'different'),
  );
}

/**
 * Same day, near the same matter and answer, and the same or no name. Only rows of one day whose names begin alike are laid
 * side by side, each with the fifty before it, so that the cost grows with the book and not with its square.
 */
function duplicates(rows: readonly ImportedRow[]): Doubt[] {
  const buckets = new Map<string, ImportedRow[]>();
  const found: Doubt[] = [];
  for (const row of rows) {
    const keys = nameKeys(row).map((key) => `${row.receipt.on} ${key}`);
    const twin = keys
      .flatMap((key) => (buckets.get(key) ?? []).slice(-MOST_COMPARED))
      .find((other) => isTwin(row, other));
    if (twin !== undefined) {
      found.push(
        doubt(row, {
          field: 'row',
          rule: 'probable-duplicate',
          written: row.matter.slice(0, 200),
          candidates: [`${twin.sheet} baris ${twin.row}`],
          taken: 'imported',
          why: `Tanggal, isi dan jawabannya hampir sama dengan ${twin.sheet} baris ${twin.row}; tetap diambil, gabungkan bila memang satu perkara.`,
        }),
      );
    }
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [row]);
      else bucket.push(row);
    }
  }
  return found;
}

/** A row that is like one of an earlier import, but not the same: whether they are one is for a person to say. */
export function likeEarlierRow(
  row: ImportedRow,
  earlier: { readonly sheet: string; readonly row: number },
): Doubt {
  const place = `${earlier.sheet} baris ${earlier.row}`;
  return doubt(row, {
    field: 'row',
    rule: 'probable-duplicate',
    written: row.matter.slice(0, 200),
    candidates: [place],
    taken: 'imported',
    why: `Nama, tanggal yang tertulis, dan isinya sama dengan ${place} pada impor sebelumnya, tetapi bulan, tahun, atau keterangan lainnya berbeda; tetap diambil, gabungkan bila memang satu perkara.`,
  });
}

/** First two letters of each word of each name; rows without a name lie together. */
function nameKeys(row: ImportedRow): string[] {
  if (row.people.length === 0) return ['-'];
  return [...new Set(row.people.flatMap(({ name }) => wordsOf(name).map((word) => word.slice(0, 2))))];
}

function isTwin(a: ImportedRow, b: ImportedRow): boolean {
  const nobody = a.people.length === 0 && b.people.length === 0;
  if (!nobody && !sharePerson(a, b)) return false;
  if (textLikeness(a.matter, b.matter) < 0.6) return false;
  if (!nobody) return true;
  return a.narrative === '' || b.narrative === '' || textLikeness(a.narrative, b.narrative) >= 0.7;
}
