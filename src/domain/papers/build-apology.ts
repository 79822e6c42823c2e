import { formatDate } from '../calendar/format-date.ts';
import type { DocumentTree } from '../documents/blocks.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { paragraph, paragraphsOf, text, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/** What of a case a public apology may know (rule 30): the service and the day, and nobody's name. */
export type ApologyWriting = {
  readonly service: string;
  /** The day of the service that failed, ISO. */
  readonly day: string;
  /** What the office mends, in its own words. */
  readonly remedy: string | null;
};

/** Permintaan maaf (rule 30). Its input holds nobody: the complainant cannot come into it. */
export function buildApology(frame: PaperFrame, { service, day, remedy }: ApologyWriting): DocumentTree {
  const { office } = frame;
  return paperTree(frame, { id: `permintaan-maaf/${day}`, title: 'Permintaan Maaf', subject: service }, [
    titleLines('Permintaan Maaf', true),
    paragraph(
      text(
        `${office.name} menyampaikan permintaan maaf atas pelayanan ${service} pada ${formatDate(day, 'weekday')} yang tidak sesuai dengan standar pelayanan yang kami janjikan.`,
      ),
    ),
    ...(remedy === null || remedy.trim() === ''
      ? [
          paragraph(
            text(
              'Kami telah memeriksa penyebabnya dan memperbaiki pelayanan tersebut, agar hal serupa tidak terulang.',
            ),
          ),
        ]
      : paragraphsOf(remedy)),
    paragraph(
      text(
        'Masukan masyarakat sangat berarti bagi perbaikan pelayanan kami. Pengaduan dapat disampaikan melalui seluruh saluran pengaduan kami, tanpa dipungut biaya.',
      ),
    ),
    signatureBlock(office, {
      role: frame.signer ?? headRole(office),
      dated: frame.dated,
      deputies: frame.deputies,
    }),
  ]);
}
