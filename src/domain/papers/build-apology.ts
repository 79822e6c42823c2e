import { formatDate } from '../calendar/format-date.ts';
import type { DocumentTree } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { paragraphsOf, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/** What of a case a public apology may know (rule 30): the service and the day, and nobody's name. */
export type ApologyWriting = {
  readonly service: string;
  /** The day of the service that failed, ISO. */
  readonly day: string;
  /** What the office mends, in its own words. */
  readonly remedy: string | null;
  /** The text that somebody approved, which then stands as it was approved (rule 31); left out before. */
  readonly approved?: string | null;
};

/** Its text as Tanggap proposes it, paragraph after paragraph. */
export function apologyText(
  { name }: Pick<OfficeData, 'name'>,
  { service, day, remedy }: Omit<ApologyWriting, 'approved'>,
): string {
  return [
    `${name} menyampaikan permintaan maaf atas pelayanan ${service} pada ${formatDate(day, 'weekday')} yang tidak sesuai dengan standar pelayanan yang kami janjikan.`,
    remedy?.trim() ||
      'Kami telah memeriksa penyebabnya dan memperbaiki pelayanan tersebut, agar hal serupa tidak terulang.',
    'Masukan masyarakat sangat berarti bagi perbaikan pelayanan kami. Pengaduan dapat disampaikan melalui seluruh saluran pengaduan kami, tanpa dipungut biaya.',
  ].join('\n\n');
}

/** Permintaan maaf (rule 30). Its input holds nobody: the complainant cannot come into it. */
export function buildApology(frame: PaperFrame, writing: ApologyWriting): DocumentTree {
  const { office } = frame;
  const { service, day, approved = null } = writing;
  return paperTree(frame, { id: `permintaan-maaf/${day}`, title: 'Permintaan Maaf', subject: service }, [
    titleLines('Permintaan Maaf', true),
    ...paragraphsOf(approved ?? apologyText(office, writing)),
    signatureBlock(office, {
      role: frame.signer ?? headRole(office),
      dated: frame.dated,
      deputies: frame.deputies,
    }),
  ]);
}
