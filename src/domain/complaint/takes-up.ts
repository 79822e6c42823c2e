import type { CaseState } from './case-state.ts';
import type { RecordedEvent } from './event.ts';

/**
 * Whether the office now works on it, which a case is whose old register does not tell how it stands (rule 37): from then on
 * it is open. What only mends its record leaves that unknown; what gives it a status of its own needs no word here.
 */
export function takesUp(before: CaseState, { event, actor }: RecordedEvent): boolean {
  switch (event.type) {
    case 'classified':
      return actor.by !== 'import' && event.severity !== before.severity.now;
    case 'marked':
      return event.mark === 'urgent' && event.on;
    case 'acknowledged':
    case 'forwarded':
    case 'followed-up':
    case 'asked':
    case 'replied':
    case 'referred':
    case 'message-sent':
    case 'review-started':
    case 'absorbed':
      return true;
    default:
      return false;
  }
}
