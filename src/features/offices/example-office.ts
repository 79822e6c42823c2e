import type { Office } from './office.read.ts';

/** The invented office that `demo load` makes. */
export const EXAMPLE_SLUG = 'contoh';

/** The offices that a citizen may choose: the example is none as soon as there is a real one. */
export function publicOffices(offices: readonly Office[]): readonly Office[] {
  const real = offices.filter(({ slug }) => slug !== EXAMPLE_SLUG);
  return real.length === 0 ? offices : real;
}
