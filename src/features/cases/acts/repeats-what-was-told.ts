import type { ClientBase } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import type { LoadedCase } from '../store/load-case.read.ts';
import type { NewText } from '../vault/keeper.ts';
import { readTexts } from '../vault/read-texts.ts';

/** What a complainant was told: an acknowledgement or another message, and answers. */
const TOLD: ReadonlySet<string> = new Set(['message', 'answer']);

/**
 * Whether an answer only says what its complainant has been told already: the acknowledgement of his case above all
 * (rule 25). `answer` is among the new texts, else the draft is meant. Spaces, case and punctuation make no difference.
 */
export async function repeatsWhatWasTold(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  { caseId, head }: LoadedCase,
  answer: string | undefined,
  written: readonly NewText[],
): Promise<boolean> {
  const texts = await readTexts(tx, keyring, officeId, caseId);
  const draft = texts.get(head.state.draftAnswer?.text ?? '')?.body;
  const said = plain(written.find(({ textId }) => textId === answer)?.body ?? draft ?? '');
  if (said === '') return false;
  return [...texts.values()].some(({ purpose, body }) => TOLD.has(purpose) && plain(body ?? '') === said);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
