import type { KeyObject } from 'node:crypto';
import { hmac } from './crypto.ts';

/** What a link or a seal is computed over, part by part: the same for whoever writes it and whoever verifies it. */
export type MacParts = readonly (string | Uint8Array)[];

/** Where an entry stands; `recordedAt` in milliseconds. */
export type EntryPlace = {
  readonly officeId: number;
  readonly caseId: string;
  readonly seq: number;
  readonly recordedAt: number;
};

/** Stands for the office itself where a chain names its case. */
export const OFFICE_CHAIN = '00000000-0000-0000-0000-000000000000';

/** What the first entry of a chain is linked to. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * The link of one entry: HMAC-SHA256 over the former link, the entry's place and the exact text of its body.
 * `key` is the chain key of the master key that the entry names, so that keys can rotate within a chain.
 */
export function entryMac(
  key: KeyObject,
  former: Uint8Array,
  place: EntryPlace,
  body: string | Uint8Array,
): Buffer {
  return hmac(key, ...entryParts(former, place, body));
}

export function entryParts(former: Uint8Array, place: EntryPlace, body: string | Uint8Array): MacParts {
  return [former, `${place.officeId}\n${place.caseId}\n${place.seq}\n${place.recordedAt}\n`, body];
}

/** The seal of a current row: the chain's head, the columns as one line of text, SHA-256 of the state's text. */
export function rowMac(key: KeyObject, head: Uint8Array, columns: string, stateHash: Uint8Array): Buffer {
  return hmac(key, ...rowParts(head, columns, stateHash));
}

export function rowParts(head: Uint8Array, columns: string | Uint8Array, stateHash: Uint8Array): MacParts {
  return ['row\n', head, columns, '\n', stateHash];
}

/** Where a text stands; `caseId` null = a text of the office; `writtenAt` in milliseconds. */
export type TextPlace = {
  readonly officeId: number;
  readonly caseId: string | null;
  readonly textId: string;
  readonly purpose: string;
  readonly author: string | null;
  readonly writtenAt: number;
};

/** The seal of a text, destroyed with it: over its place and its exact body. */
export function textMac(key: KeyObject, place: TextPlace, body: string | Uint8Array): Buffer {
  return hmac(key, ...textParts(place, body));
}

export function textParts(place: TextPlace, body: string | Uint8Array): MacParts {
  const { officeId, caseId, textId, purpose, author, writtenAt } = place;
  return [
    `text\n${officeId}\n${caseId ?? '-'}\n${textId}\n${purpose}\n${author ?? '-'}\n${writtenAt}\n`,
    body,
  ];
}

/** The link of an anchor: over the anchor before it and the heads it holds. */
export function anchorMac(key: KeyObject, former: Uint8Array, body: string): Buffer {
  return hmac(key, 'anchor\n', former, body);
}
