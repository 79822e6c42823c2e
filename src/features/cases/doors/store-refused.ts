import type { KeyReused } from './kept-answer.ts';

/** What the store refuses, whatever the core thinks of the command. */
export type StoreRefused =
  | KeyReused
  | { readonly ok: false; readonly refusal: 'case-not-found' }
  /** A file that is named lies on a case already, was brought by another, or is gone; or it is one too many. */
  | { readonly ok: false; readonly refusal: 'attachment-not-yours' | 'too-many-files' }
  /** Somebody else acted since; `version` is what stands now. */
  | { readonly ok: false; readonly refusal: 'version-conflict'; readonly version: number };
