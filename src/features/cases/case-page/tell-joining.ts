import {
  accountOf,
  contactOf,
  everybody,
  fact,
  hidden,
  ofMachine,
  said,
  type Tellers,
  told,
  word,
  written,
} from './event-fact.ts';

/** Entries that cancel a case, join it with others, mark it or say how its complainant is reached safely. */
export const JOINING = {
  cancelled: (event) => told(event, 'event.cancelled', { reason: written(event.reason) }),
  merged: (event) =>
    told(event, 'event.merged', {
      into: said({ as: 'case', caseId: event.into }),
      reason: written(event.reason),
    }),
  absorbed: (event) =>
    told(event, 'event.absorbed', {
      other: said({ as: 'case', caseId: event.other }),
      otherReceivedAt: fact('fact.received', {
        as: 'received',
        at: event.otherReceivedAt,
        precision: event.otherPrecision,
      }),
      otherPrecision: hidden('told by the time'),
    }),
  unmerged: (event) =>
    told(event, 'event.unmerged', {
      from: said({ as: 'case', caseId: event.from }),
      reason: written(event.reason),
    }),
  released: (event) => told(event, 'event.released', { other: said({ as: 'case', caseId: event.other }) }),
  linked: (event) => told(event, 'event.linked', { group: ofMachine }),
  unlinked: (event) => told(event, 'event.unlinked', { group: ofMachine }),
  marked: (event) =>
    told(event, event.on ? 'event.marked.on' : 'event.marked.off', {
      mark: said(word(`mark.${event.mark}`)),
      on: said(),
      reason: written(event.reason),
      readers: fact('field.readers', everybody(event.readers ?? [])),
    }),
  'urgent-accepted': (event) =>
    told(event, 'event.urgent-accepted', { owner: fact('field.owner', accountOf(event.owner)) }),
  'safe-contact-set': (event) =>
    told(event, 'event.safe-contact-set', {
      text: fact('fact.safe-contact', contactOf(event.text)),
    }),
} satisfies Partial<Tellers>;
