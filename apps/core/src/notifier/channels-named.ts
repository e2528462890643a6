import { fromGlobalId } from '../graphql/global-id.ts';

/** The channels that a definition names by their ids in the API; undefined where it names none and leaves it to the rule. */
export const channelsNamed = (ids: readonly string[] | undefined): string[] | undefined =>
  ids?.flatMap((id) => fromGlobalId('Channel', id) ?? []);
