import type { Context } from 'hono';
import { normalText } from '../normal-text.ts';
import { BodyTooLarge } from './limit-body.ts';

/** More than any form of ours has: each field costs work before anything is known of its sender. */
export const MOST_FIELDS = 500;

export type FormFields = {
  /** First value of each field, without control characters, ends trimmed; empty ones are left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly all: (name: string) => readonly string[];
};

/**
 * The fields of a posted form, or null when the body is no form (415). Files among them are passed over.
 * More than `MOST_FIELDS` fields are a body too large (413).
 */
export async function readForm(c: Context): Promise<FormFields | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  const data = await readFormData(c, refuseManyFields);
  if (data === null) return null;
  const fields = gather(data);
  const values = Object.fromEntries(
    [...fields].flatMap(([name, [first = '']]) => (first === '' ? [] : [[name, first]])),
  );
  return { values, all: (name) => fields.get(name) ?? [] };
}

/** Every text of each field in one pass: asking the form for one name after the other reads all of it each time. */
function gather(data: FormData): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let seen = 0;
  for (const [name, value] of data.entries()) {
    seen += 1;
    if (seen > MOST_FIELDS) throw new BodyTooLarge();
    if (typeof value !== 'string') continue;
    const texts = fields.get(name);
    if (texts === undefined) fields.set(name, [clean(value)]);
    else texts.push(clean(value));
  }
  return fields;
}

/** The form that a body is, looked into beforehand where that is asked for; null when it breaks off or is none. */
export async function readFormData(
  c: Context,
  look?: (body: Buffer, type: string) => void,
): Promise<FormData | null> {
  try {
    look?.(Buffer.from(await c.req.arrayBuffer()), c.req.header('content-type') ?? '');
    return await c.req.formData();
  } catch (error) {
    // A body that breaks off or names no boundary is bad input; a limit that was passed is not ours to answer.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Before the body is taken apart, which costs by the field: each but the first has a separator, each part a header. */
function refuseManyFields(body: Buffer, type: string): void {
  const separator = /^multipart/i.test(type) ? /content-disposition/gi : /&/g;
  let seen = 0;
  for (const _one of body.toString('latin1').matchAll(separator)) {
    seen += 1;
    if (seen > MOST_FIELDS) throw new BodyTooLarge();
  }
}

/**
 * Line ends as one kind; nothing that a database or a terminal would take for a command, no half of a letter, no code
 * point that is no character (XML forbids it), no order that turns the direction of what is read (the papers' rule,
 * `clean-text.ts`) and nothing else that nobody sees: what is left is empty where nothing was said. Joiners stay within
 * a word or a sign.
 */
export function clean(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(BLANK, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(LOOSE, '');
  return normalText(plain, 'NFC').trim();
}

/** A sign of Braille without a dot. */
const BLANK = /\u2800/g;
/** Control and format characters and what Unicode calls ignorable; the Arabic signs among them are seen. */
const UNSEEN =
  /(?![\t\n])\p{Cc}|(?![\p{Join_Control}\p{Variation_Selector}\u0600-\u0605\u06dd\u08e2])[\p{Cf}\p{Default_Ignorable_Code_Point}]|\p{Noncharacter_Code_Point}/gu;
/** Joiners and variation selectors with nothing to join or vary. */
const LOOSE =
  /(?<![\p{L}\p{M}\p{N}\p{P}\p{S}])[\p{Join_Control}\p{Variation_Selector}]+|\p{Join_Control}+(?![\p{L}\p{M}\p{N}\p{S}])/gu;
