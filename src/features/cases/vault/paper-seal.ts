import type { DocumentMeta, DocumentTree } from '../../../domain/documents/blocks.ts';
import type { LetterheadChoice } from '../../../domain/papers/paper-frame.ts';
import type { PaperKind } from '../../../domain/papers/paper-kind.ts';
import { newRecordKey, open, seal, sha256, unwrapKey, wrapKey } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';

/** What of a paper stays as it was issued, in the clear beside its sealed content. */
export type PaperFacts = {
  readonly officeId: number;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly caseId: string | null;
  /** The meeting that it is about, or null. */
  readonly meetingId: string | null;
  /** ISO day. */
  readonly dated: string;
  readonly paper: DocumentMeta['paper'];
  readonly letterhead: LetterheadChoice;
  readonly contentHash: Buffer;
  readonly issuedBy: string;
  /** Milliseconds. */
  readonly issuedAt: number;
  readonly series: { readonly year: number; readonly no: number } | null;
};
export type SealedPaper = { readonly keyId: string; readonly wrappedKey: Buffer; readonly sealed: Buffer };

/** The tree as it is frozen: without the number, which comes later (rule 10), and the hash over it. */
export function freezeTree(tree: DocumentTree): { readonly text: string; readonly hash: Buffer } {
  const { number: _, ...meta } = tree.meta;
  const { front, body, appendices } = tree;
  const text = JSON.stringify({ meta, front, body, appendices });
  return { text, hash: sha256(text) };
}

/** Seals a frozen tree under a key of its own; that key is wrapped with everything that its row says. */
export function sealPaper(keyring: Keyring, facts: PaperFacts, text: string): SealedPaper {
  const key = newRecordKey();
  return {
    keyId: keyring.current.id,
    wrappedKey: wrapKey(keyring.current.forUse('wrap'), key, contextOf(facts)),
    sealed: seal(key, text, contextOf(facts)),
  };
}

/** The frozen tree with its number as it is known now. Throws Faults 'seal-broken' where the row says another thing, 'key-missing'. */
export function openPaper(
  keyring: Keyring,
  facts: PaperFacts,
  { keyId, wrappedKey, sealed }: SealedPaper,
  number: string | null,
): DocumentTree {
  const key = unwrapKey(keyring.find(keyId).forUse('wrap'), wrappedKey, contextOf(facts));
  const tree = trustedJson<DocumentTree>(open(key, sealed, contextOf(facts)).toString());
  return { ...tree, meta: { ...tree.meta, number, footLine: footOf(facts) } };
}

/** By it the paper in the hand is held against the one that was issued. */
function footOf({ contentHash }: PaperFacts): string {
  return `Sidik isi ${contentHash.toString('hex').slice(0, 32)}`;
}

function contextOf(facts: PaperFacts): string {
  const {
    officeId,
    paperId,
    kind,
    caseId,
    meetingId,
    dated,
    paper,
    letterhead,
    contentHash,
    issuedBy,
    issuedAt,
    series,
  } = facts;
  return JSON.stringify([
    ...['paper', officeId, paperId, kind, caseId, dated, paper, letterhead],
    ...[contentHash.toString('hex'), issuedBy, issuedAt, series?.year ?? null, series?.no ?? null],
    // Papers were sealed before meetings had any: without one the seal is the same.
    ...(meetingId === null ? [] : [meetingId]),
  ]);
}
