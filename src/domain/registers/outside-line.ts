import { periodIn } from './sheet-period.ts';

/** What a line outside the table may be. */
export type OutsideLine = 'title' | 'total' | 'signature';

/** What a line could be by a word in it, anywhere; a sentence of a complaint has such words, too. */
export function resembles(text: string): OutsideLine | null {
  if (hasTitle(text)) return 'title';
  if (TOTAL.test(text)) return 'total';
  return hasSignature(text) ? 'signature' : null;
}

/**
 * What a line is by the whole of it: "BULAN MARET 2023", "Jumlah 43", "Kepala Dinas Sosial", "NIP. 0". Not
 * "untuk bulan Maret 2022.", "jumlah bantuan Rp600.000.", "menghubungi koordinator PKH.": parts of a sentence.
 */
export function readsAs(text: string): OutsideLine | null {
  const line = text.trim();
  if (SIGNED.some((form) => form.test(line))) return 'signature';
  if (isPartOfSentence(line) || !isCapitalised(line)) return null;
  if (hasTitle(line)) return TITLE_OPENS.test(line) ? 'title' : null;
  if (TOTAL.test(line)) return TOTAL_ALONE.test(line) ? 'total' : null;
  return SIGNER_OPENS.test(line) && line.length <= 70 ? 'signature' : null;
}

/** What nothing but the place of the line tells from a part of a sentence: it must be said where it is taken for one. */
export function mayStandOutside(text: string): boolean {
  return resembles(text) !== null && !isPartOfSentence(text);
}

/** "Mengetahui," and "NIP. 0" belong to a signature block even where they stand alone. */
export function opensBlock(text: string): boolean {
  return (
    /^(?:Mengetahui|Menyetujui)\s*[,:/]+$|^NIP\b\W*\d/i.test(text.trim()) && readsAs(text) === 'signature'
  );
}

/** It goes on in small letters, or ends as sentences do. */
export function isPartOfSentence(text: string): boolean {
  const line = text.trim();
  return (/^\p{Ll}/u.test(line) && !DEPUTY.test(line)) || /[.!?;]["')]*$/.test(line);
}

export function hasTitle(text: string): boolean {
  if (text.length > 120) return false;
  const period = periodIn(text);
  return (
    /\b(laporan|rekap\w*|register|buku|daftar|data pengaduan)\b.*\b(pengaduan|aduan|layanan|pelayanan)\b/i.test(
      text,
    ) ||
    (/\b(bulan|tahun|periode|semester|triwulan)\b/i.test(text) &&
      (period.month !== null || period.year !== null) &&
      text.length <= 60)
  );
}

export const TOTAL = /^(?:sub\s*)?(?:jumlah|total)\b/i;

/** Titles, offices, ranks and NIP lines that close a page; also "Tempat, 31 Desember 2023". */
export function hasSignature(text: string): boolean {
  return SIGNER.test(text) || PLACE_AND_DAY.test(text) || /^\([^)]*\)$/.test(text);
}

const SIGNERS = String.raw`(?:kepala\s+(?:dinas|bidang|seksi|badan|bagian|sub)|sekretaris\b|mengetahui|menyetujui|pembina\b|penata\b|plt\.?\b|plh\.?\b|a\.?n\.?\s+kepala|nip\b|petugas\s+(?:pencatat|loket|pengaduan)|yang\s+(?:melaporkan|membuat)|dibuat\s+oleh|koordinator\b|nama\s+(?:pejabat|dan\s+nip))`;
const SIGNER = new RegExp(String.raw`\b${SIGNERS}`, 'i');
const SIGNER_OPENS = new RegExp(`^${SIGNERS}`, 'i');
const DEPUTY = /^(?:a\.?n|u\.?b|plt|plh)\b\.?\s*\p{Lu}/u;
const PLACE_AND_DAY = /^\(?\s*[\p{L} ]{3,30},\s*\d{0,2}\s*\p{L}{3,10}\s+20\d\d\s*$/u;
const SIGNED = [
  /^NIP\b[\s.:]*(?:\d[\d ]*|[._…]{3,})?$(?<!P\.)/i,
  /^\([\s._…-]*\)$/,
  /^\((?:\p{Lu}[\p{L}.,'’]*\s*)+\)$/u,
  /^\(?\s*\p{Lu}[\p{L} ]{2,29},\s*\d{0,2}\s*\p{L}{3,10}\s+20\d\d$/u,
];
const TITLE_OPENS =
  /^(?:laporan|rekap\w*|register|buku|daftar|data|keadaan|bulan|tahun|periode|semester|triwulan)\b/i;
const COUNTED =
  'pengaduan|aduan|laporan|layanan|kasus|orang|baris|keseluruhan|seluruhnya|semua|bulan|tahun|ini';
const TOTAL_ALONE = new RegExp(
  String.raw`^(?:sub\s*)?(?:jumlah|total)(?:[\s:=|]+(?:${COUNTED}|[\d.,]+))*[\s:=|]*$`,
  'i',
);
/** Small words of those lines: "Yang membuat laporan", "Kepala Bidang Data dan Informasi". */
const SMALL =
  /^(?:dan|di|oleh|pada|selaku|atau|yang|membuat|melaporkan|laporan|pencatat|loket|pengaduan|aduan|nip|ini|orang|kasus|baris|bulan|tahun|keseluruhan|seluruhnya)\W*$/;

function isCapitalised(line: string): boolean {
  const [first = '', ...words] = line.split(/[\s/|]+/);
  if (/^\p{Ll}/u.test(first) && !DEPUTY.test(line)) return false;
  return words.every((word) => !/^\p{Ll}/u.test(word) || SMALL.test(word));
}
