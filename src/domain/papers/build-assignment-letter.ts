import { formatDate } from '../calendar/format-date.ts';
import type { Block, DocumentTree, Inline } from '../documents/blocks.ts';
import { numberWords } from '../numbers/number-words.ts';
import { type CaseRecord, caseNumber } from './case-record.ts';
import { copies } from './letter-head.ts';
import { numberedTable } from './numbered-table.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { text, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

export type AssignmentWriting = {
  /** Named people with their posts; at least one. */
  readonly people: readonly { readonly name: string; readonly post: string | null }[];
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly place: string | null;
  readonly purpose: string;
  readonly grounds: readonly string[];
  readonly copies: readonly string[];
};

/** Surat tugas: named people, for these days, to do this; of a case it names the number and neither who complained nor of whom. */
export function buildAssignmentLetter(
  frame: PaperFrame,
  record: CaseRecord | null,
  writing: AssignmentWriting,
): DocumentTree {
  const { office } = frame;
  const grounds = [
    ...writing.grounds,
    ...(record === null
      ? []
      : [`Pengaduan dengan ${caseNumber(record)} yang diterima pada ${record.received}.`]),
  ];
  const secret = record !== null && (record.protected || record.restricted);
  return paperTree(
    frame,
    { id: 'surat-tugas', title: 'Surat Tugas', subject: record?.ticket ?? writing.purpose },
    [
      titleLines('Surat Tugas', true),
      { type: 'dictum', items: [{ label: 'Dasar', parts: numbered(grounds) }] },
      { type: 'lines', align: 'centre', lines: [[{ type: 'strong', inlines: [text('MEMERINTAHKAN:')] }]] },
      {
        type: 'dictum',
        items: [
          {
            label: 'Kepada',
            parts: [{ sign: null, inlines: [text('mereka yang namanya tersebut di bawah ini.')] }],
          },
        ],
      },
      peopleTable(writing.people),
      {
        type: 'dictum',
        items: [
          {
            label: 'Untuk',
            parts: numbered([
              writing.purpose,
              ...(writing.place === null ? [] : [`Tempat: ${writing.place}.`]),
              'Melaporkan hasilnya secara tertulis kepada pemberi tugas.',
            ]),
          },
          { label: 'Waktu', parts: [{ sign: null, inlines: [text(daysOf(writing.from, writing.to))] }] },
        ],
      },
      {
        type: 'paragraph',
        inlines: [
          text(
            'Surat tugas ini dilaksanakan dengan penuh tanggung jawab. Pihak yang terkait diharapkan memberikan bantuan seperlunya.',
          ),
        ],
      },
      signatureBlock(office, {
        role: frame.signer ?? headRole(office),
        dated: frame.dated,
        deputies: frame.deputies,
        opening: 'decree',
      }),
      ...copies(writing.copies),
    ],
    { looks: secret ? { classification: 'Rahasia' } : {} },
  );
}

/** "Senin, 5 Juni 2023 sampai dengan Rabu, 7 Juni 2023, selama 3 (tiga) hari." */
export function daysOf(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const length = `selama ${days} (${numberWords(days)}) hari`;
  if (days === 1) return `${formatDate(from, 'weekday')}, ${length}.`;
  return `${formatDate(from, 'weekday')} sampai dengan ${formatDate(to, 'weekday')}, ${length}.`;
}

function numbered(points: readonly string[]): readonly { sign: string | null; inlines: readonly Inline[] }[] {
  if (points.length === 1) return points.map((point) => ({ sign: null, inlines: [text(point)] }));
  return points.map((point, at) => ({ sign: `${at + 1}.`, inlines: [text(point)] }));
}

function peopleTable(people: AssignmentWriting['people']): Block {
  return numberedTable(
    'petugas',
    'Yang diberi tugas',
    [
      { key: 'label', label: 'Nama', weight: 40 },
      { key: 'post', label: 'Jabatan', weight: 40 },
    ],
    people.map(({ name, post }) => [name, post ?? '']),
  );
}
