import { parentPort, workerData } from 'node:worker_threads';
import type { FencedJob } from '../spreadsheet/run-fenced.ts';
import { checkLetterTemplate } from './check-letter-template.ts';
import { fillLetterTemplate } from './fill-letter-template.ts';
import type { TemplateRefusal } from './template-refusal.ts';

/** Entry of the worker thread that `openLetterTemplate` starts: looks one letter through, fills it, posts the result, ends. */
export type LetterJob = FencedJob & {
  readonly values: Readonly<Record<string, string>>;
  readonly needed: readonly string[];
};

export type OpenedLetter = { readonly ok: true; readonly file: Uint8Array } | RefusedLetter;
export type RefusedLetter = { readonly ok: false } & TemplateRefusal;

const job: LetterJob = workerData;
open(job).then((opened) => parentPort?.postMessage(opened));

async function open({ bytes, values, needed }: LetterJob): Promise<OpenedLetter> {
  const refused = checkLetterTemplate(bytes, new Set(Object.keys(values)), needed);
  if (refused !== null) return { ok: false, ...refused };
  try {
    return { ok: true, file: await fillLetterTemplate(bytes, values) };
  } catch {
    // Whatever the filler stumbles over, it is something in a foreign file.
    return { ok: false, refusal: 'template-unreadable', what: 'word/document.xml' };
  }
}
