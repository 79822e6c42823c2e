import { SpreadsheetStop } from './spreadsheet-refusal.ts';

/**
 * What a file is by its first bytes, never by its name: `zip` may be a workbook, `text` may be a CSV.
 * Stops with a refusal that names the true type of anything else.
 */
export function sniffSpreadsheet(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new SpreadsheetStop('file-empty');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new SpreadsheetStop(holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'legacy-xls');
  }
  // An .xls of Excel 2–4 is a bare BIFF stream.
  if (
    bytes[0] === 0x09 &&
    (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04 || bytes[1] === 0x08)
  ) {
    throw new SpreadsheetStop('legacy-xls');
  }
  if (startsWith(bytes, ascii('%PDF'))) throw new SpreadsheetStop('pdf');
  for (const magic of PICTURES) if (startsWith(bytes, magic)) throw new SpreadsheetStop('picture');
  for (const magic of ARCHIVES) if (startsWith(bytes, magic)) throw new SpreadsheetStop('other-archive');
  if (startsWith(bytes, ascii('{\\rtf'))) throw new SpreadsheetStop('word-document');
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2_048)).replaceAll('\0', '');
  if (/^(?:ï»¿|ÿþ|þÿ)?\s*<(?:!doctype|html|table|meta|\?xml|workbook|head|body|style)\b/i.test(head)) {
    throw new SpreadsheetStop('html');
  }
  if (isBinary(bytes)) throw new SpreadsheetStop('not-a-spreadsheet');
  return 'text';
}

const PICTURES = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
];
const ARCHIVES = [
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a],
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

/** Control bytes other than tab and line ends; UTF-16 text has them in every second byte, which is looked at first. */
function isBinary(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let control = 0;
  for (const [at, byte] of part.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26)
      control += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const wide = Math.max(even, odd) > part.length * 0.3 && Math.min(even, odd) < part.length * 0.05;
  if (even + odd > 0 && !wide) return true;
  return control > part.length * 0.01;
}
