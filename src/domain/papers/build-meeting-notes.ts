import { formatDate } from '../calendar/format-date.ts';
import type { Block, DocumentTree } from '../documents/blocks.ts';
import { numberedTable } from './numbered-table.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraphsOf, text, titleLines } from './paper-parts.ts';
import { plainSigner } from './signature-block.ts';

export type NotesWriting = {
  readonly event: string;
  readonly day: string;
  readonly time: string | null;
  readonly place: string;
  readonly chair: string | null;
  readonly writer: string | null;
  readonly present: readonly string[];
  readonly agenda: readonly string[];
  readonly discussion: string;
  /** What was agreed, by whom and until when. */
  readonly decisions: readonly {
    readonly what: string;
    readonly who: string | null;
    /** ISO day. */
    readonly until: string | null;
  }[];
};

/** Notulen: agenda, who was there, what was said, and what follows by when. */
export function buildMeetingNotes(frame: PaperFrame, writing: NotesWriting): DocumentTree {
  return paperTree(frame, { id: `notulen/${writing.day}`, title: 'Notulen', subject: writing.event }, [
    titleLines('Notulen', false),
    {
      type: 'fields',
      items: [
        field('Acara', writing.event),
        { label: 'Hari, tanggal', inlines: [{ type: 'date', date: writing.day, style: 'weekday' }] },
        field('Waktu', writing.time, 24),
        field('Tempat', writing.place),
        field('Pimpinan rapat', writing.chair),
        field('Notulis', writing.writer),
      ],
    },
    ...listOf('Peserta', writing.present),
    ...listOf('Agenda', writing.agenda),
    { type: 'heading', text: 'Pembahasan', align: 'left' },
    ...(writing.discussion.trim() === ''
      ? [{ type: 'room', label: null, lines: 8 } as const]
      : paragraphsOf(writing.discussion)),
    { type: 'heading', text: 'Simpulan dan tindak lanjut', align: 'left' },
    decisionsTable(writing.decisions),
    {
      type: 'signature',
      place: frame.office.seat,
      date: writing.day,
      signers: [plainSigner('Pimpinan rapat', writing.chair), plainSigner('Notulis', writing.writer)],
    },
  ]);
}

function listOf(title: string, points: readonly string[]): readonly Block[] {
  return [
    { type: 'heading', text: title, align: 'left' },
    points.length === 0
      ? { type: 'room', label: null, lines: 2 }
      : { type: 'list', ordered: true, items: points.map((point) => [text(point)]) },
  ];
}

function decisionsTable(decisions: NotesWriting['decisions']): Block {
  const columns = [
    { key: 'what', label: 'Simpulan atau tindak lanjut', weight: 46 },
    { key: 'who', label: 'Penanggung jawab', weight: 24 },
    { key: 'until', label: 'Batas waktu', weight: 22 },
  ];
  const rows = decisions.map(({ what, who, until }) => [
    what,
    who ?? '',
    until === null ? '' : formatDate(until, 'long'),
  ]);
  const empty = Array.from({ length: 3 }, () => ['', '', '']);
  const title = 'Simpulan dan tindak lanjut';
  return rows.length === 0
    ? numberedTable('simpulan', title, columns, empty, 9)
    : numberedTable('simpulan', title, columns, rows);
}
