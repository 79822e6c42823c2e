import type { KeyObject } from 'node:crypto';
import { open, seal, unwrapKey, wrapKey } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';

/** All that a row of a file says, in the clear, of what lies in the data folder. */
export type AttachmentFacts = {
  readonly officeId: number;
  readonly attachmentId: string;
  readonly uploader: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  /** Milliseconds. */
  readonly uploadedAt: number;
};

/** Stands for whoever has no account: who brought a file is then whoever knows its id. */
export const NOBODY_OF_OURS = '00000000-0000-0000-0000-000000000000';

/** What the chunks of a file are sealed for. */
export function contentContext({ officeId, attachmentId }: Place): string {
  return `attachment/${officeId}/${attachmentId}`;
}
type Place = Pick<AttachmentFacts, 'officeId' | 'attachmentId'>;

/** The file's key, wrapped with everything that its row says: a row that was changed opens nothing. */
export function wrapFileKey(keyring: Keyring, key: KeyObject, facts: AttachmentFacts): Buffer {
  return wrapKey(keyring.current.forUse('wrap'), key, factsContext(facts));
}

/** The file's key again. Throws Fault 'seal-broken' where the row says another thing, and 'key-missing'. */
export function openFileKey(
  keyring: Keyring,
  row: AttachmentFacts & { readonly keyId: string; readonly wrappedKey: Buffer },
): KeyObject {
  return unwrapKey(keyring.find(row.keyId).forUse('wrap'), row.wrappedKey, factsContext(row));
}

export function sealFileName(key: KeyObject, place: Place, name: string): Buffer {
  return seal(key, name, `${contentContext(place)}/name`);
}

export function openFileName(key: KeyObject, place: Place, sealed: Uint8Array): string {
  return open(key, sealed, `${contentContext(place)}/name`).toString('utf8');
}

function factsContext({
  officeId,
  attachmentId,
  uploader,
  mediaType,
  bytes,
  sha256,
  uploadedAt,
}: AttachmentFacts) {
  return [
    'attachment',
    officeId,
    attachmentId,
    uploader,
    mediaType,
    bytes,
    sha256.toString('hex'),
    uploadedAt,
  ].join('\n');
}
