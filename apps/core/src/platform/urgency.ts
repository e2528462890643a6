/** How urgent a ticket is, from least to most. */
export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;

export type Urgency = (typeof URGENCIES)[number];
