import type { DocumentTree } from '../documents/blocks.ts';
import { numberedTable } from './numbered-table.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, text, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

export type AttendanceWriting = {
  readonly event: string;
  readonly day: string;
  readonly time: string | null;
  readonly place: string;
  readonly people: readonly { readonly name: string; readonly body: string | null }[];
  /** Empty rows for those who come without being named. */
  readonly emptyRows: number;
};

/** Daftar hadir: who came, with room for each signature, odd ones at the left and even ones at the right as offices have it. */
export function buildAttendanceList(frame: PaperFrame, writing: AttendanceWriting): DocumentTree {
  const rows = [
    ...writing.people,
    ...Array.from({ length: writing.emptyRows }, () => ({ name: '', body: null })),
  ];
  return paperTree(
    frame,
    { id: `daftar-hadir/${writing.day}`, title: 'Daftar Hadir', subject: writing.event },
    [
      titleLines('Daftar Hadir', false),
      {
        type: 'fields',
        items: [
          field('Acara', writing.event),
          { label: 'Hari, tanggal', inlines: [{ type: 'date', date: writing.day, style: 'weekday' }] },
          field('Waktu', writing.time, 24),
          field('Tempat', writing.place),
        ],
      },
      numberedTable(
        'hadir',
        'Daftar hadir',
        [
          { key: 'label', label: 'Nama', weight: 34 },
          { key: 'body', label: 'Jabatan atau lembaga', weight: 28 },
          { key: 'sign', label: 'Tanda tangan', weight: 30 },
        ],
        rows.map(({ name, body }, at) => [name, body ?? '', `${at % 2 === 0 ? '' : FAR}${at + 1}.`]),
        9,
      ),
      {
        type: 'lines',
        align: 'left',
        lines: [[text('Jumlah peserta yang hadir: '), { type: 'blank', letters: 12 }, text(' orang.')]],
      },
      signatureBlock(frame.office, { role: frame.signer, dated: writing.day, deputies: frame.deputies }),
    ],
  );
}

/** Even numbers sign at the right half, so that two signatures never stand one under the other. */
const FAR = '\u2003'.repeat(7);
