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

/**
 * Pages of the paper register in the office's own columns, to be signed and bound (rule 12): *arsip* with names, marked
 * RAHASIA, *publik* without any. Cancelled numbers stand as BATAL, protected and restricted cases as a number.
 */
export function buildRegisterPage(frame: PaperFrame, page: RegisterPage): DocumentTree {
  const { office } = frame;
  const [, ...rows] = registerTable(page.entries, page.edition, page.columns);
  const [head = []] = registerTable([], page.edition, page.columns);
  const shown = page.columns.filter(({ heading }) => head.includes(heading));
  const counted = page.entries.filter(({ cancelled }) => !cancelled).length;
  return paperTree(
    frame,
    { id: `buku-register/${page.period}`, title: 'Buku Register Pengaduan', subject: page.period },
    [
      {
        type: 'lines',
        align: 'centre',
        lines: [
          [strong('BUKU REGISTER PENGADUAN')],
          [strong(office.name.toUpperCase())],
          [text(page.period)],
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
          key: `register-${at + 1}`,
          cells: cells.map((value) => ({ kind: 'text', text: value })),
        })),
        total: null,
        denominator: null,
        source: null,
        notes: [
          ...(page.entries.length === 0 ? [[text('Nihil: tidak ada pengaduan pada periode ini.')]] : []),
          ...(page.note === null ? [] : [[text(page.note)]]),
        ],
      },
      {
        type: 'lines',
        align: 'left',
        lines: [
          [
            text(
              `Buku register periode ${page.period} ditutup dengan ${counted} (${numberWords(counted)}) pengaduan.`,
            ),
          ],
        ],
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
