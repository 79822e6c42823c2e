import type { Block, DocumentTree } from '../documents/blocks.ts';
import { type CaseRecord, classificationOf } from './case-record.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraph, paragraphsOf, text, titleLines } from './paper-parts.ts';
import { plainSigner } from './signature-block.ts';

/** Where a complainant is told to go: what the office knows of that body, or what the clerk writes. */
export type Direction = {
  readonly to: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly hours: string | null;
  readonly bring: readonly string[];
  readonly remark: string | null;
};

/**
 * Catatan arahan (rule 24): the note that a complainant who is told where to go takes along, on one page; room for a pen
 * where nobody knows. It names no complainant, and of a protected case it carries no topic (rule 6).
 */
export function buildDirectionNote(
  frame: PaperFrame,
  record: CaseRecord,
  direction: Direction,
): DocumentTree {
  const { office } = frame;
  const topic = record.protected ? [] : [field('Keperluan', record.service ?? record.kind)];
  return paperTree(
    frame,
    { id: `catatan-arahan/${record.ticket}`, title: 'Catatan Arahan', subject: record.ticket },
    [
      titleLines('Catatan Arahan', false),
      paragraph(
        text(
          `Laporan Anda kepada ${office.name} menyangkut urusan yang menjadi wewenang lembaga lain. Silakan datang ke:`,
        ),
      ),
      {
        type: 'fields',
        items: [
          field('Lembaga tujuan', direction.to, 44),
          field('Alamat', direction.address, 60),
          field('Jam layanan', direction.hours, 30),
          field('Kontak', direction.contact, 30),
          ...topic,
          field('Nomor pada kami', record.ticket),
        ],
      },
      { type: 'heading', text: 'Yang dibawa', align: 'left' },
      ...bringBlocks(direction.bring),
      ...(record.protected || direction.remark === null ? [] : paragraphsOf(direction.remark)),
      paragraph(text(afterwards(office.name))),
      {
        type: 'signature',
        place: office.seat,
        date: frame.dated,
        signers: [plainSigner('Petugas', null)],
      },
    ],
    { looks: { compact: true, ...classificationOf({ protected: false, restricted: record.restricted }) } },
  );
}

/** The same for who is on the telephone or writes from afar: to read out or to copy, without the name of anybody. */
export function directionMessage(
  { to, address, contact, hours, bring, remark }: Direction,
  { ticket, protected: isProtected }: Pick<CaseRecord, 'ticket' | 'protected'>,
  officeName: string,
): string {
  const line = (label: string, value: string | null): readonly string[] =>
    value === null ? [] : [`${label}: ${value}`];
  return [
    `${officeName}: laporan Anda nomor ${ticket} menyangkut urusan lembaga lain.`,
    ...line('Silakan hubungi atau datang ke', to),
    ...line('Alamat', address),
    ...line('Jam layanan', hours),
    ...line('Kontak', contact),
    ...(bring.length === 0 ? [] : ['Yang dibawa:', ...bring.map((one) => `- ${one}`)]),
    ...(isProtected || remark === null ? [] : [remark]),
    afterwards(officeName),
  ].join('\n');
}

function afterwards(officeName: string): string {
  return `Bila di sana belum terlayani, hubungi kembali ${officeName} dengan menyebut nomor di atas. Layanan pengaduan kami tidak dipungut biaya.`;
}

function bringBlocks(bring: readonly string[]): readonly Block[] {
  const room = [0, 1, 2].map(() => ({ ticked: false, inlines: [{ type: 'blank', letters: 50 } as const] }));
  const named = bring.map((one) => ({ ticked: false, inlines: [text(one)] }));
  return [{ type: 'ticks', across: 1, items: named.length === 0 ? room : named }];
}
