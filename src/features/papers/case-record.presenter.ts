import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { standingLimits } from '../../domain/complaint/deadlines-of-case.ts';
import { approvedTextOf } from '../../domain/complaint/decide-approve-duty.ts';
import type { ComplaintEvent, Instant, RecordedEvent, TextId } from '../../domain/complaint/event.ts';
import type { CaseRecord, FollowUpLine, PrintedPerson } from '../../domain/papers/case-record.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import { type Words, wordsOf } from '../../platform/words/words.ts';
import { dueLines } from '../cases/case-page/due-words.presenter.ts';
import type { CaseReading } from '../cases/case-page/read-case.read.ts';
import { receivedWords } from '../cases/case-page/received-words.presenter.ts';
import { textsNamedIn } from '../cases/case-page/timeline-for-reader.ts';
import { channelLabel, labelOf } from '../cases/lists/labels.presenter.ts';
import type { OpenedPerson } from '../cases/vault/read-people.ts';
import type { Office } from '../offices/office.read.ts';

export type RecordSetting = {
  readonly reading: CaseReading;
  /** Opened for who handles the case (rule 32); null leaves room for a pen wherever a person would stand. */
  readonly contacts: readonly OpenedPerson[] | null;
  readonly colleagues: readonly Option[];
  readonly office: Office;
};

/** A case as its papers print it, in Indonesian. */
export function caseRecord({ reading, contacts, colleagues, office }: RecordSetting): CaseRecord {
  // Papers are Indonesian, whatever language the reader has chosen.
  const words = wordsOf('id');
  const { state } = reading;
  // A paper is read by all who read the case: what its writer alone still sees of the closed lane is not told there (rule 27).
  const timeline = reading.timeline.filter(({ seq }) => !reading.lane.has(seq));
  const texts = reading.lane.size === 0 ? reading.texts : textsNamedIn(timeline, state, reading.texts);
  const { named, zone } = office;
  const textOf = (id: TextId | null | undefined) => (id == null ? null : (texts.get(id)?.body ?? null));
  const nameOf = (account: string | null) => colleagues.find(({ value }) => value === account)?.label ?? null;
  const dayOf = (at: Instant) => formatDate(localDate(Date.parse(at), zone), 'weekday');
  const received = lastOf(timeline, 'received');
  const readBack = lastOf(timeline, 'form-read-back')?.event.way ?? received?.event.readBack ?? null;
  const disposed = lastOf(timeline, 'disposed');
  const referred = lastOf(timeline, 'referred')?.event ?? null;
  // Who examined is told where the entry that named him may be (rule 27).
  const started = lastOf(timeline, 'review-started');
  const recommended = lastOf(timeline, 'review-recommended')?.event ?? null;
  const assigned = lastOf(timeline, 'investigation-assigned')?.event ?? null;
  const service = named.services.find(({ key }) => key === state.service);
  const person = (identity: string | null, as: string | null): PrintedPerson => {
    const found = contacts?.find((one) => one.identityId === identity)?.person ?? null;
    return {
      name: found?.name ?? null,
      phone: found?.phone ?? null,
      email: found?.email ?? null,
      address: found?.address ?? null,
      nik: found?.nik ?? null,
      as: as ?? ([found?.position, found?.unit, found?.relation].filter(Boolean).join(', ') || null),
    };
  };
  return {
    ticket: state.ticket,
    registerNo: state.register?.printed ?? null,
    sourceNumber: state.sourceNumber,
    protected: state.marks.protected,
    restricted: state.marks.restricted,
    urgent: state.marks.urgent,
    received: receivedWords(state, zone, words),
    receivedOn: localDate(Date.parse(state.receivedAt), zone),
    recorded: formatInstant(Date.parse(state.recordedAt), zone),
    happenedOn: state.happenedOn,
    receivedBy: nameOf(received?.event.receivedBy ?? null),
    channel: channelLabel(named, state.channel, words),
    kind: labelOf(named.kinds, state.kind),
    service: service?.label ?? null,
    category: labelOf(named.categories, state.category) || null,
    severity: named.classes.find(({ key }) => key === state.severity.now)?.label ?? null,
    place: labelOf(named.places, state.place) || null,
    matter: textOf(state.matter),
    reporters: state.people.reporters.map(({ identity, as }) => person(identity, words(`reporter.${as}`))),
    concerns: state.people.concerns.map(({ identity, relation }) => person(identity, relation)),
    respondents: state.people.respondents.map(({ identity, account }) => {
      const printed = person(identity, null);
      return contacts !== null && account !== null ? { ...printed, name: nameOf(account) } : printed;
    }),
    readBack,
    complete:
      state.verification.completeness === null ? null : state.verification.completeness === 'complete',
    missing: state.verification.missing.flatMap((id) => textOf(id) ?? []),
    documents: [
      ...state.documents.received.map(({ document }) => ({ name: document, deferredBy: null })),
      ...state.documents.deferred.map(({ document, promisedBy }) => ({
        name: document,
        deferredBy: textOf(promisedBy) ?? '……………………',
      })),
    ],
    toBring: service?.bring ?? [],
    due: state.closedAt === null ? dueLines(standingLimits(state), office, words) : [],
    disposition:
      disposed === null
        ? null
        : {
            on: dayOf(disposed.event.at),
            by: nameOf(disposed.actor.account),
            unit: labelOf(named.units, state.unit ?? disposed.event.unit),
            otherUnits: state.otherUnits.map((key) => labelOf(named.units, key)),
            owner: nameOf(state.owner),
            instructions: textOf(disposed.event.instructions),
          },
    steps: timeline.flatMap((one) => stepOf(one, { textOf, nameOf, dayOf, words })),
    answer:
      state.answer === null
        ? null
        : {
            text: textOf(state.answer.text),
            way: state.answer.way,
            wayPrinted: words(`way.${state.answer.way}`),
            on: dayOf(state.answer.at),
          },
    draft: textOf(state.draftAnswer?.text),
    outcome: state.outcome === null ? null : words(`outcome.${state.outcome}`),
    closedOn: state.closed === null ? null : dayOf(state.closed.at),
    narrative: textOf(state.closed?.narrative),
    referral:
      referred === null
        ? null
        : {
            way: referred.way,
            body: labelOf(named.bodies, referred.body),
            reference: referred.reference,
            text: textOf(referred.text),
            whereabouts: named.bodies.find(({ key }) => key === referred.body) ?? {},
          },
    review:
      state.review === null || (started === null && state.review.reviewers.length > 0)
        ? null
        : {
            reviewers: state.review.reviewers.flatMap((one) => nameOf(one) ?? []),
            recommendation: state.review.recommendation,
            text: textOf(recommended?.text),
          },
    investigation:
      state.investigation === null || (assigned === null && state.investigation.investigators.length > 0)
        ? null
        : {
            investigators: state.investigation.investigators.flatMap((one) => nameOf(one) ?? []),
            from: assigned?.from ?? null,
            to: assigned?.to ?? null,
            finding:
              state.investigation.finding === null
                ? null
                : words(`field.finding.${state.investigation.finding}`),
          },
    approvedApology: textOf(approvedTextOf(state)),
  };
}

type Telling = {
  readonly textOf: (id: TextId | null | undefined) => string | null;
  readonly nameOf: (account: string | null) => string | null;
  readonly dayOf: (at: Instant) => string;
  readonly words: Words;
};

/** What was done in following the case up: entries, questions to other bodies, replies. */
function stepOf(
  { event, actor }: RecordedEvent,
  { textOf, nameOf, dayOf, words }: Telling,
): readonly FollowUpLine[] {
  const line = (what: string, text: TextId): FollowUpLine => ({
    ...{ on: dayOf(event.at), what, text: textOf(text) },
    by: nameOf(actor.account),
  });
  if (event.type === 'followed-up') return [line(words(`field.entry.${event.entry}`), event.text)];
  if (event.type === 'asked') return [line(words('papers.step-asked'), event.text)];
  return event.type === 'replied' ? [line(words('papers.step-replied'), event.text)] : [];
}

type Found<T extends ComplaintEvent['type']> = RecordedEvent & {
  readonly event: Extract<ComplaintEvent, { readonly type: T }>;
};

function lastOf<T extends ComplaintEvent['type']>(
  timeline: readonly RecordedEvent[],
  type: T,
): Found<T> | null {
  const is = (one: RecordedEvent): one is Found<T> => one.event.type === type;
  return timeline.findLast(is) ?? null;
}
