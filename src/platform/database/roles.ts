import { readFileSync } from 'node:fs';
import { type ClientBase, escapeIdentifier } from 'pg';
import { errorCode } from '../errors.ts';

const rolesFile = new URL('../../../db/roles.sql', import.meta.url);

const notAllowed = '42501';

/**
 * Makes tanggap_owner and tanggap_app when they are not there, and `appLogin` a member of tanggap_app.
 * True when both stand afterwards; false when this login may not make them.
 */
export async function ensureRoles(client: ClientBase, appLogin?: string): Promise<boolean> {
  const state = await readRoles(client);
  if (state.mayCreate || !state.present) {
    const made = await attempt(client, readFileSync(rolesFile, 'utf8'));
    if (!made && !state.present) return false;
  }
  if (appLogin !== undefined && appLogin !== 'tanggap_app') {
    await attempt(client, `GRANT tanggap_app TO ${escapeIdentifier(appLogin)}`);
  }
  return true;
}

/** Whether both stand, so that what is granted to the application reaches it alone. */
export async function areRolesPresent(client: ClientBase): Promise<boolean> {
  return (await readRoles(client)).present;
}

interface RoleState {
  readonly present: boolean;
  readonly mayCreate: boolean;
}

async function readRoles(client: ClientBase): Promise<RoleState> {
  const { rows } = await client.query<RoleState>(
    `SELECT count(*) FILTER (WHERE rolname IN ('tanggap_owner', 'tanggap_app')) = 2 AS present,
            bool_or(rolname = current_user AND (rolsuper OR rolcreaterole)) AS "mayCreate"
       FROM pg_roles`,
  );
  return rows[0] ?? { present: false, mayCreate: false };
}

/** Roles belong to the whole server, so two databases that are migrated at once can meet here: the later tries again. */
async function attempt(client: ClientBase, sql: string): Promise<boolean> {
  for (let left = 5; ; left -= 1) {
    try {
      await client.query(sql);
      return true;
    } catch (error) {
      if (errorCode(error) === notAllowed) return false;
      const collided = ['XX000', '23505', '42710'].includes(errorCode(error) ?? '');
      if (!collided || left === 0) throw error;
    }
  }
}
