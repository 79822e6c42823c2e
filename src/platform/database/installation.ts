import type { ClientBase, Pool } from 'pg';

type Queryable = Pick<ClientBase | Pool, 'query'>;

/** A fact of this installation (table installation), or undefined. The caller knows the shape it wrote. */
export async function readInstallation(db: Queryable, name: string): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>({
    text: 'SELECT value FROM installation WHERE name = $1',
    values: [name],
  });
  return rows[0]?.value;
}

/** Writes a fact in the place of what stood there. `now` in milliseconds. */
export async function writeInstallation(
  db: Queryable,
  name: string,
  value: unknown,
  now: number,
): Promise<void> {
  await db.query({
    text: `INSERT INTO installation (name, value, written_at) VALUES ($1, $2, $3)
           ON CONFLICT (name) DO UPDATE SET value = $2, written_at = $3`,
    values: [name, JSON.stringify(value), new Date(now)],
  });
}

/** Writes a fact that is not there yet; an existing one stays. `now` in milliseconds. */
export async function writeInstallationOnce(
  db: Queryable,
  name: string,
  value: unknown,
  now: number,
): Promise<void> {
  await db.query({
    text: 'INSERT INTO installation (name, value, written_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING',
    values: [name, JSON.stringify(value), new Date(now)],
  });
}
