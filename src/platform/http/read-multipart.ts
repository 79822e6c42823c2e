import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Context } from 'hono';
import { BodyTooLarge, isBodyTooLarge } from './limit-body.ts';
import { clean, type FormFields, MOST_FIELDS } from './read-form.ts';
import { isUpload } from './read-upload.ts';
import { BODY_BYTES } from './request-limits.ts';

/** A file of a form as it streams in, with the last part of the name that it was given. */
export type IncomingFile = {
  readonly field: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
};

/**
 * A form with files, read as it comes in: each file is handed to `take`, one after the other, and never lies in memory as a
 * whole; what `take` leaves of one is passed over. `fields` are those that came before. Null when the body is no such form or
 * breaks off; what `take` throws is thrown. More fields or longer texts than any form has are a body too large (413).
 */
export async function readMultipart(
  c: Context,
  take: (file: IncomingFile, fields: FormFields) => Promise<void>,
): Promise<FormFields | null> {
  const { body } = c.req.raw;
  if (!isUpload(c) || body === null) return null;
  const form = openParser(c.req.header('content-type') ?? '');
  if (form === null) return null;
  const fields = openFields();
  const opened = new Set<BusboyFileStream>();
  let taking = Promise.resolve();
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown) => {
    failure ??= { error };
    form.destroy();
    for (const stream of opened) stream.destroy();
  };
  form.on('field', (name, value, _nameCut, valueCut) => {
    if (valueCut || !fields.add(name, value)) fail(new BodyTooLarge());
  });
  form.on('partsLimit', () => fail(new BodyTooLarge()));
  form.on('file', (field, stream, name) => {
    opened.add(stream);
    // Heard by whoever reads it; one that waits for its turn has no reader yet.
    stream.on('error', () => undefined);
    taking = taking.then(async () => {
      if (failure !== null) return;
      const file = { field: clean(field), name: baseName(name), content: contentOf(stream) };
      await take(file, fields.all()).catch(fail);
      stream.resume();
      opened.delete(stream);
    });
  });
  try {
    await pipeline(body, form);
  } catch (error) {
    for (const stream of opened) stream.destroy(new Error('The form broke off'));
    await taking;
    if (isBodyTooLarge(error) || isFaultOfOurs(error)) throw error;
    failure ??= { error: new BrokenOff() };
  }
  await taking;
  return failure === null ? fields.all() : answerOf(failure);
}

function answerOf({ error }: { readonly error: unknown }): null {
  if (error instanceof BrokenOff) return null;
  throw error;
}

/** Thrown into whoever reads a file of a form that ends before its end. */
class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** What is left of a file unread does not end its form. */
async function* contentOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  const pieces = stream.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = await pieces.next().catch(() => {
      throw new BrokenOff();
    });
    if (next.done === true) return;
    yield next.value;
  }
}

/** A budget that was passed is answered as what it is (429, 503), not as a form that broke off. */
function isFaultOfOurs(error: unknown): boolean {
  return error instanceof Error && (error.name === 'Fault' || isFaultOfOurs(error.cause));
}

function openParser(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldSize: BODY_BYTES, parts: MOST_FIELDS, headerPairs: 20, headerSize: 8_000 },
      // A field is a file by its name alone: a text sent as bytes is a text.
      isPartAFile: (_field, _type, name) => name !== undefined,
    });
  } catch {
    // No boundary.
    return null;
  }
}

function openFields() {
  const fields = new Map<string, string[]>();
  let letters = 0;
  return {
    /** False where all texts together are longer than any form of ours has. */
    add: (name: string, value: string): boolean => {
      letters += name.length + value.length;
      if (letters > BODY_BYTES) return false;
      const texts = fields.get(name);
      if (texts === undefined) fields.set(name, [clean(value)]);
      else texts.push(clean(value));
      return true;
    },
    all: (): FormFields => ({
      values: Object.fromEntries(
        [...fields].flatMap(([name, [first = '']]) => (first === '' ? [] : [[name, first]])),
      ),
      all: (name) => fields.get(name) ?? [],
    }),
  };
}

/** Never a path. */
function baseName(name: string): string {
  return clean(name).split(/[\\/]/).at(-1)?.slice(0, 200).toWellFormed() ?? '';
}
