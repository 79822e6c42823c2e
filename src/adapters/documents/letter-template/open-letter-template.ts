import { runFenced } from '../spreadsheet/run-fenced.ts';
import { LETTER_LIMITS, MOST_TEMPLATE_BYTES } from './check-letter-template.ts';
import type { LetterJob, OpenedLetter } from './letter-worker.ts';

/**
 * Looks an office's letter through and fills it with the values of its tags, both in a fenced worker: its own heap, its own
 * time, and not the thread that serves. Refuses a letter that is not fit, holds another tag than those of `values`, lacks one
 * that is `needed`, or is too much to read.
 */
export async function openLetterTemplate(
  template: Uint8Array,
  values: Readonly<Record<string, string>>,
  needed: readonly string[] = ['isi'],
): Promise<OpenedLetter> {
  if (template.length > MOST_TEMPLATE_BYTES) return { ok: false, refusal: 'template-too-large', what: '' };
  const job: LetterJob = { bytes: new Uint8Array(template), limits: LETTER_LIMITS, values, needed };
  const opened = await runFenced<OpenedLetter>(new URL('./letter-worker.ts', import.meta.url), job);
  return 'message' in opened ? { ok: false, refusal: 'template-unreadable', what: opened.refusal } : opened;
}
