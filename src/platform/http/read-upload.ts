import type { Context } from 'hono';
import { clean, readFormData } from './read-form.ts';

export type Upload = {
  readonly values: Readonly<Record<string, string>>;
  readonly file: { readonly bytes: Uint8Array; readonly name: string } | null;
};

/** A form with one file, or null when the body is no multipart form. The caller's body limit holds. */
export async function readUpload(c: Context, field: string): Promise<Upload | null> {
  if (!isUpload(c)) return null;
  const data = await readFormData(c);
  if (data === null) return null;
  const values: Record<string, string> = {};
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string' && clean(value) !== '') values[name] ??= clean(value);
  }
  const file = data.get(field);
  if (file === null || typeof file === 'string') return { values, file: null };
  return { values, file: { bytes: new Uint8Array(await file.arrayBuffer()), name: baseName(file.name) } };
}

/** A form that may bring a file. */
export function isUpload(c: Context): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
}

/** The last part of a name that a browser or a program gave; never a path. */
function baseName(name: string): string {
  return clean(name).split(/[\\/]/).at(-1)?.slice(0, 200).toWellFormed() || 'register';
}
