import type { ClientBase, Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { TextPurpose } from './keeper.ts';
import { openBody, type StoredText } from './read-texts.ts';
import { sealTexts } from './seal-texts.ts';

/**
 * Keeps a text that belongs to no case, such as the reason of an unmasked export, where it can be erased; what cannot
 * be erased holds its id only. `at` in milliseconds.
 */
export async function keepOfficeText(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  text: {
    readonly textId: string;
    readonly purpose: TextPurpose;
    readonly body: string;
    readonly author: string | null;
    readonly at: number;
  },
): Promise<void> {
  const { author } = text;
  const at = new Date(text.at).toISOString();
  for (const one of sealTexts(keyring, { officeId, caseId: null }, [text], { author, at })) {
    await tx.query(
      `insert into office_text (office_id, text_id, purpose, body, mac, author, written_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [officeId, one.textId, one.purpose, one.body, one.mac, author, at],
    );
  }
}

/** Those that are still there, the latest first, at most 500: who wrote them and when (milliseconds), not what they say. */
export function listOfficeTexts(
  pool: Pool,
  officeId: number,
): Promise<readonly { readonly textId: string; readonly name: string | null; readonly at: number }[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ id: string; name: string | null; at: Date }>(
        `select t.text_id as id, a.name, t.written_at as at
           from office_text t left join account a on a.office_id = t.office_id and a.account_id = t.author
          where t.office_id = $1 and t.erased_at is null order by t.written_at desc, t.text_id limit 500`,
        [officeId],
      );
      return rows.map(({ id, name, at }) => ({ textId: id, name, at: at.getTime() }));
    },
    { readOnly: true },
  );
}

/** Destroys such a text and writes the ledger; false when there was nothing left. */
export async function eraseOfficeText(
  tx: ClientBase,
  officeId: number,
  erasure: {
    readonly textId: string;
    readonly erasureId: string;
    readonly ground: string;
    readonly account: string | null;
    readonly at: number;
  },
): Promise<boolean> {
  const at = new Date(erasure.at).toISOString();
  const { rowCount } = await tx.query(
    `update office_text set body = null, mac = null, erased_at = $3
      where office_id = $1 and text_id = $2 and erased_at is null`,
    [officeId, erasure.textId, at],
  );
  if (rowCount !== 1) return false;
  await tx.query(
    `insert into erasure_ledger (office_id, erasure_id, at, subject, subject_id, ground, account_id)
     values ($1, $2, $3, 'text', $4, $5, $6)`,
    [officeId, erasure.erasureId, at, erasure.textId, erasure.ground, erasure.account],
  );
  return true;
}

/** What these texts say, each by its id, as `openBody` gives them. */
export async function readOfficeTexts(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<StoredText>(
    `select null::uuid "caseId", text_id "textId", purpose, body, author, written_at "writtenAt", mac
       from office_text where office_id = $1 and text_id = any ($2::uuid[])`,
    [officeId, ids],
  );
  return new Map(rows.map((row) => [row.textId, openBody(keyring, officeId, row)]));
}
