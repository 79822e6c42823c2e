import type { ClientBase } from 'pg';
import { textMac } from '../../../platform/chain.ts';
import { isEqualSecret } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { wordsOf } from '../../../platform/words/words.ts';

/** A text of a case; `body` null = erased. */
export type CaseText = {
  readonly textId: string;
  readonly purpose: string;
  readonly body: string | null;
  readonly author: string | null;
  readonly writtenAt: string;
};

/**
 * Every text of a case by its id. One that its seal does not hold is not the one that was written: in its place stands
 * that it was changed outside Tanggap, and who finds out more.
 */
export async function readTexts(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseId: string,
): Promise<ReadonlyMap<string, CaseText>> {
  const { rows } = await tx.query<StoredText>(
    `select ${COLUMNS} from case_text where office_id = $1 and case_id = $2`,
    [officeId, caseId],
  );
  return opened(keyring, officeId, rows);
}

/** The same of texts of many cases, each by its case and its id; another case's text is not found. */
export async function readTextsOf(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  named: readonly { readonly caseId: string; readonly textId: string }[],
): Promise<ReadonlyMap<string, CaseText>> {
  if (named.length === 0) return new Map();
  const { rows } = await tx.query<StoredText>(
    `select ${COLUMNS} from case_text join unnest($2::uuid[], $3::uuid[]) named (case_id, text_id) using (case_id, text_id)
      where office_id = $1`,
    [officeId, named.map(({ caseId }) => caseId), named.map(({ textId }) => textId)],
  );
  return opened(keyring, officeId, rows);
}

/** A text as it lies in its table. */
export type StoredText = {
  /** Null of what belongs to no case. */
  readonly caseId: string | null;
  readonly textId: string;
  readonly purpose: string;
  readonly body: string | null;
  readonly author: string | null;
  readonly writtenAt: Date;
  readonly mac: Buffer | null;
};
const COLUMNS =
  'case_id as "caseId", text_id as "textId", purpose, body, author, written_at as "writtenAt", mac';

function opened(
  keyring: Keyring,
  officeId: number,
  rows: readonly StoredText[],
): ReadonlyMap<string, CaseText> {
  return new Map(
    rows.map((row) => {
      const { textId, purpose, author, writtenAt } = row;
      const body = openBody(keyring, officeId, row);
      return [textId, { textId, purpose, body, author, writtenAt: writtenAt.toISOString() }];
    }),
  );
}

/** What the text says, as `readTexts` gives it; null = erased. */
export function openBody(keyring: Keyring, officeId: number, row: StoredText): string | null {
  return row.body === null || isWhole(keyring, officeId, row, row.body) ? row.body : CHANGED;
}

const CHANGED = wordsOf('id')('text.changed');

/** Whatever key of ours it was sealed under: a text names none. */
function isWhole(keyring: Keyring, officeId: number, row: StoredText, body: string): boolean {
  const { mac, writtenAt } = row;
  if (mac === null) return false;
  const place = { ...row, officeId, writtenAt: writtenAt.getTime() };
  return keyring.all.some((key) => isEqualSecret(textMac(key.forUse('chain'), place, body), mac));
}
