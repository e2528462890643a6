/** The preference under which a list's choices are kept. */
export type ChoicesKey = 'ticketViews' | 'customerViews' | 'callViews';

/** What a person chose of a list's views: their order, what is hidden, with which it begins, and the columns of each. */
export interface ViewChoices {
  order: string[];
  hidden: string[];
  start: string | null;
  columns: Record<string, string[]>;
}

export const noChoices: ViewChoices = { order: [], hidden: [], start: null, columns: {} };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** Reads what the server keeps; what it lacks is not chosen. */
export function readChoices(stored: unknown): ViewChoices {
  if (typeof stored !== 'object' || stored === null) return noChoices;
  const { order, hidden, start, columns } = stored as Record<string, unknown>;
  return {
    order: texts(order),
    hidden: texts(hidden),
    start: typeof start === 'string' ? start : null,
    columns:
      typeof columns === 'object' && columns !== null
        ? Object.fromEntries(Object.entries(columns).map(([view, ids]) => [view, texts(ids)]))
        : {},
  };
}

/** The views in the person's order; those that they have not placed follow as they come. */
export function inChosenOrder<View extends { id: string }>(views: readonly View[], { order }: ViewChoices): View[] {
  const place = (view: View) => {
    const at = order.indexOf(view.id);
    return at === -1 ? order.length : at;
  };
  return views.toSorted((a, b) => place(a) - place(b));
}
