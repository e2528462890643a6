export const filterOperators = ['is', 'not', 'any', 'lt', 'gt', 'contains', 'empty', 'filled'] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** One comparison: `status.not:completed`; several values are parted by `|`. */
export interface Comparison {
  field: string;
  operator: FilterOperator;
  values: string[];
}

/** One chip. With others it holds where any of them does: `status.any:open||urgency.any:high`. */
export interface Filter extends Comparison {
  or?: Comparison[];
}

/** The comparisons of a chip, of which one has to hold. */
export const alternativesOf = ({ or = [], ...first }: Filter): Comparison[] => [first, ...or];

/** The chip of some comparisons; none for no comparison. */
export function chipOfAny([first, ...or]: readonly Comparison[]): Filter[] {
  if (!first) return [];
  return [or.length > 0 ? { ...first, or } : first];
}

export interface Sort {
  column: string;
  isDescending: boolean;
}

export interface ListState {
  view: string | null;
  /** Null where the address names none, so that the view's own filters hold. */
  filters: Filter[] | null;
  sort: Sort | null;
  query: string;
}

const written = /^([A-Za-z][\w-]*)\.([a-z]+):(.+)$/s;
const isOperator = (text: string): text is FilterOperator => filterOperators.some((operator) => operator === text);

function readComparison(text: string): Comparison[] {
  const [, field = '', operator = '', values = ''] = written.exec(text) ?? [];
  if (!isOperator(operator)) return [];
  return [{ field, operator, values: values.split('|').map(decodeURIComponent) }];
}

const readFilter = (text: string): Filter[] => chipOfAny(text.split('||').flatMap(readComparison));

const writeComparison = ({ field, operator, values }: Comparison): string =>
  `${field}.${operator}:${values.map(encodeURIComponent).join('|')}`;

/** What the address asks for; a part that cannot be read is left out. */
export function readListUrl(search: URLSearchParams): ListState {
  const sort = search.get('sort');
  return {
    view: search.get('view'),
    filters: search.has('f') ? search.getAll('f').flatMap(readFilter) : null,
    sort: sort ? { column: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') } : null,
    query: search.get('q') ?? '',
  };
}

/** The address of a list; an emptied filter list is kept as `f=`, so that it differs from the view's own. */
export function writeListUrl(state: ListState): URLSearchParams {
  const search = new URLSearchParams();
  if (state.view) search.set('view', state.view);
  for (const filter of state.filters ?? []) search.append('f', alternativesOf(filter).map(writeComparison).join('||'));
  if (state.filters?.length === 0) search.set('f', '');
  if (state.sort) search.set('sort', `${state.sort.isDescending ? '-' : ''}${state.sort.column}`);
  if (state.query) search.set('q', state.query);
  return search;
}
