import type { Block, DocumentTree } from '../documents/blocks.ts';
import type { OfficeService } from '../office/office-data.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraphsOf, text, titleLines } from './paper-parts.ts';

/**
 * Lembar layanan for a visitor (rule 8): what it is, who may, what to bring, how, how long, free of charge. `missing` are the
 * papers that somebody still has to bring; the others are ticked.
 */
export function buildServiceSheet(
  frame: PaperFrame,
  service: OfficeService,
  missing: readonly string[] | null = null,
): DocumentTree {
  const { office } = frame;
  const ways = office.channels.filter(({ address }) => address !== null).slice(0, 8);
  return paperTree(
    frame,
    { id: `lembar-layanan/${service.key}`, title: `Layanan ${service.label}`, subject: service.label },
    [
      titleLines(`Layanan ${service.label}`, false),
      ...part('Apa layanan ini', service.what),
      ...part('Siapa yang dapat mengajukan', service.who),
      ...(service.bring.length === 0
        ? []
        : [
            heading('Berkas yang dibawa'),
            {
              type: 'ticks',
              across: 1,
              items: service.bring.map((one) => ({
                ticked: missing !== null && !missing.includes(one),
                inlines: [text(one)],
              })),
            } as const,
          ]),
      ...part('Cara mengajukan', service.how),
      {
        type: 'fields',
        items: [
          field('Lama layanan', service.howLong ?? 'sesuai kelengkapan berkas'),
          field('Biaya', service.fee),
          field('Bidang', office.units.find(({ key }) => key === service.unit)?.label ?? office.name),
        ],
      },
      ...(ways.length === 0
        ? []
        : [
            heading('Pertanyaan dan pengaduan'),
            {
              type: 'list',
              ordered: false,
              items: ways.map(({ label, address }) => [text(`${label}: ${address}`)]),
            } as const,
          ]),
    ],
  );
}

function heading(title: string): Block {
  return { type: 'heading', text: title, align: 'left' };
}

function part(title: string, said: string): readonly Block[] {
  return said.trim() === '' ? [] : [heading(title), ...paragraphsOf(said)];
}
