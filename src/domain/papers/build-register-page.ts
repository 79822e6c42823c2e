import type { DocumentTree } from '../documents/blocks.ts';
import { numberWords } from '../numbers/number-words.ts';
import {
  type RegisterColumn,
  type RegisterEdition,
  type RegisterEntry,
  registerTable,
} from '../registers/register-columns.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { strong, text } from './paper-parts.ts';
import { signerOf } from './signature-block.ts';

export type RegisterPage = {
  /** "April 2026", as printed. */
  readonly period: string;
  readonly edition: RegisterEdition;
  readonly columns: readonly RegisterColumn[];
  readonly entries: readonly RegisterEntry[];
  /** Which rows show nothing but their number, or are not there; null when every row is whole. */
  readonly note: string | null;
};

/** Room that a column takes beside the others; stories need most. */
const WEIGHTS: Partial<Readonly<Record<RegisterColumn['key'], number>>> = {
  number: 8,
  received: 14,
  name: 14,
  phone: 13,
  address: 16,
  matter: 24,
  narrative: 26,
  service: 14,
};

/** As many rows as one bound volume holds: about a hundred sheets. */
export const ROWS_OF_VOLUME = 1000;

/**
 * The paper register of a period, to be signed and bound (rule 12): one tree, or where it is longer than a volume one each. Names
 * that *publik* hides behind "Pelapor 12" count through all of them.
 */
export function buildRegisterVolumes(
  frame: PaperFrame,
  page: RegisterPage,
  rowsOfVolume: number = ROWS_OF_VOLUME,
): readonly DocumentTree[] {
  const of = Math.max(1, Math.ceil(page.entries.length / rowsOfVolume));
  const [, ...rows] = registerTable(page.entries, page.edition, page.columns);
  return Array.from({ length: of }, (_, at) => {
    const from = at * rowsOfVolume;
    return volumeTree(frame, page, { no: at + 1, of, from, rows: rows.slice(from, from + rowsOfVolume) });
  });
}

/**
 * The same as one tree, however long: in the office's own columns, *arsip* with names, marked RAHASIA, *publik* without any.
 * Cancelled numbers stand as BATAL, protected and restricted cases as a number.
 */
export function buildRegisterPage(frame: PaperFrame, page: RegisterPage): DocumentTree {
  const [, ...rows] = registerTable(page.entries, page.edition, page.columns);
  return volumeTree(frame, page, { no: 1, of: 1, from: 0, rows });
}

type Volume = {
  readonly no: number;
  readonly of: number;
  /** How many rows stand in the volumes before. */
  readonly from: number;
  readonly rows: readonly (readonly string[])[];
};

function volumeTree(frame: PaperFrame, page: RegisterPage, { no, of, from, rows }: Volume): DocumentTree {
  const { office } = frame;
  const [head = []] = registerTable([], page.edition, page.columns);
  const shown = page.columns.filter(({ heading }) => head.includes(heading));
  const isLast = no === of;
  const volume = of === 1 ? '' : `jilid ${no} dari ${of}`;
  const counted = page.entries.filter(({ cancelled }) => !cancelled).length;
  return paperTree(
    frame,
    {
      id: `buku-register/${page.period}${of === 1 ? '' : `/${no}`}`,
      title: `Buku Register Pengaduan${volume === '' ? '' : ` (${volume})`}`,
      subject: page.period,
    },
    [
      {
        type: 'lines',
        align: 'centre',
        lines: [
          [strong('BUKU REGISTER PENGADUAN')],
          [strong(office.name.toUpperCase())],
          [text(page.period)],
          ...(volume === '' ? [] : [[strong(volume.toUpperCase())]]),
        ],
      },
      {
        type: 'table',
        id: 'register',
        title: `Register ${page.period}`,
        numbered: false,
        columns: shown.map(({ key, heading }) => ({
          key,
          label: heading,
          kind: 'text',
          weight: WEIGHTS[key] ?? 11,
        })),
        columnNumbers: true,
        rows: rows.map((cells, at) => ({
          key: `register-${from + at + 1}`,
          cells: cells.map((value) => ({ kind: 'text', text: value })),
        })),
        total: null,
        denominator: null,
        source: null,
        notes: [
          ...(page.entries.length === 0 ? [[text('Nihil: tidak ada pengaduan pada periode ini.')]] : []),
          ...(page.note === null || !isLast ? [] : [[text(page.note)]]),
        ],
      },
      {
        type: 'lines',
        align: 'left',
        lines: [[text(isLast ? closed(page.period, counted, of) : goesOn(no, rows.length))]],
      },
      {
        type: 'signature',
        place: office.seat,
        date: frame.dated,
        signers: [
          signerOf(office, headRole(office), frame.deputies, 'Mengetahui,'),
          signerOf(office, frame.signer ?? office.clocks.disposedBy, frame.deputies),
        ],
      },
    ],
    {
      looks: {
        orientation: 'landscape',
        compact: true,
        ...(page.edition === 'arsip' ? { classification: 'Rahasia' } : {}),
        footLine:
          page.edition === 'arsip'
            ? 'Edisi arsip: memuat data pribadi'
            : 'Edisi publik: tanpa nama dan uraian',
      },
    },
  );
}

function closed(period: string, counted: number, of: number): string {
  const volumes = of === 1 ? '' : ` dalam ${of} (${numberWords(of)}) jilid`;
  return `Buku register periode ${period} ditutup dengan ${counted} (${numberWords(counted)}) pengaduan${volumes}.`;
}

function goesOn(no: number, rows: number): string {
  return `Jilid ${no} memuat ${rows} (${numberWords(rows)}) baris dan dilanjutkan pada jilid ${no + 1}.`;
}
