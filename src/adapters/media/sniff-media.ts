/** What files are taken: by their own bytes, never by their name. */
export const MEDIA_TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type MediaKind = keyof typeof MEDIA_TYPES;
export type MediaType = (typeof MEDIA_TYPES)[MediaKind];

/** How much of a file's beginning tells what it is. */
export const HEAD_BYTES = 16 * 1024;

/** What a file begins as; `zip` may be an Office document, which its end tells. Null for what is not taken. */
export function sniffMedia(head: Buffer): Exclude<MediaKind, 'docx' | 'xlsx'> | 'zip' | 'heic' | null {
  const at = (from: number, to: number) => head.subarray(from, to).toString('latin1');
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp';
  if (/^%PDF-[12]\.\d/.test(at(0, 8))) return 'pdf';
  if (at(0, 4) === 'OggS' && head[4] === 0) return 'ogg';
  if (at(0, 4) === 'PK\x03\x04') return 'zip';
  if (at(4, 8) === 'ftyp') return ofBrand(at(8, 12));
  return isMp3(head) ? 'mp3' : null;
}

const HEIC = /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;
const MP4 = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)$/;

function ofBrand(brand: string): 'm4a' | 'mp4' | 'heic' | null {
  if (HEIC.test(brand)) return 'heic';
  if (/^M4[AB] $/.test(brand)) return 'm4a';
  return MP4.test(brand) ? 'mp4' : null;
}

/** A tag of the usual kind, or two frames one behind the other: one alone may be chance. */
function isMp3(head: Buffer): boolean {
  if (head.subarray(0, 3).toString('latin1') === 'ID3') return (head[3] ?? 0xff) <= 4 && head.length > 10;
  const first = mp3Frame(head, 0);
  return first !== null && mp3Frame(head, first) !== null;
}

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];

/** Bytes of the layer III frame that begins here; null where none does. */
function mp3Frame(head: Buffer, at: number): number | null {
  if (at + 4 > head.length || head[at] !== 0xff) return null;
  const [second = 0, third = 0] = [head[at + 1], head[at + 2]];
  const version = (second >> 3) & 3;
  if ((second & 0xe0) !== 0xe0 || version === 1 || ((second >> 1) & 3) !== 1) return null;
  const bitrate = (version === 3 ? BITRATES_1 : BITRATES_2)[third >> 4] ?? 0;
  const rate = (RATES[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (bitrate === 0 || rate === 0) return null;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * bitrate) / rate) + ((third >> 1) & 1);
}
