/** The features in their order: each may use those before it, never those after it. The structure check reads this. */
export const featureOrder = ['offices', 'people', 'cases', 'papers', 'reports', 'registers'] as const;

/** The rooms of `features/cases` in their order: each may use those before it. `scripts/check-structure.ts` holds it. */
export const roomsOfCases = [
  'doors',
  'history',
  'store',
  'vault',
  'verify',
  'acts',
  'intake',
  'lists',
  'case-page',
  'public',
  'counter',
  'personal-data',
  'api',
] as const;
