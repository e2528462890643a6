export const callViews = ['all', 'mine', 'missed'] as const;
export type CallView = (typeof callViews)[number];
