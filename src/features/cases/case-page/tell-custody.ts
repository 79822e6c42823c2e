import type { IdentityOpened } from '../../../domain/complaint/custody-event.ts';
import {
  accountOf,
  due,
  fact,
  hidden,
  ofMachine,
  said,
  type Tellers,
  told,
  word,
  written,
} from './event-fact.ts';

/** Entries of clocks, and of identities and texts in the keeping of the office. */
export const CUSTODY = {
  'deadline-moved': (event) =>
    told(event, `event.deadline-moved.${event.cause}`, {
      clock: said(word(`clock.${event.clock}`)),
      from: fact('fact.due-before', { as: 'due', at: event.from }),
      to: fact('fact.due-now', { as: 'due', at: event.to }),
      cause: said(),
    }),
  'clock-paused': (event) =>
    told(event, 'event.clock-paused', {
      clock: said(word(`clock.${event.clock}`)),
      reason: hidden('always the question before it'),
    }),
  'clock-resumed': (event) =>
    told(event, 'event.clock-resumed', { clock: said(word(`clock.${event.clock}`)), due }),
  'identity-opened': (event) => told(event, 'event.identity-opened', openingFields(event)),
  'identity-opening-asked': (event) => told(event, 'event.identity-opening-asked', openingFields(event)),
  'identity-opening-agreed': (event) =>
    told(event, 'event.identity-opening-agreed', {
      ...openingFields(event),
      asker: fact('fact.asked-by', accountOf(event.asker)),
    }),
  'identity-erased': (event) =>
    told(event, 'event.identity-erased', { identity: hidden('erased'), ledger: ofMachine }),
  'text-erased': (event) => told(event, 'event.text-erased', { text: hidden('erased'), ledger: ofMachine }),
  'attachment-erased': (event) =>
    told(event, 'event.attachment-erased', { attachment: hidden('erased'), ledger: ofMachine }),
} satisfies Partial<Tellers>;

function openingFields({ identity, reason }: Pick<IdentityOpened, 'identity' | 'reason'>) {
  return { identity: fact('fact.whose', { as: 'person', identity }), reason: written(reason) };
}
