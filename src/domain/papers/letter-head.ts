import type { Block, Inline } from '../documents/blocks.ts';
import type { PaperFrame } from './paper-frame.ts';
import { field, text } from './paper-parts.ts';

export type LetterHead = {
  /** "Biasa", "Segera", "Rahasia". */
  readonly nature: string;
  /** "1 (satu) berkas"; null prints a dash. */
  readonly enclosed: string | null;
  readonly subject: string;
  /** To whom, one line each: name, then place. Null lines leave room for a pen. */
  readonly to: readonly (string | null)[];
};

/** Date at the right, number, nature, enclosure and subject at the left, the addressee below them. */
export function letterHead(frame: PaperFrame, head: LetterHead): readonly Block[] {
  const to: readonly (readonly Inline[])[] = head.to.map((line) =>
    line === null ? [{ type: 'blank', letters: 24 }] : [text(line)],
  );
  const [first = [], ...rest] = to;
  return [
    {
      type: 'lines',
      align: 'right',
      lines: [[text(`${frame.office.seat}, `), { type: 'date', date: frame.dated, style: 'long' }]],
    },
    {
      type: 'columns',
      columns: [
        {
          weight: 3,
          blocks: [
            {
              type: 'fields',
              items: [
                { label: 'Nomor', inlines: [{ type: 'paper-number' }] },
                field('Sifat', head.nature),
                field('Lampiran', head.enclosed ?? '–'),
                field('Hal', head.subject),
              ],
            },
          ],
        },
        {
          weight: 2,
          blocks: [{ type: 'lines', align: 'left', lines: [[text('Yth. '), ...first], ...rest] }],
        },
      ],
    },
  ];
}

/** *Tembusan*: only listed persons, numbered when more than one; nothing without any. */
export function copies(to: readonly string[]): readonly Block[] {
  if (to.length === 0) return [];
  const lines = to.length === 1 ? to : to.map((one, at) => `${at + 1}. ${one}`);
  return [
    {
      type: 'lines',
      align: 'left',
      lines: [[text('Tembusan:')], ...lines.map((line): readonly Inline[] => [text(line)])],
    },
  ];
}
