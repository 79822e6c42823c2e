import { FileStop } from './file-refusal.ts';

export type OfficeKind = 'docx' | 'xlsx';

/** How much of the end of an archive is kept to read its directory: that of a long Office document has a tenth of it. */
export const TAIL_BYTES = 512 * 1024;
const MOST_PARTS = 5_000;
/** Bytes that all parts together may say to have. */
const MOST_INFLATED = 300_000_000;
/** Text packs to a tenth, drawings of one colour better; a part that is this much smaller is no document. */
const RATIO = 200;
const RATIO_FROM = 5_000_000;

/**
 * Which Office document an archive is, by its own directory, which ends it: nothing is unpacked. `tail` is the end of a file of
 * `total` bytes. Refuses what can run something, what unpacks into a flood, what is no Office document, and what has another
 * file before or behind it.
 */
export function officeKind(tail: Buffer, total: number): OfficeKind {
  const end = tail.length - 22;
  // No comment: the end stands at the end.
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50) throw new FileStop('broken');
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count > MOST_PARTS) throw new FileStop('bomb');
  const from = start - (total - tail.length);
  if (from < 0 || from + size !== end || count === 0) throw new FileStop('broken');
  const parts = readParts(tail.subarray(from, end), count);
  checkApart(parts, start);
  if (parts.some(({ name }) => RUNS.test(name))) throw new FileStop('macros');
  const names = new Set(parts.map(({ name }) => name));
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx';
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'xlsx';
  throw new FileStop('type-not-taken');
}

const RUNS =
  /(?:^|\/)(?:vbaProject|vbaData|activeX|oleObject|macrosheets)|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|hta)$/i;

type Part = { readonly name: string; readonly at: number; readonly bytes: number };

function readParts(directory: Buffer, count: number): readonly Part[] {
  const parts: Part[] = [];
  let inflated = 0;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new FileStop('broken');
    const packed = directory.readUInt32LE(at + 20);
    const declared = directory.readUInt32LE(at + 24);
    const nameBytes = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new FileStop('broken');
    const name = directory.subarray(at + 46, at + 46 + nameBytes).toString('utf8');
    inflated += declared;
    // The largest number stands for one that does not fit: no document has such a part.
    if (declared === 0xffffffff || inflated > MOST_INFLATED) throw new FileStop('bomb');
    if (declared > RATIO_FROM && declared > packed * RATIO) throw new FileStop('bomb');
    // A password, or a name that climbs out of its folder.
    if ((directory.readUInt16LE(at + 8) & 1) !== 0 || name.split(/[/\\]/).includes('..'))
      throw new FileStop('broken');
    parts.push({ name, at: directory.readUInt32LE(at + 42), bytes: 30 + nameBytes + packed });
    at = next;
  }
  if (at !== directory.length) throw new FileStop('broken');
  return parts;
}

/** Parts that share bytes are the trick of a small archive that inflates without end; the first begins the file. */
function checkApart(parts: readonly Part[], start: number): void {
  let end = 0;
  for (const [index, { at, bytes }] of parts.toSorted((a, b) => a.at - b.at).entries()) {
    if (index === 0 && at !== 0) throw new FileStop('broken');
    if (at < end) throw new FileStop('bomb');
    end = at + bytes;
  }
  if (end > start) throw new FileStop('broken');
}
