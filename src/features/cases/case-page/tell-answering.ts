import {
  day,
  due,
  fact,
  files,
  listed,
  ofMachine,
  parts,
  plain,
  said,
  type Tellers,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';

/** Entries of the answer, of the end, and of what may come after it. */
export const ANSWERING = {
  'answer-submitted': (event) =>
    told(event, 'event.answer-submitted', {
      text: written(event.text),
      attachments: files(event.attachments),
    }),
  'answer-returned': (event) => told(event, 'event.answer-returned', { reason: written(event.reason), due }),
  'answer-approved': (event) =>
    told(event, 'event.answer-approved', {
      due,
      as: fact('fact.approved-as', event.as === undefined ? null : listed('roles', event.as)),
    }),
  answered: (event) => {
    const byChannel = event.way === 'channel' && !event.atDesk ? listed('channels', event.channel) : null;
    const key = event.atDesk ? 'event.answered.at-desk' : (`event.answered.${event.way}` as const);
    return told(event, key, {
      way: said(byChannel ?? word(`way.${event.way}`)),
      atDesk: said(),
      channel: byChannel === null ? fact('field.channel', listed('channels', event.channel)) : said(),
      text: written(event.text),
      attempts: fact(
        'fact.attempts',
        event.attempts.map(({ on, how }) => ({
          as: 'joined',
          values: [
            { as: 'day', day: on },
            { as: 'text', id: how },
          ],
        })),
      ),
      undeliverableReason: fact('field.undeliverableReason', textOf(event.undeliverableReason)),
      toldTo: fact('field.toldTo', event.toldTo === null ? null : { as: 'person', identity: event.toldTo }),
      delivered: fact('field.delivered', event.delivered ? word('field.oversight.ya') : null),
      proof: files(event.proof),
      threadProof: files(event.threadProof),
    });
  },
  closed: (event) =>
    told(event, 'event.closed', {
      outcome: said(word(`outcome.${event.outcome}`)),
      closedBy: fact('field.closedBy', word(`field.closedBy.${event.closedBy}`)),
      pending: parts({
        body: fact('field.close.body', listed('bodies', event.pending?.body)),
        reference: fact('field.reference', plain(event.pending?.reference)),
        lookAgainOn: fact('field.lookAgainOn', day(event.pending?.lookAgainOn)),
      }),
      narrative: written(event.narrative),
    }),
  confirmed: (event) => told(event, 'event.confirmed', {}),
  reopened: (event) =>
    told(event, `event.reopened.${event.by}`, { by: said(), reason: written(event.reason), due }),
  referred: (event) =>
    told(event, `event.referred.${event.way}`, {
      way: said(),
      body: said(listed('bodies', event.body)),
      text: written(event.text),
      reference: fact('field.reference', plain(event.reference)),
    }),
  'transfer-confirmed': (event) =>
    told(event, 'event.transfer-confirmed', {
      body: said(listed('bodies', event.body)),
      reference: fact('field.reference', plain(event.reference)),
    }),
  withdrawn: (event) =>
    told(event, event.deemed ? 'event.withdrawn.deemed' : 'event.withdrawn.asked', {
      deemed: said(),
      reason: written(event.reason),
    }),
  archived: (event) =>
    told(event, `outcome.${event.outcome}`, { outcome: said(), reason: written(event.reason) }),
  filed: (event) =>
    told(event, 'event.filed', {
      box: fact('field.box', plain(event.box)),
      classification: fact('field.classification', plain(event.classification)),
    }),
  'reported-in-period': (event) => told(event, 'event.reported-in-period', { report: ofMachine }),
  'desk-answer-acknowledged': (event) => told(event, 'event.desk-answer-acknowledged', {}),
  'taken-to-ombudsman': (event) =>
    told(event, event.returned ? 'event.ombudsman.returned' : 'event.ombudsman.taken', {
      returned: said(),
      reference: fact('field.reference', plain(event.reference)),
    }),
  objected: (event) => told(event, 'event.objected', { text: written(event.text) }),
} satisfies Partial<Tellers>;
