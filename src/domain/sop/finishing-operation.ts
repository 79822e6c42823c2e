import type { EventType } from '../complaint/event.ts';
import type { Operation } from '../complaint/vocabulary.ts';

const OPERATION_OF: Partial<Readonly<Record<EventType, Operation>>> = {
  received: 'intake',
  registered: 'register',
  verified: 'verify',
  completed: 'verify',
  acknowledged: 'acknowledge',
  classified: 'classify',
  forwarded: 'forward',
  disposed: 'dispose',
  'handed-over': 'hand-over',
  'followed-up': 'follow-up',
  asked: 'ask',
  'answer-submitted': 'submit-answer',
  answered: 'answer',
  closed: 'close',
  confirmed: 'confirm',
  referred: 'refer',
  withdrawn: 'withdraw',
  archived: 'archive',
  'urgent-accepted': 'accept-urgent',
  'review-started': 'review/start',
  'review-recommended': 'review/recommend',
  'review-decided': 'review/decide',
  'investigation-assessed': 'investigation/assess',
  'investigation-assigned': 'investigation/assign',
  'investigation-found': 'investigation/find',
  'sanction-recorded': 'investigation/sanction',
  filed: 'file',
  'reported-in-period': 'issue-report',
};

/** The operation that an event proves to be done, as an SOP step may be bound to it; null for entries beside the SOP. */
export function finishingOperation(type: EventType): Operation | null {
  return OPERATION_OF[type] ?? null;
}
