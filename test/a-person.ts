import type { WebKit } from './web-kit.ts';

export type PersonAtWork = { readonly cookie: string; readonly account: string };

/** Somebody with these roles, above the units or in this one, signed in. */
export async function aPerson(
  kit: WebKit,
  roles: readonly string[],
  unit: string | null = null,
): Promise<PersonAtWork> {
  const cookie = unit === null ? await kit.signIn(...roles) : await kit.signInTo(unit, ...roles);
  // All are made at the same moment of the kit's clock; ids rise.
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from account order by account_id desc limit 1',
  );
  return { cookie, account: rows[0]?.id ?? '' };
}
