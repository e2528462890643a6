import { looksLikeCondition } from '../../condition/looks-like-condition.ts';
import { identityOf, isSame } from './merge-definitions.ts';

export const changeKinds = ['added', 'removed', 'changed', 'moved'] as const;

/** One difference between two definitions. */
export interface Change {
  kind: (typeof changeKinds)[number];
  /** From the outside in; parts of lists by their id, key or value. */
  path: string[];
  before: unknown;
  after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const identitiesOf = (list: readonly unknown[]): string[] | null => {
  const identities = list.map(identityOf);
  return identities.every((identity) => identity !== null) ? identities : null;
};

/** What is different in `after`, part by part, in the order in which it is read. Nothing if they say the same. */
export function describeChanges(before: unknown, after: unknown): Change[] {
  return differences(before, after, []);
}

function differences(before: unknown, after: unknown, path: string[]): Change[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ kind: 'added', path, before, after }];
  if (after === undefined) return [{ kind: 'removed', path, before, after }];
  // A condition is one sentence, so what is different in it is shown as a whole.
  if (looksLikeCondition(before) && looksLikeCondition(after)) return [{ kind: 'changed', path, before, after }];
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [identitiesOf(before), identitiesOf(after)];
    if (was && is) return listDifferences(before, after, was, is, path);
  }
  return [{ kind: 'changed', path, before, after }];
}

function listDifferences(before: unknown[], after: unknown[], was: string[], is: string[], path: string[]): Change[] {
  const parts = [...new Set([...is, ...was])].flatMap((identity) =>
    differences(before[was.indexOf(identity)], after[is.indexOf(identity)], [...path, identity]),
  );
  const stayed = (list: string[], other: string[]) => list.filter((identity) => other.includes(identity));
  const isMoved = stayed(was, is).join() !== stayed(is, was).join();
  return isMoved ? [...parts, { kind: 'moved', path, before: was, after: is }] : parts;
}
