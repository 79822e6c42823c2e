import type { Context } from 'hono';
import { readForm } from '../../platform/http/read-form.ts';
import type { FormValues } from './part-form.ts';

/** Every value of each of these inputs, as they were typed. */
export async function readInputs(
  c: Context,
  names: readonly string[],
): Promise<{ readonly form: FormValues; readonly values: Readonly<Record<string, string>> }> {
  const read = await readForm(c);
  const form = Object.fromEntries(
    names.map((name) => [name, (read?.all(name) ?? []).filter((one) => one !== '')]),
  );
  return { form, values: read?.values ?? {} };
}
