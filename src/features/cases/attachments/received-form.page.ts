import type { Context } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { readMultipart } from '../../../platform/http/read-multipart.ts';
import { isUpload } from '../../../platform/http/read-upload.ts';
import type { FilesDesk } from './keep-file.ts';
import { type ReceivedForm, receiveFiles } from './receive-files.ts';

/** A posted form with its files, if it can bring any, or null when it is none (`receiveFiles`). `now` in milliseconds. */
export async function readReceivedForm(
  c: Context,
  desk: FilesDesk,
  who: Parameters<typeof receiveFiles>[2],
  now: number,
): Promise<ReceivedForm | null> {
  if (isUpload(c)) return receiveFiles(desk, (take) => readMultipart(c, take), who, now);
  const form = await readForm(c);
  if (form === null) return null;
  // What was brought before stays also when the form comes back as letters alone.
  return receiveFiles(desk, () => Promise.resolve(form), who, now);
}
