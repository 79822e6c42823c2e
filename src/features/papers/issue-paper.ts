import type { Pool } from 'pg';
import { localDate } from '../../domain/calendar/instant.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { type PaperDayRefusal, paperDayRefusal } from '../../domain/papers/paper-day.ts';
import type { LetterheadChoice } from '../../domain/papers/paper-frame.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { numberKey, ownPattern, printOwnNumber } from '../../domain/papers/paper-number.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { lockCase } from '../cases/store/load-case.read.ts';
import { freezeTree, type PaperFacts, sealPaper } from '../cases/vault/paper-seal.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';
import type { Office } from '../offices/office.read.ts';
import { findLastDay, findPaper, insertPaper, placePaperEntry, takeSeriesNumber } from './paper.store.ts';

/** What acts on papers need of the installation. */
export type PaperActs = { readonly pool: Pool; readonly keyring: Keyring; readonly newId: NewId };

export type IssueRequest = {
  readonly office: Office;
  readonly kind: PaperKind;
  readonly caseId: string | null;
  /** The meeting that it is about; left out: none. */
  readonly meetingId?: string | null;
  readonly tree: DocumentTree;
  readonly letterhead: LetterheadChoice;
  readonly actor: CaseActor;
  /** The version of the case that the tree was built from; null without a case. */
  readonly version: number | null;
  /** Of the form: the same key with the same writing is the same paper. Null: each request is a paper of its own. */
  readonly key: string | null;
};

export type IssueResult =
  | { readonly ok: true; readonly paperId: string }
  | { readonly ok: false; readonly refusal: 'case-changed' | PaperDayRefusal };

/**
 * Issues a paper: freezes what it says, seals it, and says so in the office's chain. A paper of an own series takes its
 * number as the last thing, so that none is lost (rule 9), of the year in which it is issued; one of the agenda waits for it
 * (rule 10). Refuses where its case has changed since the tree was built (somebody may have been erased, or the case closed
 * away), and a day that it may not bear. Whoever calls has made sure that the actor may. `now` in milliseconds.
 */
export function issuePaper(desk: PaperActs, request: IssueRequest, now: number): Promise<IssueResult> {
  const { office, kind, tree, actor } = request;
  const { officeId } = office;
  const issuedBy = actor.account;
  if (issuedBy === null) throw new Error('Only an account issues papers');
  const { text, hash } = freezeTree(tree);
  const { caseId, version, key } = request;
  const paperId = key === null ? desk.newId() : idOfKey(officeId, issuedBy, key);
  const today = localDate(now, office.zone);
  const year = Number(today.slice(0, 4));
  const pattern = ownPattern(kind, office.data.numbers);
  return withOffice(desk.pool, officeId, async (tx): Promise<IssueResult> => {
    const loaded = caseId === null ? null : await lockCase(tx, desk.keyring, officeId, { caseId });
    await lockOfficeChain(tx, officeId);
    if (key !== null && (await findPaper(tx, officeId, paperId)) !== null) return { ok: true, paperId };
    if (caseId !== null && loaded?.head.state.version !== version)
      return { ok: false, refusal: 'case-changed' };
    const received = loaded === null ? null : Date.parse(loaded.head.state.receivedAt);
    const refusal = paperDayRefusal(tree.meta.dated, {
      today,
      receivedOn: received === null ? null : localDate(received, office.zone),
      lastOn: pattern === null ? null : await findLastDay(tx, officeId, kind, year, today),
    });
    if (refusal !== null) return { ok: false, refusal };
    const no = pattern === null ? null : await takeSeriesNumber(tx, officeId, kind, year);
    const printed = pattern === null || no === null ? null : printOwnNumber(pattern, no, today);
    const facts: PaperFacts = {
      ...{
        officeId,
        paperId,
        kind,
        caseId,
        meetingId: request.meetingId ?? null,
        dated: tree.meta.dated,
      },
      ...{ paper: tree.meta.paper, letterhead: request.letterhead, contentHash: hash },
      ...{ issuedBy, issuedAt: now, series: no === null ? null : { year, no } },
    };
    const number = printed === null ? null : { printed, key: numberKey(printed) };
    await insertPaper(tx, facts, sealPaper(desk.keyring, facts, text), number);
    const seq = await appendOfficeEvent(
      tx,
      officeId,
      { type: 'paper-issued', paper: paperId, kind, content: hash.toString('hex'), number: printed },
      { keyring: desk.keyring, actor: actorOfHistory(actor), now },
    );
    await placePaperEntry(tx, officeId, paperId, seq);
    return { ok: true, paperId };
  });
}

/** One id for what one account sends under one key, in the shape of a UUID. */
function idOfKey(officeId: number, account: string, key: string): string {
  const hex = sha256(JSON.stringify(['paper', officeId, account, key])).toString('hex');
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
