import type { WordKey } from '../../platform/words/words.ts';
import type { DecidedChange, SavedEdit } from './save-edit.ts';

export type EditRefusal = Extract<SavedEdit | DecidedChange, { readonly ok: false }>['refusal'];

/** Each refusal of a change of the office, with its sentence. */
const WORDS: Readonly<Record<EditRefusal, WordKey>> = {
  'changed-meanwhile': 'admin.changed-meanwhile',
  'office-refused': 'admin.refused-office',
  'register-started': 'admin.refused-register',
  'own-role': 'admin.refused-own-role',
  'roles-refused-pair': 'admin.refused-pair',
  'last-administrator': 'admin.refused-last-administrator',
  'change-gone': 'admin.change-gone',
  'own-proposal': 'admin.refused-own-proposal',
  'one-hand': 'admin.refused-one-hand',
};

export function refusalWord(refusal: EditRefusal): WordKey {
  return WORDS[refusal];
}

const REASONS: Readonly<Record<string, WordKey>> = {
  ...WORDS,
  'changed-meanwhile': 'admin.refused-meanwhile',
};

/** Why a change that waited was refused, as its row says; of those of before this was written down nothing is known. */
export function asReason(reason: string | null): WordKey {
  return REASONS[reason ?? ''] ?? 'admin.refused-unknown';
}
