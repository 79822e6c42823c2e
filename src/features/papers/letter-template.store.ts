import type { ClientBase, Pool } from 'pg';
import { LETTER_KINDS } from '../../domain/papers/letter-values.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import type { Keyring, MasterKey } from '../../platform/keyring.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import { isRowWhole, isRowWholeUnder, type SealedRow, sealRow } from '../people/row-seal.ts';
import type { PaperActs } from './issue-paper.ts';

export function isLetterKind(word: string): word is PaperKind {
  return LETTER_KINDS.some((kind) => kind === word);
}

export type LetterTemplate = {
  readonly kind: PaperKind;
  readonly file: Buffer;
  readonly uploadedAt: Date;
};

/** The letters in force of an office; a row that other hands wrote, or whose file is another, is none. */
export function listLetterTemplates(
  { pool, keyring }: { readonly pool: Pool; readonly keyring: Keyring },
  officeId: number,
): Promise<readonly LetterTemplate[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<StoredLetter>(
        `select ${LETTER_COLUMNS}, file from letter_template where office_id = $1 and ended_at is null order by kind`,
        [officeId],
      );
      return rows.flatMap((row) => {
        const { kind, file, uploadedAt } = row;
        return isLetterKind(kind) && isLetterWhole(keyring, row) ? [{ kind, file, uploadedAt }] : [];
      });
    },
    { readOnly: true },
  );
}

export async function findLetterTemplate(
  desk: { readonly pool: Pool; readonly keyring: Keyring },
  officeId: number,
  kind: PaperKind,
): Promise<LetterTemplate | null> {
  if (!isLetterKind(kind)) return null;
  const all = await listLetterTemplates(desk, officeId);
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
    readonly kind: PaperKind;
    readonly file: Uint8Array | null;
    readonly actor: CaseActor;
  },
  now: number,
): Promise<void> {
  const { officeId, kind, file, actor } = asked;
  const { account } = actor;
  if (account === null) throw new Error('Only an account brings letters');
  return withOffice(desk.pool, officeId, async (tx) => {
    const hash = file === null ? null : sha256(file);
    const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
    const event = { type: 'letter-template-set', kind, file: hash?.toString('hex') ?? null } as const;
    await appendOfficeEvent(tx, officeId, event, context);
    await endLetters(tx, desk.keyring, { officeId, kind }, now);
    if (file === null || hash === null) return;
    const id = desk.newId();
    const at = new Date(now);
    const sealed = sealedLetter({
      ...{ officeId, id, kind, sha256: hash, uploadedBy: account, uploadedAt: at, endedAt: null },
    });
    await tx.query(
      `insert into letter_template (office_id, template_id, kind, file, sha256, uploaded_by, uploaded_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [officeId, id, kind, Buffer.from(file), hash, account, at, sealRow(desk.keyring, sealed)],
    );
  });
}

/** What other hands wrote ends, too, and stays without a seal. */
async function endLetters(
  tx: Tx,
  keyring: Keyring,
  { officeId, kind }: { readonly officeId: number; readonly kind: PaperKind },
  now: number,
): Promise<void> {
  const { rows } = await tx.query<StoredLetter>(
    `select ${LETTER_COLUMNS}, file from letter_template
      where office_id = $1 and kind = $2 and ended_at is null for update`,
    [officeId, kind],
  );
  for (const row of rows) {
    const endedAt = new Date(now);
    const mac = isLetterWhole(keyring, row) ? sealRow(keyring, sealedLetter({ ...row, endedAt })) : row.mac;
    await tx.query(
      'update letter_template set ended_at = $3, mac = $4 where office_id = $1 and template_id = $2',
      [officeId, row.id, endedAt, mac],
    );
  }
}

/** How many letters of all offices, former ones too, are not as Tanggap wrote them; for `verify`, as the owner. */
export async function countBrokenLetters(owner: ClientBase, keyring: Keyring): Promise<number> {
  let broken = 0;
  for (const place of await lettersOf(owner)) {
    const row = await letterAt(owner, place);
    if (row !== undefined && !isLetterWhole(keyring, row)) broken += 1;
  }
  return broken;
}

/** Seals letters under the new key that are whole under `former`. As the owner, when a new master key has come. */
export async function resealLetters(tx: Tx, former: MasterKey, keyring: Keyring): Promise<void> {
  for (const place of await lettersOf(tx)) {
    const row = await letterAt(tx, place);
    if (row === undefined || !sha256(row.file).equals(row.sha256)) continue;
    const sealed = sealedLetter(row);
    if (isRowWholeUnder(former, sealed, row.mac))
      await tx.query('update letter_template set mac = $3 where office_id = $1 and template_id = $2', [
        ...[row.officeId, row.id, sealRow(keyring, sealed)],
      ]);
  }
}

type Place = { readonly officeId: number; readonly id: string };

async function lettersOf(owner: ClientBase): Promise<readonly Place[]> {
  const { rows } = await owner.query<Place>(
    'select office_id "officeId", template_id id from letter_template',
  );
  return rows;
}

/** One at a time: a letter may be two megabytes. */
async function letterAt(owner: ClientBase, { officeId, id }: Place): Promise<StoredLetter | undefined> {
  const { rows } = await owner.query<StoredLetter>(
    `select ${LETTER_COLUMNS}, file from letter_template where office_id = $1 and template_id = $2`,
    [officeId, id],
  );
  return rows[0];
}

type LetterRow = {
  readonly officeId: number;
  readonly id: string;
  readonly kind: string;
  readonly sha256: Buffer;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly endedAt: Date | null;
};
type StoredLetter = LetterRow & { readonly file: Buffer; readonly mac: Buffer };
const LETTER_COLUMNS = `office_id "officeId", template_id id, kind, sha256, uploaded_by "uploadedBy",
  uploaded_at "uploadedAt", ended_at "endedAt", mac`;

function sealedLetter(row: LetterRow): SealedRow {
  const { officeId, id, kind, sha256: hash, uploadedBy, uploadedAt, endedAt } = row;
  return {
    ...{ kind: 'letter_template', officeId, id, paper: kind, sha256: hash, uploadedBy },
    ...{ uploadedAt: uploadedAt.getTime(), endedAt: endedAt?.getTime() ?? null },
  };
}

function isLetterWhole(keyring: Keyring, row: StoredLetter): boolean {
  return sha256(row.file).equals(row.sha256) && isRowWhole(keyring, sealedLetter(row), row.mac);
}
