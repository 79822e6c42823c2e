import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';

/**
 * Oversight as the category says it (rule 22): it comes and goes with one of oversight; what was set beside its
 * category stays.
 */
export function oversightByCategory(state: CaseState, category: string | null, office: OfficeData): boolean {
  const ofCategory = (key: string | null) =>
    office.categories.find((one) => one.key === key)?.oversight ?? false;
  return ofCategory(category) || (state.oversight && !ofCategory(state.category));
}
