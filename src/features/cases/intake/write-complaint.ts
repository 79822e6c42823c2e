import type { AnswerAtDeskCommand } from '../../../domain/complaint/decide-answer-at-desk.ts';
import type { IntakeCommand } from '../../../domain/complaint/decide-intake.ts';
import { answeredAtDesk } from '../acts/answer-bodies.ts';
import { defined } from '../acts/operation-body.schema.ts';
import { utc } from '../doors/plain-text.schema.ts';
import { relationOf } from '../store/relation.ts';
import type { Keeper } from '../vault/keeper.ts';
import { hasNameAndAddress, personOf } from '../vault/person-of.ts';
import type { ComplaintBody } from './complaint.schema.ts';
import { saysSomething } from './people-of-form.ts';

/** What only the counter knows beside the complaint itself (rules 7, 17). */
export type CounterTimes = {
  readonly formOpenedAt: string | null;
  readonly writingBeganAt: string | null;
  readonly readBack: NonNullable<IntakeCommand['readBack']> | null;
};

/** Turns a complaint as it was sent into the command of the core; texts and people go to the keeper. */
export function writeComplaint(
  body: ComplaintBody,
  counter: CounterTimes | null = null,
): (keep: Keeper) => Omit<IntakeCommand, 'ticket'> {
  return (keep) => ({
    kind: body.kind,
    channel: body.channel,
    matter: keep.text('matter', body.text),
    ...(body.receivedAt === undefined ? {} : { receivedAt: utc(body.receivedAt) }),
    receivedBy: body.receivedBy ?? null,
    lateEntryReason: keep.text('reason', body.lateEntryReason),
    sourceNumber: body.sourceNumber || null,
    happenedOn: body.occurredOn ?? null,
    category: body.about ?? null,
    service: body.service ?? null,
    place: body.place || null,
    reporters: body.reporters.filter(saysSomething).map((one) => ({
      identity: keep.person('reporter', personOf(one)),
      as: one.as,
    })),
    concerns: body.concerns.filter(saysSomething).map((one) => ({
      identity: keep.person('concern', personOf(one)),
      relation: one.relation ? relationOf(one.relation) : null,
    })),
    respondents: body.respondents.filter(saysSomething).map((one) => ({
      identity: one.name ? keep.person('respondent', personOf(one)) : null,
      account: one.staffId ?? null,
      unit: one.unit ?? null,
      ...(one.worksHere === undefined ? {} : { worksHere: one.worksHere }),
    })),
    pastFrontOffice: body.pastFrontOffice,
    anonymous: body.anonymous,
    secret: body.secret,
    urgent: body.urgent,
    protected: body.protected,
    safeContact: keep.text('safe-contact', body.safeContact),
    attachments: body.attachments,
    ...classChanged(body),
    ...(counter ?? {}),
  });
}

function classChanged({
  severity,
  form,
  deviation,
  oversight,
}: ComplaintBody): Pick<IntakeCommand, 'classify'> {
  const classify = defined({ severity, form, deviation, oversight });
  return Object.keys(classify).length === 0 ? {} : { classify };
}

/**
 * *Dijawab di tempat*, when the complaint brings its answer: on the channel that it came by unless another is named; a
 * letter reaches the first complainant where the same form names him and where he lives (rule 25).
 */
export function writeDeskAnswer(
  body: ComplaintBody,
): ((keep: Keeper) => Omit<AnswerAtDeskCommand, 'register'>) | undefined {
  const given = body.answeredAtDesk;
  if (given === undefined) return undefined;
  const [first] = body.reporters.filter(saysSomething);
  return (keep) => ({
    ...answeredAtDesk(given, keep),
    ...(given.at === undefined ? {} : { at: utc(given.at) }),
    channel: given.channel ?? body.channel,
    hasNameAndAddress: hasNameAndAddress(first),
  });
}

/** Which field of a complaint a refusal may speak of: the receipt only where it is the time that lies ahead. */
export function speaksOf(body: ComplaintBody, now: number): (field: string) => boolean {
  return (field) => field !== 'receivedAt' || Date.parse(body.receivedAt ?? '') > now;
}
