import { relationOf } from '../store/relation.ts';
import type { Person } from './person.ts';

/** Somebody as he is named at the edge. */
export type NamedPerson = {
  readonly [K in 'name' | 'phone' | 'email' | 'address' | 'nik' | 'position' | 'unit' | 'relation']?:
    | string
    | undefined;
};

/** The same for the vault: what was not said is null, a relation of the closed list stands in the history instead. */
export function personOf(said: NamedPerson): Person {
  const { position, unit, relation } = said;
  return {
    name: said.name || null,
    phone: said.phone ?? null,
    email: said.email ?? null,
    address: said.address || null,
    nik: said.nik ?? null,
    ...(position || unit ? { position: position || null, unit: unit ?? null } : {}),
    ...(relation && relationOf(relation) === 'lain' ? { relation } : {}),
  };
}

/** Whom a letter reaches (rule 25). */
export function hasNameAndAddress(
  person: { readonly [K in 'name' | 'address']?: string | null | undefined } | null | undefined,
): boolean {
  return Boolean(person?.name?.trim() && person.address?.trim());
}
