/** The features in their order: each may use those before it, never those after it. The structure check reads this. */
export const featureOrder = ['offices', 'people', 'cases', 'papers', 'reports', 'registers'] as const;
