import type { Limit } from '../calendar/limit.ts';
import type { AnswerWay, Kind, Severity } from '../complaint/vocabulary.ts';

/** Which answers go out only once a holder of one of these roles has approved them. */
export type AnswerApproval = {
  readonly kinds: readonly Kind[] | 'all';
  readonly severities: readonly Severity[] | 'all';
  readonly ways: readonly AnswerWay[] | 'all';
  readonly by: readonly string[];
};

export type OfficeDuty = {
  readonly key: string;
  readonly label: string;
  /** Null = the office's papers name no time. */
  readonly within: Limit | null;
  /**
   * Whether it is done before the public, as an apology is: its text goes out only once it is approved (rule 31). Left out:
   * it is, so that nothing goes out unseen.
   */
  readonly publishes?: boolean | undefined;
};
