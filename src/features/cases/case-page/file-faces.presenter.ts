import { attachmentsOf } from '../../../domain/complaint/attachments-of-event.ts';
import type { Words } from '../../../platform/words/words.ts';
import { type FileKind, fileKind, fileSize } from '../attachments/file-words.presenter.ts';
import type { CaseReading } from './read-case.read.ts';

/** A file of a case as its page shows it. */
export type FileFace = {
  readonly id: string;
  readonly name: string;
  readonly size: string;
  /** Null = it opens; else why it does not. */
  readonly shut: string | null;
};
export type FileGroup = { readonly title: string; readonly files: readonly FileFace[] };

const KINDS: readonly FileKind[] = ['image', 'document', 'sound', 'video'];

/** Every file that this reader may open, by its kind, in the order in which they came. */
export function fileFaces({ timeline, files }: CaseReading, words: Words): readonly FileGroup[] {
  const found = timeline.flatMap(({ event }) => attachmentsOf(event)).flatMap((id) => files.get(id) ?? []);
  return KINDS.map((kind) => ({
    title: words(`file.kind.${kind}`),
    files: found
      .filter(({ mediaType }) => fileKind(mediaType) === kind)
      .map(({ id, name, bytes, isErased, opens }) => ({
        id,
        name: name === null || name === '' ? words('file.unnamed') : name,
        size: fileSize(bytes, words),
        shut: opens ? null : words(isErased ? 'file.erased' : 'file.changed'),
      })),
  })).filter((group) => group.files.length > 0);
}
