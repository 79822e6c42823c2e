import type { DocumentTree } from '../documents/blocks.ts';
import type { CaseRecord } from './case-record.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { type Field, field, paragraph, text, titleLines } from './paper-parts.ts';
import { plainSigner } from './signature-block.ts';

/**
 * Tanda terima (UU 25/2009 ps. 43): who, what in short, when and where, who received it. Of a protected case it carries
 * neither topic nor name (rule 6).
 */
export function buildReceipt(frame: PaperFrame, record: CaseRecord): DocumentTree {
  const { office } = frame;
  const reporter = record.reporters[0];
  const topic: readonly Field[] = record.protected
    ? []
    : [
        field('Nama pelapor', reporter?.name, 50),
        field('Jenis', record.kind),
        field('Layanan', record.service),
        field('Uraian singkat', shortened(record.matter), 120),
      ];
  return paperTree(
    frame,
    { id: `tanda-terima/${record.ticket}`, title: 'Tanda Terima Pengaduan', subject: record.ticket },
    [
      titleLines('Tanda Terima Pengaduan', true),
      { type: 'lines', align: 'left', lines: [[text(`${office.name} telah menerima pengaduan berikut.`)]] },
      {
        type: 'fields',
        items: [
          field('Nomor tiket', record.ticket),
          field('Nomor register', record.registerNo, 24),
          field('Diterima', record.received),
          field('Tempat dan saluran', `${office.name}, ${record.channel}`),
          ...topic,
          ...record.due.map(({ label, when }) => field(label, when)),
        ],
      },
      paragraph(
        text(
          'Simpan lembar ini. Perkembangan pengaduan dapat ditanyakan kepada kami dengan menyebut nomor tiket dan kode rahasia yang diberikan saat pengaduan dicatat. Pengaduan tidak dipungut biaya.',
        ),
      ),
      {
        type: 'signature',
        place: office.seat,
        date: frame.dated,
        signers: [
          plainSigner('Pelapor', record.protected ? null : (reporter?.name ?? null)),
          plainSigner('Petugas penerima', record.receivedBy),
        ],
      },
    ],
    { looks: { compact: true } },
  );
}

/** The first sentences, at most so many letters and cut between words. */
function shortened(matter: string | null): string | null {
  if (matter === null || matter.length <= MOST) return matter;
  const cut = matter.slice(0, MOST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST - 40))} …`;
}
const MOST = 240;
