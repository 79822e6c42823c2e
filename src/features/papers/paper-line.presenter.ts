import { formatDate } from '../../domain/calendar/format-date.ts';
import { PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import type { Words } from '../../platform/words/words.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import type { PaperLine } from './papers.view.tsx';

/** An issued paper as a row of a list. */
export function paperLine(paper: Paper, ticket: string | null, words: Words): PaperLine {
  const { series } = PAPER_RULES[paper.kind];
  const numbered = series !== 'none';
  return {
    href: `/petugas/surat/${paper.paperId}`,
    title: words(`papers.kind.${paper.kind}`),
    number: paper.number ?? (numbered ? words('papers.to-follow') : '–'),
    waits: numbered && paper.number === null && paper.voidedAt === null,
    dated: formatDate(paper.dated, 'long', words.language),
    ticket,
    state: paper.voidedAt !== null ? 'voided' : paper.signedAt !== null ? 'signed' : 'issued',
  };
}
