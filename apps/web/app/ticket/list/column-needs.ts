import { isDesigned } from './designed-filter.ts';

/** The columns whose content a list reads only where they are chosen. */
export const detailColumns = ['creator', 'completed'] as const;

/** What the chosen columns need beside what every row has. */
export const columnNeeds = (chosen: readonly string[]) => ({
  hasDetails: detailColumns.some((id) => chosen.includes(id)),
  hasAnswers: chosen.some(isDesigned),
});
