import type { OfficeData } from '../office/office-data.ts';
import type { PaperFrame } from './paper-frame.ts';

/** Around an SOP sheet, whose own box names the office: no letterhead, no agenda's number, nobody who signs for it. */
export function sopSheetFrame<Paper extends 'A4' | 'F4'>(
  office: OfficeData,
  dated: string,
  madeAt: string,
  paper: Paper,
): PaperFrame & { readonly paper: Paper } {
  return { office, dated, madeAt, paper, letterhead: 'tanpa', number: null, signer: null, deputies: [] };
}
