import type { CasePagesDesk } from '../cases/doors/case-pages-desk.ts';

/** What the pages of papers need of the installation: cases with their files, and the people's rows. */
export type PaperDesk = CasePagesDesk;
