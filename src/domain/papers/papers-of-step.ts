import type { CaseState } from '../complaint/case-state.ts';
import { PAPER_KINDS, PAPER_RULES, type PaperKind } from './paper-kind.ts';

type Standing = Pick<CaseState, 'status' | 'answer' | 'referral' | 'review' | 'investigation' | 'duties'>;

/** Papers that the case calls for as it stands; the others of a case can be made as well. */
export function papersOfStep(state: Standing): readonly PaperKind[] {
  const { status, review, investigation, referral, answer, duties } = state;
  const kinds: readonly (readonly [kind: PaperKind, now: boolean])[] = [
    ['tanda-terima', status === 'received'],
    ['formulir-pengaduan', status === 'received' || status === 'awaiting-completion'],
    ['formulir-penyaluran', status === 'verified' || status === 'disposed'],
    ['formulir-penyelesaian', ['disposed', 'in-progress', 'answered', 'closed'].includes(status)],
    ['telaahan-staf', review !== null && review.decision === null],
    ['surat-tugas', investigation !== null && investigation.finding === null],
    ['berita-acara', investigation !== null],
    ['surat-jawaban', answer?.way === 'letter' || (answer === null && status === 'in-progress')],
    ['surat-pelimpahan', referral !== null && referral.way !== 'directed' && referral.confirmedAt === null],
    ['catatan-arahan', referral?.way === 'directed'],
    ['permintaan-maaf', duties.some(({ fulfilled }) => !fulfilled)],
  ];
  return kinds.flatMap(([kind, now]) => (now ? [kind] : []));
}

/** Every paper that may be made of a case. */
export const CASE_PAPERS = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].about !== 'office');
/** Those that need none. */
export const OFFICE_PAPERS = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].about !== 'case');
