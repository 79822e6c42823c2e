import type { KeyReused } from './kept-answer.ts';

/** What the store refuses, whatever the core thinks of the command. */
export type StoreRefused =
  | KeyReused
  | { readonly ok: false; readonly refusal: 'case-not-found' }
  /** Somebody else acted since; `version` is what stands now. */
  | { readonly ok: false; readonly refusal: 'version-conflict'; readonly version: number };
