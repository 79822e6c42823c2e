import type { Boxes, Chart, Column, DocumentMeta, LaneTable, Room, RowsQuery } from './blocks.ts';
import type { DocumentWords } from './document-words.ts';

/**
 * What `resolveTree` gives and interpreters draw: everything numbered, worded and formatted. Values stand beside
 * their printed text only for typed cells (XLSX), bar lengths and checks; an interpreter never formats one.
 */
export type ResolvedDocument = {
  readonly meta: DocumentMeta & { readonly datedPrinted: string };
  readonly words: DocumentWords;
  readonly front: readonly ResolvedBlock[];
  readonly body: readonly ResolvedBlock[];
  readonly appendices: readonly ResolvedAppendix[];
};

export type ResolvedAppendix = {
  readonly anchor: string;
  /** "Lampiran 2", or "Lampiran" when it is the only one. */
  readonly number: string;
  readonly title: string;
  readonly subtitle: readonly string[];
  /** In the place of the number (annexes of decrees), or null. */
  readonly decree: { readonly heading: string; readonly items: readonly ResolvedField[] } | null;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly ResolvedBlock[];
};

export type Run = {
  readonly text: string;
  readonly strong: boolean;
  readonly emph: boolean;
  readonly figure: { readonly id: string; readonly rows: RowsQuery | null } | null;
};

export type ResolvedBlock =
  | {
      readonly type: 'cover';
      readonly title: string;
      readonly subtitle: string | null;
      readonly period: string;
      readonly edition: string;
      readonly foot: readonly string[];
      readonly emblem: boolean;
    }
  | { readonly type: 'letterhead' }
  | { readonly type: 'contents'; readonly title: string; readonly entries: readonly ContentsEntry[] }
  | ResolvedHeading
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly type: 'fields'; readonly items: readonly ResolvedField[] }
  | ResolvedTable
  | LaneTable
  | ResolvedChart
  | { readonly type: 'note'; readonly tone: 'plain' | 'attention'; readonly runs: readonly Run[] }
  | ResolvedSignature
  | {
      readonly type: 'lines';
      readonly align: 'left' | 'centre' | 'right';
      readonly lines: readonly (readonly Run[])[];
    }
  | {
      readonly type: 'columns';
      readonly columns: readonly { readonly weight: number; readonly blocks: readonly ResolvedBlock[] }[];
    }
  | {
      readonly type: 'ticks';
      readonly across: number;
      readonly items: readonly { readonly ticked: boolean; readonly runs: readonly Run[] }[];
    }
  | Room
  | Boxes
  | {
      readonly type: 'dictum';
      readonly items: readonly {
        readonly label: string;
        readonly parts: readonly { readonly sign: string | null; readonly runs: readonly Run[] }[];
      }[];
    }
  | { readonly type: 'frame'; readonly blocks: readonly ResolvedBlock[] }
  | { readonly type: 'page-break' };

export type ResolvedField = { readonly label: string; readonly runs: readonly Run[] };

export type ContentsEntry = {
  /** 0 for chapters, appendices and unnumbered parts; 1 for 3.1; 2 for 3.1.1. */
  readonly depth: number;
  readonly number: string | null;
  readonly title: string;
  readonly anchor: string;
};

export type ResolvedHeading = {
  readonly type: 'heading';
  readonly anchor: string;
  /** 1 to 6, without gaps below the document's title. */
  readonly level: number;
  /** `chapter` two centred lines in capitals · `part` one centred line · `section` left, numbered · `minor` no number. */
  readonly style: 'chapter' | 'part' | 'section' | 'minor';
  readonly align: 'left' | 'centre';
  readonly number: string | null;
  readonly title: string;
  /** A chapter or part begins a page. */
  readonly newPage: boolean;
};

export type ResolvedCell = {
  readonly kind: 'text' | 'ordinal' | 'number' | 'percent' | 'date' | 'empty';
  readonly text: string;
  /** Number of a number cell, tenths of a percent cell, ISO day of a date cell. */
  readonly value: number | string | null;
  readonly figureId: string | null;
  readonly rows: RowsQuery | null;
};
export type ResolvedRow = { readonly key: string; readonly cells: readonly ResolvedCell[] };
export type ResolvedColumn = {
  readonly key: string;
  readonly label: string;
  readonly kind: Column['kind'];
  readonly align: 'left' | 'centre' | 'right';
  /** Weight among the columns of the table; only their ratio counts. */
  readonly weight: number;
};

export type ResolvedTable = {
  readonly type: 'table';
  readonly id: string;
  readonly anchor: string;
  /** "Tabel 3.1", or null for registers and small tables. */
  readonly number: string | null;
  readonly title: string;
  readonly columns: readonly ResolvedColumn[];
  readonly columnNumbers: readonly string[] | null;
  /** Millimetres that each row is high at least, or null. */
  readonly rowRoom: number | null;
  readonly rows: readonly ResolvedRow[];
  readonly total: ResolvedRow | null;
  /** Denominator first, then what the table says of itself, then its source. */
  readonly notes: readonly (readonly Run[])[];
};

export type ResolvedChart = {
  readonly type: 'chart';
  readonly id: string;
  readonly anchor: string;
  readonly kind: Chart['kind'];
  readonly number: string;
  readonly title: string;
  /** Everything that the picture says, in words. */
  readonly alternative: string;
  readonly points: readonly ChartPoint[];
};
export type ChartPoint = {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly printed: string;
  /** Of a `share` chart: its part of the whole. */
  readonly share: { readonly tenths: number; readonly printed: string } | null;
  readonly rows: RowsQuery | null;
};

export type ResolvedSignature = {
  readonly type: 'signature';
  /** Above the last signer: place and date, in one line or, of a decree, in two; empty where the paper has none. */
  readonly opening: readonly string[];
  readonly signers: readonly ResolvedSigner[];
};
export type ResolvedSigner = {
  /** Role, capacity and position, in capitals where papers have them so. */
  readonly above: readonly string[];
  readonly name: string;
  /** Rank and NIP. */
  readonly below: readonly string[];
};
