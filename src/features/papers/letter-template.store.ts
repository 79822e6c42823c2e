import type { Pool } from 'pg';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import type { PaperActs } from './issue-paper.ts';

/** Kinds that an office may bring its own paper for: letters with an addressee. */
export const TEMPLATE_KINDS = ['surat-jawaban', 'surat-pelimpahan'] as const satisfies readonly PaperKind[];
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export function isTemplateKind(word: string): word is TemplateKind {
  return TEMPLATE_KINDS.some((kind) => kind === word);
}

export type LetterTemplate = {
  readonly kind: TemplateKind;
  readonly file: Buffer;
  readonly uploadedAt: Date;
};

/** The letters in force of an office; a row whose file is not the one that was put there is none. */
export function listLetterTemplates(pool: Pool, officeId: number): Promise<readonly LetterTemplate[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ kind: string; file: Buffer; sha256: Buffer; uploadedAt: Date }>(
        `select kind, file, sha256, uploaded_at "uploadedAt" from letter_template
          where office_id = $1 and ended_at is null order by kind`,
        [officeId],
      );
      return rows.flatMap(({ kind, file, uploadedAt, ...row }) =>
        isTemplateKind(kind) && sha256(file).equals(row.sha256) ? [{ kind, file, uploadedAt }] : [],
      );
    },
    { readOnly: true },
  );
}

export async function findLetterTemplate(
  pool: Pool,
  officeId: number,
  kind: PaperKind,
): Promise<LetterTemplate | null> {
  if (!isTemplateKind(kind)) return null;
  const all = await listLetterTemplates(pool, officeId);
  return all.find((one) => one.kind === kind) ?? null;
}

/**
 * Puts an office's letter in force in the place of the former, or with null takes it out; said in the office's chain. Whoever
 * calls has looked it through and made sure that the actor may. `now` in milliseconds.
 */
export function setLetterTemplate(
  desk: PaperActs,
  asked: {
    readonly officeId: number;
    readonly kind: TemplateKind;
    readonly file: Uint8Array | null;
    readonly actor: CaseActor;
  },
  now: number,
): Promise<void> {
  const { officeId, kind, file, actor } = asked;
  return withOffice(desk.pool, officeId, async (tx) => {
    const hash = file === null ? null : sha256(file);
    const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
    const event = { type: 'letter-template-set', kind, file: hash?.toString('hex') ?? null } as const;
    await appendOfficeEvent(tx, officeId, event, context);
    const at = new Date(now);
    await tx.query(
      'update letter_template set ended_at = $3 where office_id = $1 and kind = $2 and ended_at is null',
      [officeId, kind, at],
    );
    if (file === null || hash === null) return;
    await tx.query(
      `insert into letter_template (office_id, template_id, kind, file, sha256, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [officeId, desk.newId(), kind, Buffer.from(file), hash, actor.account, at],
    );
  });
}
