import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import type { TotalCount } from '../graphql/connection.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { loadVisibleViews } from './saved-view-access.ts';
import { viewQuery, type ViewListKey, type ViewQuery } from './saved-view-input.ts';

/** A view's arguments as the list's resolver takes them. */
export interface OpenedView {
  view: string | null;
  filter: Record<string, unknown> | null;
  orderBy: string | null;
  isReversed: boolean;
}

/** A list that can be kept as a view: the types of its connection's arguments, and how many rows a view of it has. */
export interface ViewList {
  viewType: string | null;
  filterType: string;
  orderType: string;
  count: (context: Context, opened: OpenedView) => Promise<TotalCount>;
  /** The ids of its rows in their own order, from after this one on. */
  ids: (context: Context, opened: OpenedView, after: string | null, most: number) => Promise<string[]>;
}

const lists = new Map<ViewListKey, ViewList>();

export const defineViewList = (key: ViewListKey, list: ViewList): void => void lists.set(key, list);

export function viewListOf(key: ViewListKey): ViewList {
  const list = lists.get(key);
  if (!list) throw new Error(`no list ${key} can be kept as a view`);
  return list;
}

/**
 * Reads a view's arguments through the schema's own types, as if they had been sent to the list.
 * Throws ValidationError that names the first part which the list does not take.
 */
export function readViewQuery(schema: GraphQLSchema, key: ViewListKey, query: ViewQuery): OpenedView {
  const list = viewListOf(key);
  const read = (argument: 'view' | 'filter' | 'orderBy', typeName: string | null): unknown => {
    const value = query[argument];
    if (value === null || value === undefined) return null;
    const type = typeName ? schema.getType(typeName) : undefined;
    const refuse = (path: readonly (string | number)[]): never => {
      throw new ValidationError([
        {
          path: ['query', argument, ...path.map(String)],
          code: 'not_in_this_list',
          message: {
            en: 'The list cannot be filtered or sorted so. Change this part of the view and save it again.',
            zh: '列表不支持此筛选或排序，请修改后重新保存视图。',
          },
        },
      ]);
    };
    if (!type || !isInputType(type)) return refuse([]);
    return coerceInputValue(value, type, refuse);
  };
  return {
    view: read('view', list.viewType) as string | null,
    filter: read('filter', list.filterType) as Record<string, unknown> | null,
    orderBy: read('orderBy', list.orderType) as string | null,
    isReversed: query.isReversed,
  };
}

/** The arguments that a saved view stands for; null without one. Throws NotFoundError outside the caller's reach. */
export async function openView(
  context: Context,
  schema: GraphQLSchema,
  key: ViewListKey,
  viewId: string | null | undefined,
): Promise<OpenedView | null> {
  if (!viewId) return null;
  const [view] = await loadVisibleViews(context, [viewId]);
  if (view?.list !== key) throw new NotFoundError('saved view');
  return readViewQuery(schema, key, viewQuery.parse(view.query));
}
