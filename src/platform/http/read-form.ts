import type { Context } from 'hono';

export type FormFields = {
  /** First value of each field, without control characters, ends trimmed; empty ones are left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly all: (name: string) => readonly string[];
};

/**
 * The fields of a posted form, or null when the body is no form (415). Files among them are passed over.
 */
export async function readForm(c: Context): Promise<FormFields | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  const data = await readData(c);
  if (data === null) return null;
  const all = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [clean(value)] : []));
  const values: Record<string, string> = {};
  for (const name of new Set(data.keys())) {
    const value = all(name)[0] ?? '';
    if (value !== '') values[name] = value;
  }
  return { values, all };
}

async function readData(c: Context): Promise<FormData | null> {
  try {
    return await c.req.formData();
  } catch (error) {
    // A body that breaks off or names no boundary is bad input; a limit that was passed is not ours to answer.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Line ends as one kind; nothing that a database or a terminal would take for a command, and no half of a letter. */
export function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .normalize('NFC')
      .trim()
  );
}
