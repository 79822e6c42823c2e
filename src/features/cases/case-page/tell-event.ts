import type { ComplaintEvent, Corrected, Received } from '../../../domain/complaint/event.ts';
import {
  accountOf,
  classOf,
  contactOf,
  day,
  everybody,
  type Field,
  fact,
  hidden,
  listed,
  parts,
  plain,
  said,
  type ToldEvent,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';
import { tellClosedLane } from './tell-closed-lane.ts';

const due = hidden('told as the limit of the entry');
const files = hidden('files cannot be opened yet');
const people = hidden('people stand beside the timeline, masked');
const beside = hidden('stands beside the timeline');
const ofMachine = hidden('a key of the installation');

/**
 * What an entry of the history tells staff who may read the case: its sentence, one for each way it can have gone, and
 * every field that somebody wrote down, or the reason why it is not shown.
 */
export function tellEvent(event: ComplaintEvent): ToldEvent {
  switch (event.type) {
    case 'received':
      return told(event, 'event.received', receivedFields(event));
    case 'imported-from-register':
      return told(event, 'event.imported-from-register', {
        batch: ofMachine,
        row: ofMachine,
        status: fact('fact.book-status', word(`fact.book-status.${event.status}`)),
        statusWritten: fact('fact.status-written', textOf(event.statusWritten)),
        narrative: written(event.narrative),
        remarks: fact('fact.remarks', contactOf(event.remarks)),
        outcome: hidden('an old book gives none'),
      });
    case 'registered':
      return told(event, 'event.registered', {
        printed: said(plain(event.printed)),
        year: said(),
        no: said(),
      });
    case 'form-read-back':
      return told(event, 'event.form-read-back', {
        way: said(word(`counter.read-back-${event.way}`)),
        scan: files,
      });
    case 'verified':
      return told(event, `event.verified.${event.completeness}`, {
        completeness: said(),
        missing: fact(
          'fact.missing',
          event.missing.map((id) => ({ as: 'text', id })),
        ),
        authority: fact('field.authority', word(`field.authority.${event.authority}`)),
        due,
      });
    case 'notice-proven':
      return told(event, `event.notice-proven.${event.notice}`, { notice: said(), due });
    case 'completed':
      return told(event, 'event.completed', { text: written(event.text), due });
    case 'acknowledged':
      return told(event, event.automatic ? 'event.acknowledged.automatic' : 'event.acknowledged.sent', {
        automatic: said(),
        channel: fact('field.channel', listed('channels', event.channel)),
        text: written(event.text),
      });
    case 'classified':
      return told(event, 'event.classified', {
        kind: fact('field.kind', listed('kinds', event.kind)),
        service: fact('field.service', listed('services', event.service)),
        category: fact('field.about', listed('categories', event.category)),
        severity: fact('field.severity', classOf(event.severity)),
        oversight: fact('field.oversight', event.oversight ? word('field.oversight.ya') : null),
        form: fact('field.form', event.form === null ? null : word(`field.form.${event.form}`)),
        deviation: fact(
          'field.deviation',
          event.deviation === null ? null : word(`field.deviation.${event.deviation}`),
        ),
        reason: written(event.reason),
        due,
      });
    case 'forwarded':
      return told(event, 'event.forwarded', { toRole: said(listed('roles', event.toRole)) });
    case 'disposed':
      return told(event, 'event.disposed', {
        unit: said(listed('units', event.unit)),
        otherUnits: fact(
          'field.otherUnits',
          event.otherUnits.map((key) => ({ as: 'listed', list: 'units', key })),
        ),
        owner: fact('field.owner', accountOf(event.owner)),
        instructions: written(event.instructions),
      });
    case 'handed-over':
      return told(event, event.back ? 'event.handed-over.back' : 'event.handed-over.on', {
        toUnit: said(listed('units', event.toUnit)),
        fromUnit: fact('fact.from-unit', listed('units', event.fromUnit)),
        back: said(),
        owner: fact('field.owner', accountOf(event.owner)),
        reason: written(event.reason),
      });
    case 'followed-up':
      return told(event, 'event.followed-up', {
        entry: said(word(`field.entry.${event.entry}`)),
        text: written(event.text),
        place: fact('field.place', listed('places', event.place)),
        peopleHelped: fact('field.peopleHelped', plain(event.peopleHelped)),
        attachments: files,
      });
    case 'asked':
      return told(event, `event.asked.${event.to}`, {
        to: said(),
        body: said(listed('bodies', event.body)),
        text: written(event.text),
        pauses: fact(
          'field.pauses',
          event.pauses.map((clock) => word(`clock.${clock}`)),
        ),
      });
    case 'replied':
      return told(event, `event.replied.${event.from}`, {
        from: said(),
        body: said(listed('bodies', event.body)),
        text: written(event.text),
        due,
      });
    case 'message-sent':
      return told(event, 'event.message-sent', {
        channel: fact('field.channel', listed('channels', event.channel)),
        text: written(event.text),
        proof: files,
      });
    case 'document-deferred':
      return told(event, 'event.document-deferred', {
        document: said(plain(event.document)),
        step: fact('fact.step', plain(event.step)),
        promisedBy: fact('fact.promised-by', textOf(event.promisedBy)),
      });
    case 'document-received':
      return told(event, 'event.document-received', {
        document: said(plain(event.document)),
        step: fact('fact.step', plain(event.step)),
        attachment: files,
      });
    case 'answer-submitted':
      return told(event, 'event.answer-submitted', { text: written(event.text), attachments: files });
    case 'answer-returned':
      return told(event, 'event.answer-returned', { reason: written(event.reason), due });
    case 'answer-approved':
      return told(event, 'event.answer-approved', { due });
    case 'answered': {
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
        proof: files,
      });
    }
    case 'closed':
      return told(event, 'event.closed', {
        outcome: said(word(`outcome.${event.outcome}`)),
        closedBy: fact('field.closedBy', word(`field.closedBy.${event.closedBy}`)),
        pending: parts({
          body: fact('field.close.body', listed('bodies', event.pending?.body)),
          reference: fact('field.reference', plain(event.pending?.reference)),
          lookAgainOn: fact('field.lookAgainOn', day(event.pending?.lookAgainOn)),
        }),
        narrative: written(event.narrative),
      });
    case 'confirmed':
      return told(event, 'event.confirmed', {});
    case 'reopened':
      return told(event, `event.reopened.${event.by}`, { by: said(), reason: written(event.reason), due });
    case 'referred':
      return told(event, `event.referred.${event.way}`, {
        way: said(),
        body: said(listed('bodies', event.body)),
        text: written(event.text),
        reference: fact('field.reference', plain(event.reference)),
      });
    case 'transfer-confirmed':
      return told(event, 'event.transfer-confirmed', {
        body: said(listed('bodies', event.body)),
        reference: fact('field.reference', plain(event.reference)),
      });
    case 'withdrawn':
      return told(event, event.deemed ? 'event.withdrawn.deemed' : 'event.withdrawn.asked', {
        deemed: said(),
        reason: written(event.reason),
      });
    case 'archived':
      return told(event, `outcome.${event.outcome}`, { outcome: said(), reason: written(event.reason) });
    case 'filed':
      return told(event, 'event.filed', {
        box: fact('field.box', plain(event.box)),
        classification: fact('field.classification', plain(event.classification)),
      });
    case 'reported-in-period':
      return told(event, 'event.reported-in-period', { report: ofMachine });
    case 'desk-answer-acknowledged':
      return told(event, 'event.desk-answer-acknowledged', {});
    case 'taken-to-ombudsman':
      return told(event, event.returned ? 'event.ombudsman.returned' : 'event.ombudsman.taken', {
        returned: said(),
        reference: fact('field.reference', plain(event.reference)),
      });
    case 'objected':
      return told(event, 'event.objected', { text: written(event.text) });
    case 'corrected':
      return told(event, 'event.corrected', {
        changes: parts(correctedFields(event.changes)),
        reason: written(event.reason),
        due,
      });
    case 'cancelled':
      return told(event, 'event.cancelled', { reason: written(event.reason) });
    case 'merged':
      return told(event, 'event.merged', {
        into: said({ as: 'case', caseId: event.into }),
        reason: written(event.reason),
      });
    case 'absorbed':
      return told(event, 'event.absorbed', {
        other: said({ as: 'case', caseId: event.other }),
        otherReceivedAt: fact('fact.received', {
          as: 'received',
          at: event.otherReceivedAt,
          precision: event.otherPrecision,
        }),
        otherPrecision: hidden('told by the time'),
      });
    case 'unmerged':
      return told(event, 'event.unmerged', {
        from: said({ as: 'case', caseId: event.from }),
        reason: written(event.reason),
      });
    case 'released':
      return told(event, 'event.released', { other: said({ as: 'case', caseId: event.other }) });
    case 'linked':
      return told(event, 'event.linked', { group: ofMachine });
    case 'marked':
      return told(event, event.on ? 'event.marked.on' : 'event.marked.off', {
        mark: said(word(`mark.${event.mark}`)),
        on: said(),
        reason: written(event.reason),
        readers: fact('field.readers', everybody(event.readers ?? [])),
      });
    case 'urgent-accepted':
      return told(event, 'event.urgent-accepted', { owner: fact('field.owner', accountOf(event.owner)) });
    case 'safe-contact-set':
      return told(event, 'event.safe-contact-set', {
        text: fact('fact.safe-contact', contactOf(event.text)),
      });
    case 'review-started':
    case 'review-recommended':
    case 'review-decided':
    case 'investigation-assessed':
    case 'investigation-assigned':
    case 'investigation-found':
    case 'sanction-recorded':
    case 'duty-opened':
    case 'duty-fulfilled':
    case 'direction-given':
      return tellClosedLane(event);
    case 'deadline-moved':
      return told(event, `event.deadline-moved.${event.cause}`, {
        clock: said(word(`clock.${event.clock}`)),
        from: fact('fact.due-before', { as: 'due', at: event.from }),
        to: fact('fact.due-now', { as: 'due', at: event.to }),
        cause: said(),
      });
    case 'clock-paused':
      return told(event, 'event.clock-paused', {
        clock: said(word(`clock.${event.clock}`)),
        reason: hidden('always the question before it'),
      });
    case 'clock-resumed':
      return told(event, 'event.clock-resumed', { clock: said(word(`clock.${event.clock}`)), due });
    case 'identity-opened':
    case 'identity-opening-asked':
      return told(event, `event.${event.type}`, {
        identity: fact('fact.whose', { as: 'person', identity: event.identity }),
        reason: written(event.reason),
      });
    case 'identity-opening-agreed':
      return told(event, 'event.identity-opening-agreed', {
        identity: fact('fact.whose', { as: 'person', identity: event.identity }),
        asker: fact('fact.asked-by', accountOf(event.asker)),
        reason: written(event.reason),
      });
    case 'identity-erased':
      return told(event, 'event.identity-erased', { identity: hidden('erased'), ledger: ofMachine });
    case 'text-erased':
      return told(event, 'event.text-erased', { text: hidden('erased'), ledger: ofMachine });
  }
}

/** As it came in: the page leaves out what still stands so beside the timeline. */
function receivedFields(event: Received) {
  const { kind, channel, service, category, place, happenedOn, sourceNumber, matter } = event;
  return {
    ...described({ kind, channel, service, category, place, happenedOn, sourceNumber, matter }),
    ticket: beside,
    receivedAt: hidden('the time of the entry'),
    precision: hidden('told by the time of the entry'),
    receivedBy: beside,
    reporters: people,
    concerns: people,
    respondents: people,
    anonymous: beside,
    secret: beside,
    urgentAsked: beside,
    urgent: beside,
    protected: beside,
    safeContact: fact('fact.safe-contact', contactOf(event.safeContact)),
    provenance: beside,
    sop: ofMachine,
    sopVersion: ofMachine,
    sopSteps: ofMachine,
    formOpenedAt: hidden('measured in the SOP table'),
    writingBeganAt: hidden('measured in the SOP table'),
    readBack: beside,
    due,
    attachments: files,
  };
}

/** Rule 11: the new value; the former stands in the entries before it. People are masked beside the timeline. */
function correctedFields(changes: Corrected['changes']): Readonly<Record<string, Field>> {
  const { receivedAt, precision, oversight } = changes;
  return {
    ...described(changes),
    oversight: fact(
      'field.oversight',
      oversight === undefined ? null : word(oversight ? 'field.oversight.ya' : 'field.oversight.tidak'),
    ),
    receivedAt: fact(
      'fact.received',
      receivedAt === undefined ? null : { as: 'received', at: receivedAt, precision: precision ?? 'instant' },
    ),
    reporters: people,
    concerns: people,
    respondents: people,
  };
}

function described(of: Corrected['changes']) {
  // Taken away is said, not known is not.
  const none = (value: unknown) => (value === null ? word('fact.none') : null);
  return {
    kind: fact('field.kind', listed('kinds', of.kind)),
    channel: fact('field.channel', listed('channels', of.channel)),
    service: fact('field.service', listed('services', of.service) ?? none(of.service)),
    category: fact('field.about', listed('categories', of.category) ?? none(of.category)),
    place: fact('field.place', listed('places', of.place) ?? none(of.place)),
    happenedOn: fact('field.occurredOn', day(of.happenedOn) ?? none(of.happenedOn)),
    sourceNumber: fact('field.sourceNumber', plain(of.sourceNumber) ?? none(of.sourceNumber)),
    matter: fact('case.matter', textOf(of.matter)),
  };
}
