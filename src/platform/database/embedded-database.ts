import { createHmac } from 'node:crypto';
import pg from 'pg';
import { advisoryLock } from './advisory-locks.ts';
import { type EmbeddedServer, superuser } from './embedded-server.ts';
import type { Locate } from './pool.ts';
import { ensureRoles } from './roles.ts';

/** Where the two roles of Tanggap connect to one database of an embedded server. */
export interface EmbeddedDatabase {
  readonly app: Locate;
  readonly owner: Locate;
}

/** One set-up of a server at a time. */
const setUpLock = advisoryLock('server-set-up');

/**
 * Makes the two roles and the database `name` when they are not there.
 * The roles' passwords are derived from the server's own secret, so nothing more has to be kept.
 */
export async function ensureEmbeddedDatabase(
  server: EmbeddedServer,
  name = 'tanggap',
): Promise<EmbeddedDatabase> {
  const client = new pg.Client(superuser(server.port(), server.password));
  await client.connect();
  try {
    if (!(await isThere(client, name))) {
      await client.query('SELECT pg_advisory_lock($1)', [setUpLock]);
      await ensureRoles(client);
      await setPasswords(client, server.password);
      if (!(await isThere(client, name))) {
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER tanggap_owner`);
      }
    }
  } finally {
    await client.end();
  }
  return locateEmbedded(server, name);
}

/** The same places, for a database that is known to be there. */
export function locateEmbedded(
  server: Pick<EmbeddedServer, 'port' | 'password'>,
  name: string,
): EmbeddedDatabase {
  const as = (role: string) => (): pg.ClientConfig => ({
    ...superuser(server.port(), rolePassword(server.password, role), name),
    user: role,
  });
  return { app: as('tanggap_app'), owner: as('tanggap_owner') };
}

/** Sets the derived passwords; the owner may also take a base backup, which is a replication connection. */
export async function setPasswords(client: pg.ClientBase, secret: string): Promise<void> {
  for (const role of ['tanggap_owner', 'tanggap_app']) {
    const password = pg.escapeLiteral(rolePassword(secret, role));
    await client.query(
      `ALTER ROLE ${role} PASSWORD ${password}${role === 'tanggap_owner' ? ' REPLICATION' : ''}`,
    );
  }
}

function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(role).digest('base64url');
}

async function isThere(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}
