import type { DocumentTree } from '../documents/blocks.ts';
import { type CaseRecord, caseNumber, classificationOf } from './case-record.ts';
import { copies, letterHead } from './letter-head.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { paragraph, paragraphsOf, text } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/** What nobody can know from the record of the case. */
export type LetterWriting = {
  /** The body; null takes the answer, or its draft, as it was written. */
  readonly body: string | null;
  readonly enclosed: string | null;
  readonly copies: readonly string[];
};

/** Surat jawaban (rule 25): the answer to the complainant, to be signed by the officer who may. */
export function buildAnswerLetter(
  frame: PaperFrame,
  record: CaseRecord,
  writing: LetterWriting,
): DocumentTree {
  const { office } = frame;
  const reporter = record.reporters[0];
  const body = writing.body ?? record.answer?.text ?? record.draft;
  const about = record.service === null || record.protected ? '' : ` tentang ${record.service}`;
  return paperTree(
    frame,
    { id: `surat-jawaban/${record.ticket}`, title: 'Surat Jawaban', subject: record.ticket },
    [
      ...letterHead(frame, {
        nature: record.protected || record.restricted ? 'Rahasia' : record.urgent ? 'Segera' : 'Biasa',
        enclosed: writing.enclosed,
        subject: record.protected
          ? 'Jawaban atas pengaduan'
          : `Jawaban atas ${record.kind.toLowerCase()}${about}`,
        to: [
          reporter?.name === null || reporter === undefined ? null : `Saudara ${reporter.name}`,
          'di',
          reporter?.address ?? null,
        ],
      }),
      paragraph(
        text(
          `Sehubungan dengan ${record.kind.toLowerCase()} Saudara yang kami terima pada ${record.received} (saluran: ${record.channel}) dan kami catat dengan ${caseNumber(record)}, bersama ini kami sampaikan hal-hal sebagai berikut.`,
        ),
      ),
      ...(body === null ? [{ type: 'room', label: null, lines: 8 } as const] : paragraphsOf(body)),
      paragraph(
        text(
          'Apabila Saudara belum puas atas jawaban ini, Saudara dapat menyampaikannya kembali kepada kami, atau kepada Ombudsman Republik Indonesia.',
        ),
      ),
      paragraph(text('Demikian kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.')),
      signatureBlock(office, {
        role: frame.signer ?? headRole(office),
        dated: frame.dated,
        deputies: frame.deputies,
        opening: 'none',
      }),
      ...copies(writing.copies),
    ],
    { looks: classificationOf(record) },
  );
}
