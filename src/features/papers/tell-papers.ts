import { formatDate } from '../../domain/calendar/format-date.ts';
import { PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { signersOfPaper } from '../../domain/papers/signers-of-paper.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { errorCode } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Words } from '../../platform/words/words.ts';
import type { TellBeside, ToldBeside } from '../cases/doors/told-beside.ts';
import { readOfficeTexts } from '../cases/vault/office-text.store.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import { openPaper } from '../cases/vault/paper-seal.ts';
import type { OfficeEvent } from '../offices/append-office-event.ts';
import { type OfficeEntry, readOfficeEntries } from '../offices/office-chain.read.ts';
import type { PaperActs } from './issue-paper.ts';
import { listCasePapers, listPaperEntries } from './paper.store.ts';

type PaperEvent = Extract<OfficeEvent, { readonly paper: string }>;

/**
 * Papers in the timeline of their case: issued, numbered, the signed copy kept, declared void, each as the office's chain tells
 * of it (rules 10, 34). Whoever asks has let the reader into the case.
 */
export function tellPapers(desk: Pick<PaperActs, 'pool' | 'keyring'>): TellBeside {
  return ({ officeId }, caseId, words) =>
    withOffice(
      desk.pool,
      officeId,
      async (tx) => {
        const papers = await listCasePapers(tx, officeId, caseId);
        if (papers.length === 0) return [];
        const placed = await listPaperEntries(
          tx,
          officeId,
          papers.map(({ paperId }) => paperId),
        );
        const seqs = placed.map(({ seq }) => seq);
        const entries = await readOfficeEntries(tx, desk.keyring, officeId, seqs);
        const reasons = entries.flatMap(({ event }) => (event.type === 'paper-voided' ? event.reason : []));
        const texts = await readOfficeTexts(tx, desk.keyring, officeId, reasons);
        return entries.flatMap((entry) => {
          const { event } = entry;
          const paper = 'paper' in event ? papers.find(({ paperId }) => paperId === event.paper) : undefined;
          return !('paper' in event) || paper === undefined
            ? []
            : [told({ ...entry, event }, paper, { words, keyring: desk.keyring, texts })];
        });
      },
      { readOnly: true },
    );
}

type Setting = {
  readonly words: Words;
  readonly keyring: Keyring;
  readonly texts: ReadonlyMap<string, string | null>;
};

function told(
  { seq, recordedAt, actor, event }: OfficeEntry & { readonly seq: number; readonly event: PaperEvent },
  paper: Paper,
  { words, keyring, texts }: Setting,
): ToldBeside {
  const kind = words(`papers.kind.${paper.kind}`);
  const fact = (field: string, label: Parameters<Words>[0], value: string | null) =>
    value === null ? [] : [{ field, label: words(label), value }];
  const common = {
    ...{ key: `surat-${seq}`, at: recordedAt.getTime(), begins: paper.issuedAt, actor, text: null },
    href: `/petugas/surat/${paper.paperId}`,
  };
  switch (event.type) {
    case 'paper-issued': {
      const isNumbered = PAPER_RULES[paper.kind].series !== 'none';
      return {
        ...common,
        what: words('papers.told-issued', { kind }),
        facts: [
          ...fact(
            'number',
            'papers.number',
            event.number ?? (isNumbered ? words('papers.told-to-follow') : null),
          ),
          ...fact('dated', 'papers.dated', formatDate(paper.dated, 'long', words.language)),
          ...fact('signer', 'papers.signed-by', signersOf(paper, keyring)),
        ],
      };
    }
    case 'paper-numbered':
      return {
        ...common,
        what: words('papers.told-numbered', { kind }),
        facts: fact('number', 'papers.number', event.number),
      };
    case 'paper-signed':
      return { ...common, what: words('papers.told-signed', { kind }), facts: numberOf() };
    case 'paper-voided':
      return {
        ...common,
        what: words('papers.told-voided', { kind }),
        facts: numberOf(),
        text: texts.get(event.reason) ?? null,
      };
  }

  function numberOf() {
    return fact('number', 'papers.number', paper.number);
  }
}

/** Officers sign letters; a form, and a record of what was found, people of the case, too, who are told nowhere unasked (rule 32). */
function signersOf(paper: Paper, keyring: Keyring): string | null {
  if (PAPER_RULES[paper.kind].series !== 'agenda' || paper.kind === 'berita-acara' || paper.content === null)
    return null;
  try {
    return signersOfPaper(openPaper(keyring, paper, paper.content, null)).join('; ') || null;
  } catch (error) {
    // Its own page says that the row was changed by hand; the rest of the case is told all the same.
    if (errorCode(error) === 'seal-broken') return null;
    throw error;
  }
}
