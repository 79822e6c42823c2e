import { actorOfHistory } from '../people/case-actor.ts';
import { sopStepsOf } from '../sop/start-sop.ts';
import { startingSop } from '../sop/starting-sop.ts';
import type { Context } from './context.ts';
import { type ClassifyBeside, classifiedBeside } from './decide-classify.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import { dueDatesAt } from './due-dates.ts';
import type {
  AccountId,
  AttachmentId,
  ConcernRef,
  Day,
  Instant,
  Received,
  ReporterRef,
  TextId,
} from './event.ts';
import { happenedAhead, isLateEntry } from './late-entry.ts';
import { unknownUnit, unknownValue } from './office-words.ts';
import { protectedByService } from './protected-by-service.ts';
import { receiveCase } from './receive-case.ts';
import { type NamedRespondent, respondentsNamed } from './undecided-respondent.ts';
import type { Channel, Kind } from './vocabulary.ts';

/** A complaint as it comes in; texts and identities are already put away and come as their ids. */
export type IntakeCommand = {
  readonly ticket: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter: TextId;
  /** Left out: received now. Staff and tokens only (rule 1). */
  readonly receivedAt?: Instant;
  readonly receivedBy?: AccountId | null;
  readonly lateEntryReason?: TextId | null;
  readonly sourceNumber?: string | null;
  readonly happenedOn?: Day | null;
  readonly category?: string | null;
  readonly service?: string | null;
  readonly place?: string | null;
  readonly reporters?: readonly ReporterRef[];
  readonly concerns?: readonly ConcernRef[];
  readonly respondents?: readonly NamedRespondent[];
  /** Who complains asks that the front office, of which he complains, does not read it (rule 28). */
  readonly pastFrontOffice?: boolean;
  readonly anonymous?: boolean;
  readonly secret?: boolean;
  /** From the public it only asks for a look; from staff it marks the case (rule 5). */
  readonly urgent?: boolean;
  /** Staff and tokens only; a service may be protected by itself (rule 6). */
  readonly protected?: boolean;
  readonly safeContact?: TextId | null;
  readonly formOpenedAt?: Instant | null;
  readonly writingBeganAt?: Instant | null;
  readonly readBack?: 'signed' | 'thumb-printed' | 'by-phone' | null;
  readonly attachments?: readonly AttachmentId[];
  /** What whoever may classify changes at once of what follows from service and matter (rule 22). */
  readonly classify?: Pick<ClassifyBeside, 'severity' | 'oversight' | 'form' | 'deviation'>;
  /** Version of the office's files that the SOP is taken from; 1 when left out. */
  readonly sopVersion?: number;
};

/**
 * Receives a complaint. Refuses a future receipt, an earlier one without its reason, fields that only staff may
 * give, and words that the office's lists do not have; never because of a calendar (law 3). Rules 1, 2, 5, 6, 19.
 */
export function decideIntake(command: IntakeCommand, context: Context): Decision {
  const { office, calendar, actor, now } = context;
  const refused =
    notAllowed(command, context) ??
    unknownValue(command, office) ??
    unknownUnit(unitsNamed(command), office) ??
    wrongTimes(command, now, calendar.zone);
  if (refused !== null) return refused;
  const staff = actor.by !== 'public';
  const receivedAt = command.receivedAt ?? now;
  const sop = startingSop(command.channel, office);
  const received: Received = {
    type: 'received',
    at: receivedAt,
    ticket: command.ticket,
    kind: command.kind,
    channel: command.channel,
    receivedAt,
    precision: 'instant',
    happenedOn: command.happenedOn ?? null,
    receivedBy: command.receivedBy ?? actor.account,
    lateEntryReason: command.lateEntryReason ?? null,
    sourceNumber: command.sourceNumber ?? null,
    matter: command.matter,
    category: command.category ?? null,
    service: command.service ?? null,
    place: command.place ?? null,
    reporters: command.reporters ?? [],
    concerns: command.concerns ?? [],
    respondents: respondentsNamed(command, actor),
    anonymous: command.anonymous ?? false,
    secret: command.secret ?? false,
    urgentAsked: !staff && (command.urgent ?? false),
    urgent: staff && (command.urgent ?? false),
    protected: (command.protected ?? false) || protectedByService(null, command.service ?? null, office),
    safeContact: command.safeContact ?? null,
    provenance: 'tanggap',
    sop: sop?.id ?? '',
    sopVersion: command.sopVersion ?? 1,
    sopSteps: sop === null ? [] : sopStepsOf(sop),
    formOpenedAt: command.formOpenedAt ?? null,
    writingBeganAt: command.writingBeganAt ?? null,
    readBack: command.readBack ?? null,
    due: [],
    attachments: command.attachments ?? [],
  };
  const state = receiveCase(received, {
    seq: 1,
    recordedAt: now,
    actor: actorOfHistory(actor),
    event: received,
  });
  const event = { ...received, due: dueDatesAt(state, office, calendar) };
  if (command.classify === undefined) return accept(event);
  const classed = classifiedBeside({ ...state, due: event.due }, command.classify, {}, context);
  return classed.ok ? accept(event, ...classed.events) : classed;
}

const STAFF_FIELDS = ['receivedAt', 'receivedBy', 'lateEntryReason', 'sourceNumber', 'protected'] as const;

function notAllowed(command: IntakeCommand, { actor }: Context): Refused | null {
  if (actor.by === 'public') {
    if (command.channel !== 'website') {
      return refuse({ refusal: 'channel-not-for-public', channel: command.channel });
    }
    // From inside, known by its way in (rule 2): staff write it down or a token brings it.
    if (command.kind === 'whistleblowing') return refuse({ refusal: 'staff-field', field: 'kind' });
    if (command.classify !== undefined) return refuse({ refusal: 'staff-field', field: 'severity' });
    const field = STAFF_FIELDS.find((name) => command[name] != null && command[name] !== false);
    if (field !== undefined) return refuse({ refusal: 'staff-field', field });
    return staffWords(command);
  }
  const permitted = (actor.by === 'staff' || actor.by === 'token') && actor.may.has('intake');
  return permitted ? null : refuse({ refusal: 'not-permitted', operation: 'intake' });
}

/**
 * An account shuts somebody out of the case for good, and both stand in the history, which nobody can erase: whom the
 * public complains of is a name in the vault, until staff know who it is (rule 28, law 7).
 */
function staffWords({ respondents = [] }: IntakeCommand): Refused | null {
  if (respondents.some(({ account }) => account !== null)) {
    return refuse({ refusal: 'staff-field', field: 'respondents.staffId' });
  }
  const named = respondents.some(({ unit }) => unit !== null);
  return named ? refuse({ refusal: 'staff-field', field: 'respondents.unit' }) : null;
}

function unitsNamed({ respondents = [] }: IntakeCommand): readonly string[] {
  return respondents.flatMap(({ unit }) => unit ?? []);
}

function wrongTimes(command: IntakeCommand, now: Instant, zone: Context['calendar']['zone']): Refused | null {
  const { receivedAt, lateEntryReason, happenedOn = null } = command;
  if (receivedAt !== undefined && receivedAt > now) {
    return refuse({ refusal: 'time-in-future', at: receivedAt });
  }
  const ahead = happenedAhead(happenedOn, { at: receivedAt ?? now, precision: 'instant' }, now, zone);
  if (ahead !== null || receivedAt === undefined) return ahead;
  const late = isLateEntry(receivedAt, now, zone);
  return late && lateEntryReason == null ? refuse({ refusal: 'late-entry-reason-required' }) : null;
}
