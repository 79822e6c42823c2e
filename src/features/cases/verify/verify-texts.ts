import type { ClientBase } from 'pg';
import { type TextPlace, textParts } from '../../../platform/chain.ts';
import { type CopiedRows, copiedRows } from '../../../platform/database/copied-rows.ts';
import { TEXT, TEXT_SQL } from './case-streams.ts';
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
    texts += 1;
    const textId = uuidText(rows.bytes(TEXT.id));
    const isErased = !rows.isNull(TEXT.erasedAt);
    const hasBody = !rows.isNull(TEXT.body);
    const hasSeal = !rows.isNull(TEXT.mac);
    const found = (rule: TextRule): void => report({ rule, officeId, caseId, textId });
    if (!hasBody || isErased) {
      if (hasBody || hasSeal || !isErased) found('text-half-erased');
    } else if (!hasSeal || !isSealed(rows, { officeId, caseId, textId })) found('text-changed');
    return { textId, isErased };
  }

  function isSealed(rows: CopiedRows, place: Pick<TextPlace, 'officeId' | 'caseId' | 'textId'>): boolean {
    const { officeId, caseId, textId } = place;
    const purpose = rows.utf8(TEXT.purpose);
    const author = rows.isNull(TEXT.author) ? null : uuidText(rows.bytes(TEXT.author));
    const writtenAt = rows.instant(TEXT.writtenAt);
    const parts = textParts({ officeId, caseId, textId, purpose, author, writtenAt }, rows.bytes(TEXT.body));
    const seal = rows.latin1(TEXT.mac);
    return macs.some((mac) => mac(...parts) === seal);
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
  const rows = copiedRows(owner, `select office_id, null::uuid, ${TEXT_SQL} from office_text`);
  for (let step = rows.step(); step !== 'end'; step = rows.step()) {
    if (step === 'row') texts.judge(rows, rows.int16(0), null);
    else await rows.more();
  }
  return { texts: texts.count(), findings };
}
