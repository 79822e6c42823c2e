import type { DocumentMeta } from '../../../domain/documents/blocks.ts';
import type { LetterheadChoice } from '../../../domain/papers/paper-frame.ts';
import type { PaperKind } from '../../../domain/papers/paper-kind.ts';
import type { PaperFacts, SealedPaper } from './paper-seal.ts';

/** An issued paper as its row has it. */
export type Paper = PaperFacts & {
  /** Null once erased. */
  readonly content: SealedPaper | null;
  readonly number: string | null;
  readonly signedAttachment: string | null;
  readonly signedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly erasedAt: Date | null;
};

export type StoredPaper = {
  readonly officeId: number;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly caseId: string | null;
  readonly meetingId: string | null;
  readonly dated: string;
  readonly paper: DocumentMeta['paper'];
  readonly letterhead: LetterheadChoice;
  readonly contentHash: Buffer;
  readonly keyId: string;
  readonly wrappedKey: Buffer | null;
  readonly sealed: Buffer | null;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly seriesYear: number | null;
  readonly seriesNo: number | null;
  readonly number: string | null;
  readonly signedAttachment: string | null;
  readonly signedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly erasedAt: Date | null;
};
export const PAPER_COLUMNS = `office_id as "officeId", paper_id as "paperId", kind, case_id as "caseId", meeting_id as "meetingId",
  to_char(dated, 'YYYY-MM-DD') as dated, paper_size as paper, letterhead, content_hash as "contentHash", key_id as "keyId",
  wrapped_key as "wrappedKey", sealed, issued_by as "issuedBy", issued_at as "issuedAt", series_year as "seriesYear",
  series_no as "seriesNo", number, signed_attachment as "signedAttachment", signed_at as "signedAt",
  voided_at as "voidedAt", erased_at as "erasedAt"`;

export function paperOf({
  keyId,
  wrappedKey,
  sealed,
  seriesYear,
  seriesNo,
  issuedAt,
  ...row
}: StoredPaper): Paper {
  return {
    ...row,
    issuedAt: issuedAt.getTime(),
    series: seriesYear === null || seriesNo === null ? null : { year: seriesYear, no: seriesNo },
    content: wrappedKey === null || sealed === null ? null : { keyId, wrappedKey, sealed },
  };
}
