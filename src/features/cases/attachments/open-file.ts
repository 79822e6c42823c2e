import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { openChunks } from '../../../adapters/storage/sealed-chunks.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { contentContext, openFileKey } from './attachment-key.ts';
import type { AttachmentRow } from './read-attachments.read.ts';

/**
 * The content of a file as it streams out, or null when it was erased. Throws Fault 'file-missing' before the first byte,
 * 'seal-broken' where the row was changed, and within the stream where the file was.
 */
export async function openFile(
  { keyring, files }: { readonly keyring: Keyring; readonly files: FileStore },
  row: AttachmentRow,
): Promise<AsyncIterable<Buffer> | null> {
  const { sha256, wrappedKey, officeId, attachmentId } = row;
  if (sha256 === null || wrappedKey === null) return null;
  const key = openFileKey(keyring, { ...row, sha256, wrappedKey });
  const sealed = await files.read({ officeId, id: attachmentId });
  return openChunks(key, contentContext(row), sealed);
}
