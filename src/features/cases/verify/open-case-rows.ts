import type { ClientBase } from 'pg';
import { type CopiedRows, copiedRows } from '../../../platform/database/copied-rows.ts';

export type CasePlace = { readonly officeId: number; readonly caseId: string };

/** Rows in the order of offices and cases; their first two columns are office and case. */
export type CaseRows = {
  readonly rows: CopiedRows;
  /** Of the row at hand, in an order in which texts compare as the database sorts; null at the end. */
  readonly key: () => string | null;
  readonly place: () => CasePlace;
  /** Hands over the rows of a case that have come; false when more has to be awaited. */
  readonly take: (key: string, each: (rows: CopiedRows) => void) => boolean;
  /** Awaits what the database sends next and stands on a row afterwards, or at the end. */
  readonly more: () => Promise<void>;
};

/** Those of one case in the order of `within`, a column; in any order without it, since a sort keeps none. */
export function openCaseRows(client: ClientBase, select: string, within?: string): CaseRows {
  const order = ['office_id', 'case_id', ...(within === undefined ? [] : [within])];
  const rows = copiedRows(client, `${select} order by ${order.join(', ')}`);
  let key: string | null = '';

  /** False when it has to be awaited. */
  function step(): boolean {
    const stepped = rows.step();
    key = stepped === 'row' ? rows.latin1(0, 1) : null;
    return stepped !== 'wait';
  }
  async function more(): Promise<void> {
    do await rows.more();
    while (!step());
  }
  return {
    rows,
    key: () => key,
    place: () => ({ officeId: rows.int16(0), caseId: uuidText(rows.bytes(1)) }),
    take: (wanted, each) => {
      while (key === wanted) {
        each(rows);
        if (!step()) return false;
      }
      return true;
    },
    more,
  };
}

/** A uuid's 16 bytes as text. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
