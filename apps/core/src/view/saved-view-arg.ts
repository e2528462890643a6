import { NotFoundError } from '../platform/errors.ts';
import { fromGlobalId } from '../graphql/global-id.ts';

/** What the argument `savedView` of a list says of itself. */
export const savedViewDescription = "A saved view's id: its view, filter and order hold, unless others are given.";

/** The record id behind the argument. Throws NotFoundError for an id of another type. */
export function savedViewIdOf(globalId: string | number | null | undefined): string | null {
  if (globalId === null || globalId === undefined) return null;
  const id = fromGlobalId('SavedView', String(globalId));
  if (!id) throw new NotFoundError('saved view');
  return id;
}
