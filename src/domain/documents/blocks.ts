import type { Language } from '../calendar/day-names.ts';
import type { DateStyle } from '../calendar/format-date.ts';

/**
 * The one block tree of every paper (design "Reports"): built by a report or a letter, resolved once by `resolveTree`,
 * then drawn by the interpreters (web page, PDF, DOCX, XLSX), which decide nothing but looks.
 *
 * A number that comes from the register is never typed into a text: it is a `Figure` in a paragraph or a
 * number/percent cell of a table. Its `id` names the fact ("register/total", "by-service/pbi-jk/count"); the same
 * fact carries the same id wherever it stands, so that text, tables, charts and register can be held together.
 */
export type DocumentTree = {
  readonly meta: DocumentMeta;
  /** Cover, foreword, contents: roman page numbers. May be empty (letters, single tables). */
  readonly front: readonly Block[];
  /** Chapters: arabic page numbers from 1. */
  readonly body: readonly Block[];
  /** Each begins on a new page as "Lampiran N"; numbering of pages goes on. */
  readonly appendices: readonly Appendix[];
};

export type DocumentMeta = {
  /** Stable id of the document, e.g. "tabalong/tahunan/2023". */
  readonly id: string;
  readonly title: string;
  readonly office: {
    readonly slug: string;
    readonly name: string;
    readonly government: string;
  };
  readonly language: Language;
  /** What the paper is about in time, as printed: "Tahun 2023". */
  readonly period: string;
  /** The day printed on the paper, ISO date of the office's zone. */
  readonly dated: string;
  /** The instant written into the files' metadata, ISO with Z; the same tree gives the same bytes. */
  readonly madeAt: string;
  /** "Konsep", "Terbitan pertama", "Ralat 1" … */
  readonly edition: string;
  /** Printed at the foot of an issued report: the hash of its figures. Null while it is a draft. */
  readonly figuresHash: string | null;
  /** F4 is 215 × 330 mm (rule 34); A5 is for receipts. */
  readonly paper: 'A4' | 'F4' | 'A5';
  /** The body lies: registers and SOP sheets. Appendices say their own. */
  readonly orientation?: 'landscape';
  /** What stands where a text names the paper's own number (rule 10); without it there is room for a pen. */
  readonly number?: string | null;
  /** Above every page, in capitals: RAHASIA. */
  readonly classification?: string;
  /** Pale, across every page: KONSEP, belum ditetapkan (rule 21). */
  readonly across?: string;
  /** Forms: smaller letters and margins, so that one sheet holds all of it. */
  readonly compact?: true;
  /** A line around every page. */
  readonly framed?: true;
  /** Small, at the foot of every page: where the paper comes from. */
  readonly footLine?: string;
  /** It holds nobody of its case: where a person would stand it has room for a pen. */
  readonly withoutPeople?: true;
  /** Null prints *tanpa kop*: paper with printed letterhead, or none wanted. */
  readonly letterhead: LetterheadData | null;
  /** Millimetres left free in its place, for paper with a printed letterhead. */
  readonly headRoom?: number;
};

export type LetterheadData = {
  /** Centred lines above the address; the last is printed largest. */
  readonly lines: readonly string[];
  readonly address: readonly string[];
  /** The office's own emblem as SVG text, or null for the drawn placeholder. */
  readonly emblemSvg: string | null;
};

/**
 * Which register rows stand behind a number: names and values of a filter, e.g.
 * `{ period: '2023', service: 'pbi-jk' }`. The web interpreter turns it into an address by a function it is given.
 */
export type RowsQuery = Readonly<Record<string, string>>;

/**
 * How a figure is printed: `count` 1.627 · `words` seribu enam ratus … · `count-words` 43 (empat puluh tiga) ·
 * `percent` value in tenths of a percent, 279 → 27,9% · `decimal-1`, `decimal-2` 2,5 / 2,50.
 */
export type FigureFormat = 'count' | 'words' | 'count-words' | 'percent' | 'decimal-1' | 'decimal-2';

/** `value` null means "cannot be said" (a share of nothing, an unrecorded time) and prints "–". */
export type Figure = {
  readonly id: string;
  readonly value: number | null;
  readonly format: FigureFormat;
  readonly rows: RowsQuery | null;
};

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figure'; readonly figure: Figure }
  | { readonly type: 'date'; readonly date: string; readonly style: DateStyle }
  | { readonly type: 'strong' | 'emph'; readonly inlines: readonly Inline[] }
  /** The paper's own number, as `meta.number` has it; room for a pen until it is known (rule 10). */
  | { readonly type: 'paper-number' }
  /** Room for a pen within a line, so many letters wide. */
  | { readonly type: 'blank'; readonly letters: number }
  /** The printed number of a table or chart of this tree: "Tabel 3.1". An unknown id refuses to resolve. */
  | { readonly type: 'reference'; readonly to: string };

export type Block =
  | Cover
  | { readonly type: 'letterhead' }
  | Contents
  | Section
  /** A heading without number or contents entry, inside a section or on a single sheet. */
  | { readonly type: 'heading'; readonly text: string; readonly align: 'left' | 'centre' }
  | { readonly type: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** Label and value lines: Nomor / Sifat / Hal of a letter, the lines of a receipt. */
  | {
      readonly type: 'fields';
      readonly items: readonly { readonly label: string; readonly inlines: readonly Inline[] }[];
    }
  | Table
  | LaneTable
  | Chart
  | { readonly type: 'note'; readonly tone: 'plain' | 'attention'; readonly inlines: readonly Inline[] }
  | Signature
  | Lines
  | Columns
  | Ticks
  | Room
  | Boxes
  | Dictum
  | Frame
  | { readonly type: 'page-break' };

/** Lines one under the other without indent: the title of a form, an addressee, *tembusan*. */
export type Lines = {
  readonly type: 'lines';
  readonly align: 'left' | 'centre' | 'right';
  readonly lines: readonly (readonly Inline[])[];
};

/** Side by side on one page, each as wide as its weight says. Tables, sections and contents stand in none. */
export type Columns = {
  readonly type: 'columns';
  readonly columns: readonly { readonly weight: number; readonly blocks: readonly Block[] }[];
};

/** Boxes to tick, so many beside each other; those that are ticked carry a cross. */
export type Ticks = {
  readonly type: 'ticks';
  readonly across: 1 | 2 | 3;
  readonly items: readonly { readonly ticked: boolean; readonly inlines: readonly Inline[] }[];
};

/** Ruled lines for a pen, under a label or none. */
export type Room = { readonly type: 'room'; readonly label: string | null; readonly lines: number };

/** Empty boxes side by side for a stamp, a paraf, a thumb-print; `below` names who. Heights in millimetres. */
export type Boxes = {
  readonly type: 'boxes';
  readonly height: number;
  readonly items: readonly { readonly label: string; readonly below: string | null }[];
};

/** The parts of a decree: *Menimbang*, *Mengingat*, *KESATU* … each with its points. */
export type Dictum = {
  readonly type: 'dictum';
  readonly items: readonly {
    readonly label: string;
    /** `sign` is "a." or "1."; null for a part of one piece. */
    readonly parts: readonly { readonly sign: string | null; readonly inlines: readonly Inline[] }[];
  }[];
};

/** Blocks within a line drawn around them. */
export type Frame = { readonly type: 'frame'; readonly blocks: readonly Block[] };

export type Cover = {
  readonly type: 'cover';
  readonly title: string;
  readonly subtitle: string | null;
  /** Foot of the cover: the office in capitals, then place or year. */
  readonly foot: readonly string[];
  readonly emblem: boolean;
};

/** A real list of what stands where, filled by `resolveTree`. */
export type Contents = {
  readonly type: 'contents';
  readonly title: string;
  readonly of: 'sections' | 'tables' | 'charts';
};

/**
 * `chapter` BAB I, II … with title in capitals, on a new page · `decimal` 3.1, 3.1.1 by its depth ·
 * `none` a centred title without number (Kata Pengantar), on a new page when it stands at the top of a part.
 */
export type Section = {
  readonly type: 'section';
  readonly id: string;
  readonly heading: string;
  readonly numbering: 'chapter' | 'decimal' | 'none';
  readonly inContents: boolean;
  readonly blocks: readonly Block[];
};

export type Table = {
  readonly type: 'table';
  /** Contract ids where there is one: `by-service`, `by-channel` … Unique in the tree. */
  readonly id: string;
  readonly title: string;
  /** False for registers and small layout tables: no "Tabel 3.1". */
  readonly numbered: boolean;
  readonly columns: readonly Column[];
  /** The "1 2 3 …" row under the header, as registers have it. */
  readonly columnNumbers: boolean;
  /** Millimetres that each row is high at least: room for a signature. */
  readonly rowRoom?: number;
  readonly rows: readonly Row[];
  /** One cell per column; the first text cell is its label ("Jumlah"). */
  readonly total: Row | null;
  /** What the percentages are shares of; printed below as "Persentase terhadap 43 pengaduan." */
  readonly denominator: Denominator | null;
  readonly source: string | null;
  /** Which kinds it holds, rows resting on the old register only, recaps without detail … */
  readonly notes: readonly (readonly Inline[])[];
};

export type Denominator = { readonly figure: Figure; readonly label: string };

/** Keys `no`, `label`, `count`, `percent` carry the contract's JSON; others are free. */
export type Column = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'ordinal' | 'text' | 'number' | 'percent' | 'date';
  /** Share of the width among the table's columns; null lets the kind decide. */
  readonly weight: number | null;
};

export type Row = { readonly key: string; readonly cells: readonly Cell[] };

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ordinal'; readonly value: number }
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly value: number | null;
      readonly rows: RowsQuery | null;
    }
  /** Tenths of a percent: 279 → 27,9. A column of shares adds up to exactly 1000 (see `percent.ts`). */
  | {
      readonly kind: 'percent';
      readonly id: string;
      readonly tenths: number | null;
      readonly rows: RowsQuery | null;
    }
  | { readonly kind: 'date'; readonly date: string | null; readonly style: DateStyle }
  | { readonly kind: 'empty' };

/**
 * Who does what in an SOP: columns of text and between them lanes, one an actor, through which a drawing runs from row to
 * row. It stands on one page; an SOP that is longer is several of them. Widths and heights in millimetres.
 */
export type LaneTable = {
  readonly type: 'lane-table';
  readonly id: string;
  readonly title: string;
  readonly before: readonly LaneColumn[];
  readonly lanes: { readonly heading: string; readonly labels: readonly string[]; readonly width: number };
  readonly after: readonly LaneColumn[];
  readonly rows: readonly LaneRow[];
};

/** Neighbours of one group stand under its heading. */
export type LaneColumn = { readonly label: string; readonly width: number; readonly group: string | null };

export type LaneRow = {
  readonly key: string;
  /** At least; the drawing is as high. */
  readonly height: number;
  readonly before: readonly string[];
  /** Through all lanes, drawn by us: nothing from outside stands in it. `alternative` says all that it shows. */
  readonly drawing: { readonly svg: string; readonly alternative: string };
  readonly after: readonly string[];
};

/** Has no figures of its own: it draws one column of a table of the same tree. */
export type Chart = {
  readonly type: 'chart';
  readonly id: string;
  readonly kind: 'bar' | 'column' | 'line' | 'share';
  readonly title: string;
  readonly table: string;
  readonly labelColumn: string;
  readonly valueColumn: string;
};

/** Stands at the right, kept whole, with at least two lines of text before it. Two or more signers stand side by side. */
export type Signature = {
  readonly type: 'signature';
  readonly place: string;
  /** Null leaves room for a pen. */
  readonly date: string | null;
  /** `decree` prints "Ditetapkan di …", "pada tanggal …"; `none` neither place nor date. */
  readonly opening?: 'decree' | 'none';
  readonly signers: readonly Signer[];
};

export type Signer = {
  /** "Mengetahui", "Dibuat oleh" … above the position, or null. */
  readonly role: string | null;
  /** Rule 33. `plh`/`plt` go before the position; `an` prints "a.n." + principal, then the signer's own position. */
  readonly capacity: 'self' | 'plh' | 'plt' | 'an';
  readonly principal: string | null;
  /** Lines, e.g. ["Kepala Dinas Sosial", "Kabupaten Tabalong"]; printed in capitals. */
  readonly position: readonly string[];
  /** A placeholder such as "(nama pejabat)" until the office's file names somebody. */
  readonly name: string;
  readonly rank: string | null;
  readonly nip: string | null;
};

export type Appendix = {
  readonly id: string;
  readonly title: string;
  /** Lines under the title, as the office's register heads its sheets. */
  readonly subtitle: readonly string[];
  /** Of a decree: "LAMPIRAN KEPUTUSAN …" with number, date and subject in the place of "Lampiran 1". */
  readonly decree?: {
    readonly heading: string;
    readonly items: readonly { readonly label: string; readonly inlines: readonly Inline[] }[];
  };
  /** Landscape only for registers (ui "Paper"). */
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
};
