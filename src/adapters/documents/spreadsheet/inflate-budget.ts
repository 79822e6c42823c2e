import { Inflate } from 'fflate';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Bytes that may still be inflated from one file; counted by what really comes out, not by what the directory says. */
export type InflateBudget = { left: number };

/** A fresh budget for one file. */
export function inflateBudget(limits: SpreadsheetLimits): InflateBudget {
  return { left: limits.inflatedBytes };
}

/**
 * Gives the text of one part piece by piece, so that no part is ever whole in memory.
 * Stops when the budget is used up, when more comes out than was declared, or when the packed bytes are damaged.
 */
export function inflateText(entry: ZipEntry, budget: InflateBudget, take: (text: string) => void): void {
  const decoder = new TextDecoder('utf-8');
  let seen = 0;
  const onBytes = (bytes: Uint8Array, final: boolean): void => {
    seen += bytes.length;
    budget.left -= bytes.length;
    if (budget.left < 0 || seen > entry.declaredBytes) throw new SpreadsheetStop('bomb', entry.name);
    const text = decoder.decode(bytes, { stream: !final });
    if (text !== '') take(text);
  };
  if (entry.stored) {
    for (let at = 0; at < entry.packed.length; at += CHUNK) {
      const part = entry.packed.subarray(at, at + CHUNK);
      onBytes(part, at + CHUNK >= entry.packed.length);
    }
  } else {
    inflatePacked(entry, onBytes);
  }
  if (seen !== entry.declaredBytes) throw new SpreadsheetStop('broken-archive', entry.name);
}

/** Small, because one piece of a bomb grows a thousandfold before it can be counted. */
const CHUNK = 8_192;

function inflatePacked(entry: ZipEntry, onBytes: (bytes: Uint8Array, final: boolean) => void): void {
  const inflate = new Inflate(onBytes);
  try {
    for (let at = 0; at < entry.packed.length; at += CHUNK) {
      inflate.push(entry.packed.subarray(at, at + CHUNK), at + CHUNK >= entry.packed.length);
    }
  } catch (fault) {
    if (fault instanceof SpreadsheetStop) throw fault;
    // fflate throws its own errors for damaged data; anything else is a fault of ours.
    if (fault instanceof Error && 'code' in fault) throw new SpreadsheetStop('broken-archive', entry.name);
    throw fault;
  }
}
