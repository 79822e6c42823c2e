import type { Actor } from '../../../domain/complaint/event.ts';
import { NOBODY_OF_OURS } from './attachment-key.ts';

/** Under whom a file is brought and put to a case: an account or token, or somebody without one. */
export function uploaderOf({ account }: Pick<Actor, 'account'>): string {
  return account ?? NOBODY_OF_OURS;
}

/** Whether the database refused a file: it lies on a case already, another brought it, or it is gone. */
export function isUnclaimable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return false;
  return (
    error.constraint === 'case_attachment_once' || error.constraint === 'case_attachment_by_its_uploader'
  );
}
