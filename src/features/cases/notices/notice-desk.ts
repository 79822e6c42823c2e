import type { CasePagesDesk } from '../doors/case-pages-desk.ts';

/** What the pages of notices, of mail and of the wall need. Made once, in src/app. */
export type NoticePagesDesk = CasePagesDesk & {
  /** The mail server by name and the address that mail comes from; null while none is set up. */
  readonly mailServer: { readonly name: string; readonly from: string } | null;
  /** Where people reach this installation; null when nobody said. */
  readonly publicUrl: string | null;
};
