import { attachmentsOf } from '../../../domain/complaint/attachments-of-event.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { ComplaintEvent, RecordedEvent } from '../../../domain/complaint/event.ts';
import { actorOfHistory, type CaseActor } from '../../../domain/people/case-actor.ts';
import { factOf } from '../../../domain/reports/fact-of-case.ts';
import { NO_DATED_ACTS } from '../../../domain/reports/fact-of-dated-acts.ts';
import { stepFacts } from '../../../domain/reports/fact-of-steps.ts';
import { factTimeline } from '../../../domain/reports/fact-timeline.ts';
import type { FactSegment } from '../../../domain/reports/report-fact.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { editionOf } from '../../offices/sop-of-version.ts';
import { uploaderOf } from '../attachments/uploader-of.ts';
import { appendEntries, type Head } from '../history/new-entries.ts';
import { caseRow } from '../store/case-row.ts';
import type { PastFact } from '../store/change-facts.ts';
import { factRow } from '../store/fact-row.ts';
import { hashFacts, hashSteps } from '../store/facts-hash.ts';
import { hashPeople } from '../store/people-hash.ts';
import { stepFactRow } from '../store/step-fact-row.ts';
import { readersOf } from '../store/visible-cases.ts';
import { type Keeper, searchedText } from '../vault/keeper.ts';
import { allNamed } from '../vault/named-by-events.ts';
import { sealTexts } from '../vault/seal-texts.ts';
import { searchWords } from '../vault/search-words.ts';
import type { NewCase } from './save-new-case.store.ts';

export type NewCaseParts = {
  readonly caseId: string;
  readonly events: readonly ComplaintEvent[];
  readonly actor: CaseActor;
  readonly recordedAt: string;
  readonly keeper: Pick<Keeper, 'texts' | 'identities'>;
  readonly secretHash: Buffer | null;
  readonly kept: NewCase['kept'];
};

/**
 * Everything that a new case leaves in the store, worked out before the database is asked anything.
 * `pastFacts` are stretches before the last one, when several things happened at different times (answered at the
 * desk and written down later); the caller writes them beside the case.
 */
export function newCase(
  keyring: Keyring,
  office: Office,
  parts: NewCaseParts,
): { readonly record: NewCase; readonly head: Head; readonly pastFacts: readonly PastFact[] } {
  const { caseId, events, recordedAt, keeper } = parts;
  allNamed(keeper, events);
  const { officeId } = office;
  const actor = actorOfHistory(parts.actor);
  const { entries, head } = appendEntries(keyring, { officeId, caseId }, null, { events, actor, recordedAt });
  const { state } = head;
  const history = events.map((event, index) => ({ seq: index + 1, recordedAt, actor, event }));
  const timeline = timelineOf(office, state, history);
  const last = timeline.at(-1);
  if (last === undefined) throw new Error('A new case has a fact');
  const values = factRow(last.fact, office.codes);
  const steps = stepFactRow(stepFacts(history, editionOf(office, state.sop), office.calendar), office.codes);
  const pastFacts = timeline.slice(0, -1).map((segment) => ({
    from: segment.effectiveFrom,
    to: segment.effectiveTo ?? last.effectiveFrom,
    knownFrom: recordedAt,
    knownTo: null,
    values: factRow(segment.fact, office.codes),
  }));
  const current = { from: last.effectiveFrom, to: null, knownFrom: recordedAt, values };
  const facts = Buffer.concat([hashFacts({ past: pastFacts, current }), hashSteps(steps)]);
  const people = hashPeople(keeper.identities.map((one) => ({ ...one, createdAt: recordedAt })));
  const record: NewCase = {
    officeId,
    caseId,
    recordedAt,
    keyId: keyring.current.id,
    secretHash: parts.secretHash,
    row: caseRow(
      keyring,
      office,
      caseId,
      state,
      head.mac,
      { facts, people, secret: parts.secretHash },
      recordedAt,
    ),
    entries,
    texts: sealTexts(keyring, { officeId, caseId }, keeper.texts, { author: actor.account, at: recordedAt }),
    author: actor.account,
    words: searchWords(searchedText(keeper)),
    receivedAt: state.receivedAt,
    identities: keeper.identities,
    attachments: { ids: events.flatMap(attachmentsOf), uploader: uploaderOf(actor) },
    respondents: state.people.respondents.flatMap(({ account }) => account ?? []),
    readers: readersOf(state),
    fact: [...values, ...steps],
    effectiveFrom: last.effectiveFrom,
    kept: parts.kept,
  };
  return { record, head, pastFacts };
}

/** One event has one stretch, which the state tells by itself. */
function timelineOf(
  office: Office,
  state: CaseState,
  history: readonly RecordedEvent[],
): readonly FactSegment[] {
  if (history.length === 1) {
    const fact = factOf(state, office.calendar, NO_DATED_ACTS);
    return [{ effectiveFrom: state.receivedAt, effectiveTo: null, fact }];
  }
  return factTimeline(history, office.calendar);
}
