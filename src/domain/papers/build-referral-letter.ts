import type { DocumentTree } from '../documents/blocks.ts';
import type { LetterWriting } from './build-answer-letter.ts';
import { type CaseRecord, caseNumber, classificationOf } from './case-record.ts';
import { copies, letterHead } from './letter-head.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { type Field, field, paragraph, paragraphsOf, text } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/**
 * Surat pelimpahan, or of a case that stays open here surat penerusan (rule 24): to the body that takes it over or looks into
 * it, with what it must know to do so.
 */
export function buildReferralLetter(
  frame: PaperFrame,
  record: CaseRecord,
  writing: LetterWriting,
): DocumentTree {
  const { office } = frame;
  const takesOver = record.referral?.way !== 'forwarded';
  const word = takesOver ? 'Pelimpahan' : 'Penerusan';
  const reporter = record.reporters[0];
  const secret = record.protected || record.restricted;
  const known: readonly Field[] = [
    field('Nomor pada kami', caseNumber(record)),
    field('Diterima', record.received),
    field('Pelapor', reporter?.name, 44),
    field('Alamat', reporter?.address, 44),
    field('Telepon', reporter?.phone, 30),
    field('Pokok pengaduan', record.matter, 160),
  ];
  return paperTree(
    frame,
    { id: `surat-pelimpahan/${record.ticket}`, title: `Surat ${word}`, subject: record.ticket },
    [
      ...letterHead(frame, {
        nature: secret ? 'Rahasia' : record.urgent ? 'Segera' : 'Biasa',
        enclosed: writing.enclosed ?? '1 (satu) berkas',
        subject: `${word} pengaduan`,
        to: [record.referral?.body ?? null, 'di', 'tempat'],
      }),
      paragraph(
        text(
          `Kami menerima pengaduan sebagaimana tersebut di bawah ini. ${
            takesOver
              ? 'Karena penyelesaiannya menjadi wewenang Saudara, pengaduan ini kami limpahkan untuk ditangani lebih lanjut.'
              : 'Karena penyelesaiannya memerlukan tindakan Saudara, pengaduan ini kami teruskan untuk ditindaklanjuti; kami tetap memantau dan menjawab pelapor.'
          }`,
        ),
      ),
      { type: 'fields', items: known },
      ...paragraphsOf(writing.body ?? record.referral?.text ?? ''),
      paragraph(
        text(
          takesOver
            ? 'Mohon penerimaan pelimpahan ini dikonfirmasikan kepada kami. Kepada pelapor sudah atau akan kami beritahukan bahwa pengaduannya dilimpahkan kepada Saudara.'
            : 'Mohon hasilnya disampaikan kepada kami, agar dapat kami jawabkan kepada pelapor.',
        ),
      ),
      paragraph(text('Demikian kami sampaikan. Atas kerja sama Saudara, kami ucapkan terima kasih.')),
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
