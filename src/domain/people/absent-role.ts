import type { Sop } from '../office/office-data.ts';

/**
 * The role for whose absent holder somebody does this step (*mewakili*, rule 23): his own roles let him do it, but the SOP
 * of the case gives the step to another. Null = it is a step of his own, or none. It gives nobody a permission: who lacks
 * one needs a deputation (rule 33).
 */
export function absentRole(
  sop: Pick<Sop, 'steps' | 'actors'> | undefined,
  operation: string,
  own: readonly (string | null)[],
): string | null {
  const steps = sop?.steps.filter((step) => step.operation === operation) ?? [];
  const roles = steps.flatMap(({ actor }) => sop?.actors.find(({ key }) => key === actor)?.role ?? []);
  const [first] = roles;
  return first === undefined || roles.some((role) => own.includes(role)) ? null : first;
}
