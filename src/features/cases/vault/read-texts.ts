import type { ClientBase } from 'pg';

/** A text of a case; `body` null = erased. */
export type CaseText = {
  readonly textId: string;
  readonly purpose: string;
  readonly body: string | null;
  readonly author: string | null;
  readonly writtenAt: string;
};

/** Every text of a case by its id. */
export async function readTexts(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<ReadonlyMap<string, CaseText>> {
  const { rows } = await tx.query<{
    text_id: string;
    purpose: string;
    body: string | null;
    author: string | null;
    written_at: Date;
  }>(
    'select text_id, purpose, body, author, written_at from case_text where office_id = $1 and case_id = $2',
    [officeId, caseId],
  );
  return new Map(
    rows.map((row) => [
      row.text_id,
      {
        textId: row.text_id,
        purpose: row.purpose,
        body: row.body,
        author: row.author,
        writtenAt: row.written_at.toISOString(),
      },
    ]),
  );
}
