import type { ClientBase } from 'pg';
import { textParts } from '../../../platform/chain.ts';
import { type CopiedRows, copiedRows } from '../../../platform/database/copied-rows.ts';
import { uuidText } from './open-case-rows.ts';
import { type ChainKeys, type Mac, openMacs } from './verify-keys.ts';

export type TextRule =
  /** The text is not the one that was written, or was put there by other hands. */
  | 'text-changed'
  /** Neither a text nor properly erased. */
  | 'text-half-erased';
export type TextFinding = {
  readonly rule: TextRule;
  readonly officeId: number;
  readonly caseId: string | null;
  readonly textId: string;
};
type JudgedText = { readonly textId: string; readonly isErased: boolean };

/** The columns that a text judge reads, after the office and the case (null for a text of the office). */
export const TEXT_COLUMNS: readonly string[] = [
  ...['text_id', 'purpose', 'body', 'mac', 'author', 'written_at', 'erased_at'],
];

/** Holds the seal of each text and counts them; no text that stands may lack its seal. */
export function openTextJudge(
  macs: readonly Mac[],
  report: (finding: TextFinding) => void,
): {
  readonly judge: (rows: CopiedRows, officeId: number, caseId: string | null) => JudgedText;
  readonly count: () => number;
} {
  let texts = 0;
  function judge(rows: CopiedRows, officeId: number, caseId: string | null): JudgedText {
    const textId = uuidText(rows.bytes(2));
    const isErased = !rows.isNull(8);
    const hasBody = !rows.isNull(4);
    const hasSeal = !rows.isNull(5);
    const writtenAt = rows.instant(7);
    const found = (rule: TextRule): void => report({ rule, officeId, caseId, textId });
    texts += 1;
    if (!hasBody || isErased) {
      if (hasBody || hasSeal || !isErased) found('text-half-erased');
    } else if (!hasSeal) {
      found('text-changed');
    } else {
      const author = rows.isNull(6) ? null : uuidText(rows.bytes(6));
      const place = { officeId, caseId, textId, purpose: rows.utf8(3), author, writtenAt };
      const parts = textParts(place, rows.bytes(4));
      const seal = rows.latin1(5);
      if (!macs.some((mac) => mac(...parts) === seal)) found('text-changed');
    }
    return { textId, isErased };
  }
  return { judge, count: () => texts };
}

/** Holds the seals of the texts that belong to no case. Run as the owner. */
export async function verifyOfficeTexts(
  owner: ClientBase,
  keys: ChainKeys,
): Promise<{ readonly texts: number; readonly findings: readonly TextFinding[] }> {
  const findings: TextFinding[] = [];
  const texts = openTextJudge(openMacs(keys).all, (finding) => findings.push(finding));
  const columns = ['office_id', 'null::uuid', ...TEXT_COLUMNS].join(', ');
  const rows = copiedRows(owner, `select ${columns} from office_text`);
  for (let step = rows.step(); step !== 'end'; step = rows.step()) {
    if (step === 'row') texts.judge(rows, rows.int16(0), null);
    else await rows.more();
  }
  return { texts: texts.count(), findings };
}
