import type { ClientBase } from 'pg';
import { attachmentsOf } from '../../../domain/complaint/attachments-of-event.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { actorOfHistory, type CaseActor } from '../../../domain/people/case-actor.ts';
import { stepFacts } from '../../../domain/reports/fact-of-steps.ts';
import { factTimeline } from '../../../domain/reports/fact-timeline.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { editionOf } from '../../offices/sop-of-version.ts';
import { uploaderOf } from '../attachments/uploader-of.ts';
import { type Appended, appendEntries } from '../history/new-entries.ts';
import { caseRow } from '../store/case-row.ts';
import { afterChange, changeFacts, knownStretches } from '../store/change-facts.ts';
import { factRow } from '../store/fact-row.ts';
import { hashChangedFacts, hashSteps, sealedSteps } from '../store/facts-hash.ts';
import type { LoadedCase } from '../store/load-case.read.ts';
import { hashPeople, peopleAfter } from '../store/people-hash.ts';
import { stepFactRow } from '../store/step-fact-row.ts';
import { readersOf } from '../store/visible-cases.ts';
import { type Keeper, searchedText } from '../vault/keeper.ts';
import { allNamed } from '../vault/named-by-events.ts';
import { sealTexts } from '../vault/seal-texts.ts';
import { searchWords } from '../vault/search-words.ts';
import { saveAct } from './save-act.store.ts';

export type Act = {
  readonly events: readonly ComplaintEvent[];
  readonly actor: CaseActor;
  /** ISO; not before the case's last change. */
  readonly recordedAt: string;
  readonly keeper: Pick<Keeper, 'texts' | 'identities'> | null;
};

/**
 * Appends decided events to a locked case: history, current row, report facts, texts, people, words, register and
 * outbox, all in the caller's transaction. Gives the state after it. It decides nothing.
 */
export async function appendToCase(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  loaded: LoadedCase,
  act: Act,
): Promise<CaseState> {
  const { state, saving } = sendToCase(tx, keyring, office, loaded, act);
  await saving;
  return state;
}

/**
 * The same without waiting: the queries are on their way when it returns, so that a commit can follow them at once.
 * Whoever calls waits for `saving` after the commit; if it fails, the commit was a rollback.
 */
export function sendToCase(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  loaded: LoadedCase,
  act: Act,
): { readonly state: CaseState; readonly saving: Promise<void> } {
  const place = { officeId: office.officeId, caseId: loaded.caseId };
  const { events, recordedAt } = act;
  const appended = appendEntries(keyring, place, loaded.head, {
    events,
    actor: actorOfHistory(act.actor),
    recordedAt,
  });
  return saveAsFolded(tx, keyring, office, loaded, appended, act);
}

/**
 * Writes all that follows from the state that `appended` came to, without waiting. Without entries, as a changed fold
 * leaves it (`refoldCases`): what the history says stays as it was dated, and `recordedAt` is since when reports know it.
 */
export function saveAsFolded(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  loaded: LoadedCase,
  { entries, head }: Appended,
  act: Act,
): { readonly state: CaseState; readonly saving: Promise<void> } {
  const { officeId } = office;
  const { caseId } = loaded;
  const { recordedAt } = act;
  const actor = actorOfHistory(act.actor);
  const former = loaded.head.state;
  const { state } = head;
  const added = act.events.map((event, index) => ({
    seq: former.version + index + 1,
    recordedAt,
    actor,
    event,
  }));
  const events = [...loaded.events, ...added];
  const timeline = factTimeline(events, office.calendar);
  const next = timeline.map(({ effectiveFrom, effectiveTo, fact }) => ({
    from: effectiveFrom,
    to: effectiveTo,
    values: factRow(fact, office.codes),
  }));
  const facts = changeFacts(knownStretches(loaded.facts), next, recordedAt);
  const steps =
    state.sop === former.sop
      ? null
      : stepFactRow(stepFacts(events, editionOf(office, state.sop), office.calendar), office.codes);
  const factsHash = Buffer.concat([
    hashChangedFacts(loaded.facts, loaded.factsHash, afterChange(loaded.facts, facts)),
    steps === null ? sealedSteps(loaded.factsHash) : hashSteps(steps),
  ]);
  const keeper = act.keeper ?? { texts: [], identities: [] };
  allNamed(keeper, act.events, act.actor);
  const identities = keeper.identities.map((one) => ({ ...one, createdAt: recordedAt }));
  const people = hashPeople(peopleAfter(loaded.people, act.events, identities));
  const saving = saveAct(tx, {
    officeId,
    caseId,
    recordedAt,
    keyId: keyring.current.id,
    formerVersion: loaded.version,
    row: caseRow(
      keyring,
      office,
      caseId,
      state,
      head.mac,
      { facts: factsHash, people, secret: loaded.secretHash },
      entries.length === 0 ? loaded.changedAt : recordedAt,
    ),
    entries,
    texts: sealTexts(keyring, { officeId, caseId }, keeper.texts, { author: actor.account, at: recordedAt }),
    author: actor.account,
    // What is written in the closed lane is found by nobody, also once the mark is taken off (rule 27).
    words: former.marks.restricted || state.marks.restricted ? [] : searchWords(searchedText(keeper)),
    receivedAt: state.receivedAt === former.receivedAt ? null : state.receivedAt,
    identities: keeper.identities,
    attachments: { ids: act.events.flatMap(attachmentsOf), uploader: uploaderOf(actor) },
    facts,
    steps,
    respondents: changed(respondentsOf(former), respondentsOf(state)),
    readers: changed(readersOf(former), readersOf(state)),
    register: former.register === null ? state.register : null,
    cancelled: state.cancelled && !former.cancelled,
  });
  return { state, saving };
}

function respondentsOf(state: CaseState): readonly string[] {
  return state.people.respondents.flatMap(({ account }) => account ?? []);
}

function changed(before: readonly string[], after: readonly string[]): readonly string[] | null {
  return before.join() === after.join() ? null : after;
}
