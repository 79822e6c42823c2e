import type {
  ComplaintEvent,
  Corrected,
  EventType,
  Received,
  RespondentRef,
} from '../../../domain/complaint/event.ts';
import {
  contactOf,
  day,
  due,
  type Field,
  fact,
  files,
  hidden,
  listed,
  ofMachine,
  parts,
  plain,
  type TellerOf,
  type Tellers,
  type ToldEvent,
  textOf,
  told,
  word,
  written,
} from './event-fact.ts';
import { ANSWERING } from './tell-answering.ts';
import { CLOSED_LANE } from './tell-closed-lane.ts';
import { CUSTODY } from './tell-custody.ts';
import { HANDLING } from './tell-handling.ts';
import { JOINING } from './tell-joining.ts';

const people = hidden('people stand beside the timeline, masked');
const beside = hidden('stands beside the timeline');

const TELLERS: Tellers = {
  received: (event) => told(event, 'event.received', receivedFields(event)),
  corrected: (event) =>
    told(event, 'event.corrected', {
      changes: parts(correctedFields(event.changes)),
      reason: written(event.reason),
      due,
    }),
  ...HANDLING,
  ...ANSWERING,
  ...JOINING,
  ...CLOSED_LANE,
  ...CUSTODY,
};

/**
 * What an entry of the history tells staff who may read the case: its sentence, one for each way it can have gone, and
 * every field that somebody wrote down, or the reason why it is not shown.
 */
export function tellEvent(event: ComplaintEvent): ToldEvent {
  return tellerOf(event.type)(event);
}

function tellerOf<T extends EventType>(type: T): TellerOf<T> {
  return TELLERS[type];
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
    respondents: respondentsTold(event.respondents),
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
    attachments: files(event.attachments),
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
    respondents: respondentsTold(changes.respondents ?? []),
  };
}

/** Rule 28: that nobody of the office is complained of, or that the front office is without a name, stands in no vault. */
function respondentsTold(respondents: readonly RespondentRef[]): Field {
  const said = respondents.find((one) => one.said !== undefined)?.said;
  if (said !== undefined) {
    const once = said.staff.length === 0 ? 'fact.respondent-not-staff-once' : 'fact.respondent-staff-once';
    return fact('fact.respondent', word(once));
  }
  if (respondents.some(({ alone }) => alone === true)) {
    return fact('fact.respondent', word('fact.respondent-alone'));
  }
  if (respondents.some(({ standing }) => standing === 'not-staff')) {
    return fact('fact.respondent', word('fact.respondent-not-staff'));
  }
  const unnamed = respondents.some(
    ({ standing, identity, unit }) => standing === 'undecided' && identity === null && unit === null,
  );
  return unnamed ? fact('fact.respondent', word('fact.past-front-office')) : people;
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
