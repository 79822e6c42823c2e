import type { Pool } from 'pg';
import { NEW_CASE_PARTS, type NewCase } from '../src/features/cases/intake/save-new-case.store.ts';
import { uuidv7 } from '../src/platform/ids.ts';

type NewCasePart = (typeof NEW_CASE_PARTS)[number];

/**
 * The very rows and columns that an intake writes, by one awaited statement a row, in one transaction: what intake is
 * measured against. The parts are the intake's own, so that a column of theirs cannot be missing here.
 */
export async function insertByHand(pool: Pool, one: NewCase): Promise<void> {
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    await tx.query(`set local app.office_id = '${one.officeId}'`);
    for (const part of NEW_CASE_PARTS) {
      for (const row of part.rows(one)) await tx.query(STATEMENTS.get(part) ?? '', [one.officeId, ...row]);
    }
    await tx.query('commit');
  } catch (error) {
    await tx.query('rollback');
    throw error;
  } finally {
    tx.release();
  }
}

const STATEMENTS: ReadonlyMap<NewCasePart, string> = new Map(
  NEW_CASE_PARTS.map((part) => [part, statementOf(part)]),
);

function statementOf({ table, columns }: NewCasePart): string {
  const values = columns.map(([, type], index) =>
    type === 'tsvector' ? `array_to_tsvector($${index + 2}::text[])` : `$${index + 2}::${type}`,
  );
  const names = columns.map(([name]) => name).join(', ');
  return `insert into ${table} (office_id, ${names}) values ($1, ${values.join(', ')})`;
}

/** The same rows as another case: with ids, a ticket and an idempotency key of its own. */
export function copyOfCase(one: NewCase, ticket: string): NewCase {
  return {
    ...one,
    caseId: uuidv7(),
    row: [ticket, ...one.row.slice(1)],
    texts: one.texts.map((text) => ({ ...text, textId: uuidv7() })),
    identities: one.identities.map((person) => ({ ...person, identityId: uuidv7() })),
    kept: { keyHash: Buffer.from(uuidv7()), bodyHash: Buffer.alloc(32), sealed: Buffer.alloc(300) },
  };
}
