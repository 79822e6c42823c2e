import type { SopProgress } from '../../domain/complaint/case-state.ts';
import type { Sop } from '../../domain/office/office-data.ts';
import type { SopEdition } from '../../domain/sop/sop-editions.ts';
import type { Office } from './office.read.ts';

/**
 * The SOP of a case as it stood when the case began: what the office wrote since does not judge its steps. Undefined
 * for a row of an old register, which went through none.
 */
export function sopOf(
  office: Pick<Office, 'data' | 'sopsByVersion'>,
  began: Pick<SopProgress, 'sop' | 'version'>,
): Sop | undefined {
  const sops = office.sopsByVersion.get(began.version) ?? office.data.sops;
  return sops.find(({ id }) => id === began.sop);
}

/** What the steps of a case are measured by and counted under. Undefined for a row of an old register. */
export function editionOf(
  { sopEditions }: Pick<Office, 'sopEditions'>,
  began: Pick<SopProgress, 'sop' | 'version'>,
): SopEdition | undefined {
  const ofSop = sopEditions.filter(({ sop }) => sop.id === began.sop);
  return ofSop.find(({ versions }) => versions.has(began.version)) ?? ofSop[0];
}
