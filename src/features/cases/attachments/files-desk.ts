import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import type { FilesDesk } from './keep-file.ts';

/** What of a page's desk files need. */
export function filesDeskOf({ pool, keyring, files }: CasePagesDesk): FilesDesk {
  return { pool, keyring, files };
}
