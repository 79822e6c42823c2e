import type { AccountId, CaseId, Instant } from '../complaint/event.ts';
import type { Clock } from '../complaint/vocabulary.ts';
import type { NoticeCause, NoticeKind } from './notice-vocabulary.ts';

/** One thing that one person is to be told; nobody is told the same `key` twice. */
export type NoticeDue = {
  readonly account: AccountId;
  readonly kind: Exclude<NoticeKind, 'urgent'>;
  readonly caseId: CaseId | null;
  readonly cause: NoticeCause;
  readonly clock: Clock | null;
  readonly dueAt: Instant | null;
  readonly key: string;
};
