/** The features in their order: each may use those before it, never those after it. The structure check reads this. */
export const featureOrder = [
  'offices',
  'people',
  'cases',
  'papers',
  'reports',
  'registers',
  'administration',
] as const;

/** The rooms of `features/cases` in their order: each may use those before it. `scripts/check-structure.ts` holds it. */
export const roomsOfCases = [
  'doors',
  'history',
  'store',
  'vault',
  'attachments',
  'verify',
  'acts',
  'intake',
  'lists',
  'notices',
  'case-page',
  'closed-lane',
  'public',
  'counter',
  'likeness',
  'work',
  'personal-data',
  'endings',
  'access-log',
  'hand-over',
  'api',
] as const;

/**
 * The rooms of `src/domain` in their order: each may use those before it and those of its own line. What a case is, what
 * its office promises, who may and which SOP runs are told by each other's types; no file of the four imports in a circle.
 */
export const roomsOfDomain = [
  ['numbers'],
  ['calendar'],
  ['documents'],
  ['office', 'complaint', 'people', 'sop'],
  ['notices'],
  ['registers'],
  ['likeness'],
  ['papers'],
  ['reports'],
] as const;
