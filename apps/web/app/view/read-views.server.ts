import { executeOperation } from '~/graphql/execute.server.ts';
import { chipOf } from '~/list/conditions.ts';
import type { Comparison, Filter, ListState } from '~/list/list-url.ts';
import { readChoices, type ChoicesKey, type ViewChoices } from './view-choices.ts';
import { ownPreferencesQuery, savedViewsQuery, type SavedViewData } from './view-operations.ts';

/** A list's saved views, what the person chose of them, and which view the address asks for. */
export interface ListViews {
  list: 'TICKETS' | 'CUSTOMERS';
  saved: SavedViewData[];
  groups: { id: string; name: string }[];
  choices: ViewChoices;
  /** A saved view's id, or one of the list's own names. */
  active: string;
}

export async function readViews(
  request: Request,
  list: ListViews['list'],
  state: ListState,
  fallback: string,
): Promise<ListViews> {
  const { savedViews, serviceGroups, viewer } = await executeOperation(request, savedViewsQuery, { list });
  const preferences = viewer?.preferences as Record<string, unknown> | undefined;
  const choices = readChoices(preferences?.[list === 'TICKETS' ? 'ticketViews' : 'customerViews']);
  const groups = serviceGroups.map(({ id, name }) => ({ id, name }));
  return { list, saved: savedViews, groups, choices, active: state.view ?? choices.start ?? fallback };
}

/** What the person chose of the views of a list that keeps none. */
export async function readViewChoices(request: Request, key: ChoicesKey): Promise<ViewChoices> {
  const { viewer } = await executeOperation(request, ownPreferencesQuery);
  return readChoices((viewer?.preferences as Record<string, unknown> | undefined)?.[key]);
}

interface Conditions {
  /** What the chips say. */
  filters: Filter[];
  /** What only the API can say; it holds beside the chips. */
  rest: object[];
}

/**
 * The chips of a saved view's filter. The page writes a filter as conditions that all hold, one a chip; what an
 * integrator wrote otherwise is kept as it is.
 */
export function readConditions(filter: unknown, comparisonOf: (condition: object) => Comparison | null): Conditions {
  if (typeof filter !== 'object' || filter === null) return { filters: [], rest: [] };
  const isList = 'and' in filter && Array.isArray(filter.and) && Object.keys(filter).length === 1;
  const conditions = isList ? (filter.and as object[]) : [filter];
  const filters: Filter[] = [];
  const rest: object[] = [];
  for (const condition of conditions) {
    const chip = chipOf(condition, comparisonOf);
    if (chip) filters.push(chip);
    else rest.push(condition);
  }
  return { filters, rest };
}
