import { isAnswered, permitsSecrecy } from './asked-by.ts';
import type { Doubt } from './doubt-rules.ts';
import type { HeaderColumn } from './find-header.ts';
import { wishOfLine } from './line-secrecy.ts';
import { type HeadingSecrecy, headingSecrecy, type SecrecyOfSheet } from './row-secrecy.ts';
import type { Table } from './split-table.ts';
import { textOfRow } from './text-of-row.ts';

type SaySheet = (row: number, rest: Pick<Doubt, 'rule' | 'written' | 'taken' | 'why'>) => void;

/**
 * What the name of a sheet, the lines above a table and its headings say of the secrecy of all its rows, each told once.
 * "REGISTER PENGADUAN RAHASIA" seals them; "(boleh anonim)" leaves it to the cells.
 */
export function sheetSecrecy(
  table: Table,
  sheetName: string,
  columns: readonly HeaderColumn[],
  say: SaySheet,
): SecrecyOfSheet {
  const lines = [sheetName, ...table.titles].filter((line) => wishOfLine(line) !== null);
  for (const line of lines.slice(0, 1))
    say(table.headerRow, {
      rule: 'value-unknown',
      written: line.slice(0, 200),
      taken: 'anonim, rahasia',
      why: 'Nama lembar atau judulnya menyebut anonim atau rahasia; semua barisnya dijaga dahulu, periksa dan buka bila perlu.',
    });
  for (const band of table.bands.slice(0, 1))
    say(band.row, {
      rule: 'value-unknown',
      written: textOfRow(band),
      taken: 'anonim, rahasia',
      why: 'Baris ini menyebut anonim atau rahasia; baris-baris di bawahnya dijaga dahulu, periksa dan buka bila perlu.',
    });
  for (const { heading, meaning } of columns) {
    if (!(meaning === 'name' || meaning === 'matter' || meaning === 'narrative') || !permitsSecrecy(heading))
      continue;
    say(table.headerRow, {
      rule: 'meaning-unclear',
      written: heading,
      taken: heading,
      why: 'Judul kolom ini membolehkan anonim atau rahasia; yang ditulis di tiap selnya yang diikuti.',
    });
  }
  const headings = headingsOf(table, columns, say);
  const wishes = lines.flatMap((line) => wishOfLine(line) ?? []);
  return {
    anonymous: wishes.some((wish) => wish.anonymous),
    secret: wishes.some((wish) => wish.secret),
    headings,
    openness: columns.filter(
      ({ column }) =>
        headings.get(column)?.asked?.about === 'openness' &&
        table.rows.some(({ row }) =>
          row.cells.some((cell) => cell.column === column && cell.text.trim() !== ''),
        ),
    ),
  };
}

/** What each heading says; one whose column answers nothing that it asks is told once, and seals no row. */
function headingsOf(
  table: Table,
  columns: readonly HeaderColumn[],
  say: SaySheet,
): Map<number, HeadingSecrecy> {
  return new Map(
    columns.map(({ column, heading }): [number, HeadingSecrecy] => {
      const read = headingSecrecy(heading);
      if (read.asked === null || isAnswered(heading, read.asked, textsBelow(table, column)))
        return [column, read];
      say(table.headerRow, {
        rule: 'meaning-unclear',
        written: heading,
        taken: heading,
        why: 'Judul kolom ini seperti menanyakan anonim atau rahasia, tetapi tidak ada isinya yang menjawab; tidak ada baris yang dijaga karenanya, periksa bila perlu.',
      });
      return [column, { ...read, asked: null, states: false, unanswered: true }];
    }),
  );
}

function textsBelow(table: Table, column: number): string[] {
  return table.rows.flatMap(({ row }) =>
    row.cells.filter((cell) => cell.column === column).map((cell) => cell.text),
  );
}
