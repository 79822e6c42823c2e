import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Keyring } from '../../../platform/keyring.ts';
import { readBinaryCopy, timestampMs, uuidText } from '../store/copy-binary.ts';
import { textMac } from './chain.ts';

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

const MOST_FINDINGS = 10_000;
const TEXTS = `copy (
  select office_id, case_id, text_id, purpose, body, mac, author, written_at, erased_at from case_text
  union all
  select office_id, null, text_id, purpose, body, mac, author, written_at, erased_at from office_text
) to stdout (format binary)`;

/**
 * Holds the seal of every text of every case and office. `unsealed` counts texts from before seals existed, which
 * can be held against nothing; an installation that began with seals has none. Run as the owner; the memory does not
 * grow with the number of texts.
 */
export async function verifyTexts(
  owner: ClientBase,
  keyring: Keyring,
): Promise<{
  readonly texts: number;
  readonly unsealed: number;
  readonly findings: readonly TextFinding[];
}> {
  const sealedSince = await readSealedSince(owner);
  const keys = keyring.all.map((key) => key.forUse('chain'));
  const findings: TextFinding[] = [];
  const count = { texts: 0, unsealed: 0 };

  const reader = readBinaryCopy((fields) => {
    const [office, caseBytes, textBytes, purpose, body, mac, author, written, erased] = fields;
    if (!office || !textBytes || !purpose || !written) throw new Error('A text has an empty column');
    const place = {
      officeId: office.readInt16BE(0),
      caseId: caseBytes ? uuidText(caseBytes) : null,
      textId: uuidText(textBytes),
      purpose: purpose.toString('utf8'),
      author: author ? uuidText(author) : null,
      writtenAt: timestampMs(written),
    };
    const found = (rule: TextRule): void => {
      const { officeId, caseId, textId } = place;
      if (findings.length < MOST_FINDINGS) findings.push({ rule, officeId, caseId, textId });
    };
    count.texts += 1;
    if (!body || erased) {
      if (body || mac || !erased) found('text-half-erased');
    } else if (!mac) {
      if (place.writtenAt < sealedSince) count.unsealed += 1;
      else found('text-changed');
    } else if (!keys.some((key) => textMac(key, place, body).equals(mac))) {
      found('text-changed');
    }
  });
  const stream: AsyncIterable<Buffer> = owner.query(copyTo(TEXTS));
  for await (const chunk of stream) reader.push(chunk);
  reader.end();
  return { ...count, findings };
}

/** Milliseconds; no text at all may lack its seal where the installation began with seals. */
async function readSealedSince(owner: ClientBase): Promise<number> {
  const { rows } = await owner.query<{ since: Date }>(
    `select (value #>> '{}')::timestamptz as since from installation where name = 'texts-sealed-since'`,
  );
  return rows[0]?.since.getTime() ?? Number.NEGATIVE_INFINITY;
}
