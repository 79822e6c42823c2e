import type { Pool } from 'pg';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import type { LetterheadChoice } from '../../domain/papers/paper-frame.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { numberKey, ownPattern, printOwnNumber } from '../../domain/papers/paper-number.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { freezeTree, type PaperFacts, sealPaper } from '../cases/vault/paper-seal.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';
import type { Office } from '../offices/office.read.ts';
import { insertPaper, placePaperEntry, takeSeriesNumber } from './paper.store.ts';

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
};

/**
 * Issues a paper: freezes what it says, seals it, and says so in the office's chain. A paper of an own series takes its
 * number as the last thing, so that none is lost (rule 9); one of the agenda waits for it (rule 10). Whoever calls has made sure
 * that the actor may. `now` in milliseconds. Gives its id.
 */
export function issuePaper(desk: PaperActs, request: IssueRequest, now: number): Promise<string> {
  const { office, kind, tree, actor } = request;
  const { officeId } = office;
  const issuedBy = actor.account;
  if (issuedBy === null) throw new Error('Only an account issues papers');
  const { text, hash } = freezeTree(tree);
  const paperId = desk.newId();
  const year = Number(tree.meta.dated.slice(0, 4));
  const pattern = ownPattern(kind, office.data.numbers);
  return withOffice(desk.pool, officeId, async (tx) => {
    await lockOfficeChain(tx, officeId);
    const no = pattern === null ? null : await takeSeriesNumber(tx, officeId, kind, year);
    const printed = pattern === null || no === null ? null : printOwnNumber(pattern, no, tree.meta.dated);
    const facts: PaperFacts = {
      ...{
        officeId,
        paperId,
        kind,
        caseId: request.caseId,
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
    return paperId;
  });
}
