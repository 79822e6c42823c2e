import type { AttachmentId, ComplaintEvent, RecordedEvent } from './event.ts';

/** Files that an entry puts to its case: what was brought, proofs, scans. */
export function attachmentsOf(event: ComplaintEvent): readonly AttachmentId[] {
  switch (event.type) {
    case 'received':
    case 'followed-up':
    case 'answer-submitted':
      return event.attachments;
    case 'replied':
      return event.attachments ?? [];
    case 'answered':
      return [event.proof, event.threadProof].flatMap((one) => one ?? []);
    case 'message-sent':
    case 'duty-fulfilled':
      return event.proof == null ? [] : [event.proof];
    case 'form-read-back':
      return event.scan == null ? [] : [event.scan];
    case 'document-received':
      return [event.attachment];
    default:
      return [];
  }
}

/** Files that a complainant may bring to one case by himself, with the complaint and his replies together. */
export const MOST_OWN_FILES = 10;

/** Whether these would be more than a complainant may bring himself: files fill a store as messages do. */
export function tooManyOwnFiles(history: readonly RecordedEvent[], added: number): boolean {
  const own = history.filter(({ actor }) => actor.by === 'complainant' || actor.by === 'public');
  const brought = own.reduce((sum, { event }) => sum + attachmentsOf(event).length, 0);
  return brought + added > MOST_OWN_FILES;
}

/**
 * Files that came from the complainant's side: with him they are erased (design law 7), since a photo of his card tells as
 * much of him as the vault.
 */
export function attachmentsOfComplainant(history: readonly RecordedEvent[]): readonly AttachmentId[] {
  return history.flatMap(({ event }) => {
    const fromHim =
      event.type === 'received' ||
      event.type === 'form-read-back' ||
      event.type === 'document-received' ||
      (event.type === 'replied' && event.from === 'complainant');
    return fromHim ? attachmentsOf(event) : [];
  });
}

/** Files that are about who he is by what they are: the form that he signed, the papers that he had to bring. */
export function attachmentsThatName(history: readonly RecordedEvent[]): readonly AttachmentId[] {
  return history.flatMap(({ event }) =>
    event.type === 'form-read-back' || event.type === 'document-received' ? attachmentsOf(event) : [],
  );
}
