import type { FileRefusal } from '../../../adapters/media/file-refusal.ts';
import type { FormFields } from '../../../platform/http/read-form.ts';
import type { IncomingFile } from '../../../platform/http/read-multipart.ts';
import { type FilesDesk, keepFile } from './keep-file.ts';
import { hasRoomForFiles, readUploads, type Upload } from './read-uploads.read.ts';

/** A form with what came along with it. */
export type ReceivedForm = {
  readonly form: FormFields;
  /** Files that wait to be put to a case, by the field that they came in: of this form, and of its former showing. */
  readonly files: (field: string) => readonly Upload[];
  readonly refused: readonly RefusedFile[];
  /** How many files came with this sending and are kept. */
  readonly brought: number;
};
export type RefusedFile = {
  readonly field: string;
  readonly name: string;
  readonly why: FileRefusal | 'too-many' | 'full';
};

/** Most files that one form brings (contract). */
export const MOST_FILES = 10;

/** Where a form that comes back names the files that it brought already: they are not chosen anew. */
export function keptField(field: string): string {
  return `${field}-kept`;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type ReadForm = (
  take: (file: IncomingFile, fields: FormFields) => Promise<void>,
) => Promise<FormFields | null>;
type Uploader = {
  readonly officeId: number;
  readonly uploader: string;
  /** Who sends too often brings nothing more; what he brought before stays. */
  readonly isStopped?: boolean;
};

/**
 * Reads a form with files, each of which is kept as it comes in; one that is not taken is told and does not stop the others.
 * `who` says for which office and by whom, from the fields before the first file; null = nobody whose files are kept.
 * `now` in milliseconds. Null when the body is no such form or breaks off.
 */
export async function receiveFiles(
  desk: FilesDesk,
  read: ReadForm,
  who: (fields: FormFields) => Promise<Uploader | null>,
  now: number,
): Promise<ReceivedForm | null> {
  const kept: { readonly field: string; readonly upload: Upload }[] = [];
  const refused: RefusedFile[] = [];
  const form = await read(async ({ field, name, content }, fields) => {
    const by = await who(fields);
    if (by === null) return;
    if (!TAKEN_FIELDS.has(field)) return;
    const isNothing = name === '' && (await isEmpty(content));
    // A field for files of which none was chosen.
    if (isNothing) return;
    const before = kept.filter((one) => one.field === field).length + fields.all(keptField(field)).length;
    if (before >= MOST_FILES || kept.length >= MOST_FILES) {
      refused.push({ field, name, why: 'too-many' });
    } else if (by.isStopped === true || !(await hasRoomForFiles(desk, by.officeId, by.uploader, now))) {
      refused.push({ field, name, why: 'full' });
    } else {
      const { officeId, uploader } = by;
      const result = await keepFile(desk, { officeId, uploader, name }, content, now);
      if (result.ok) kept.push({ field, upload: result.file });
      else refused.push({ field, name, why: result.refusal });
    }
  });
  if (form === null) return null;
  const by = await who(form);
  const earlier = by === null ? [] : await readEarlier(desk, by, form);
  return {
    form,
    refused,
    brought: kept.length,
    files: (field) => [...earlier, ...kept].filter((one) => one.field === field).map(({ upload }) => upload),
  };
}

/** What the form brought when it was sent before. */
async function readEarlier(desk: FilesDesk, { officeId, uploader }: Uploader, form: FormFields) {
  const named = FILE_FIELDS.flatMap((field) =>
    form
      .all(keptField(field))
      .slice(0, MOST_FILES)
      .flatMap((id) => (ID.test(id) ? [{ field, id }] : [])),
  );
  const uploads = await readUploads(
    desk,
    officeId,
    uploader,
    named.map(({ id }) => id),
  );
  return named.flatMap(({ field, id }) => {
    const upload = uploads.find((one) => one.id === id);
    return upload === undefined ? [] : [{ field, upload }];
  });
}

/** Every field of ours that takes files. */
const FILE_FIELDS = ['attachments', 'proof', 'scan'] as const;

/** And that of a program. */
const TAKEN_FIELDS: ReadonlySet<string> = new Set([...FILE_FIELDS, 'file']);

async function isEmpty(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const piece of content) if (piece.length > 0) return false;
  return true;
}
