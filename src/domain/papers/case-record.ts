import type { Day } from '../complaint/event.ts';
import type { AnswerWay, ReferralWay } from '../complaint/vocabulary.ts';
import type { OfficeBody } from '../office/office-data.ts';

/** Somebody of a case as a paper prints him; what is not known, erased or not for this reader is null. */
export type PrintedPerson = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly nik: string | null;
  /** "Diri sendiri", "Kuasa", how he stands to the complainant; of a terlapor his post and unit. */
  readonly as: string | null;
};

/**
 * What the papers of a case print of it, in words: labels are the office's own, instants are told in its zone. A text that is
 * erased or not for this reader is null, and its room is left for a pen.
 */
export type CaseRecord = {
  readonly ticket: string;
  readonly registerNo: string | null;
  /** Number in the paper book, agenda or SP4N. */
  readonly sourceNumber: string | null;
  /** Rule 6: slips carry no topic. */
  readonly protected: boolean;
  readonly restricted: boolean;
  readonly urgent: boolean;
  /** "Kamis, 27 April 2023 pukul 09.30 WITA", or the day alone, or the month. */
  readonly received: string;
  readonly receivedOn: Day;
  readonly recorded: string;
  readonly happenedOn: Day | null;
  readonly receivedBy: string | null;
  readonly channel: string;
  readonly kind: string;
  readonly service: string | null;
  readonly category: string | null;
  readonly severity: string | null;
  readonly place: string | null;
  readonly matter: string | null;
  readonly reporters: readonly PrintedPerson[];
  readonly concerns: readonly PrintedPerson[];
  readonly respondents: readonly PrintedPerson[];
  readonly readBack: 'signed' | 'thumb-printed' | 'by-phone' | null;
  readonly complete: boolean | null;
  readonly missing: readonly string[];
  readonly documents: readonly { readonly name: string; readonly deferredBy: string | null }[];
  /** What the service asks a visitor to bring (rule 8). */
  readonly toBring: readonly string[];
  readonly due: readonly { readonly label: string; readonly when: string }[];
  readonly disposition: {
    readonly on: string;
    readonly by: string | null;
    readonly unit: string;
    readonly otherUnits: readonly string[];
    readonly owner: string | null;
    readonly instructions: string | null;
  } | null;
  readonly steps: readonly FollowUpLine[];
  readonly answer: {
    readonly text: string | null;
    readonly way: AnswerWay;
    readonly wayPrinted: string;
    readonly on: string;
  } | null;
  /** Written and not told yet. */
  readonly draft: string | null;
  readonly outcome: string | null;
  readonly closedOn: string | null;
  readonly narrative: string | null;
  readonly referral: {
    readonly way: ReferralWay;
    readonly body: string;
    readonly reference: string | null;
    readonly text: string | null;
    /** What the office knows of where that body is (rule 24). */
    readonly whereabouts?: Pick<OfficeBody, 'address' | 'contact' | 'hours' | 'bring'>;
  } | null;
  readonly review: {
    readonly reviewers: readonly string[];
    readonly recommendation: 'unit' | 'audit' | 'stop' | null;
    readonly text: string | null;
  } | null;
  readonly investigation: {
    readonly investigators: readonly string[];
    readonly from: Day | null;
    readonly to: Day | null;
    readonly finding: string | null;
  } | null;
  /** The text of an apology that somebody let go out (rule 31); left out where nobody has. */
  readonly approvedApology?: string | null;
};

export type FollowUpLine = {
  readonly on: string;
  readonly what: string;
  readonly text: string | null;
  readonly by: string | null;
};

/** The mark above every page of a case that few may read. */
export function classificationOf(record: Pick<CaseRecord, 'protected' | 'restricted'>): {
  readonly classification?: string;
} {
  return record.protected || record.restricted ? { classification: 'Rahasia' } : {};
}

/** How a case is named in a letter: by its register number, else its ticket. */
export function caseNumber({ registerNo, ticket }: Pick<CaseRecord, 'registerNo' | 'ticket'>): string {
  return registerNo === null ? `nomor tiket ${ticket}` : `nomor register ${registerNo}`;
}
