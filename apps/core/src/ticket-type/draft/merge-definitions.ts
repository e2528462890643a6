/** A place that two people changed in unlike ways. */
export interface Clash {
  path: string[];
  before: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Merge {
  /** Both people's changes; at a clash, mine. */
  merged: unknown;
  clashes: Clash[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a part of a list is known by from version to version; null where the list is one of plain values. */
export function identityOf(part: unknown): string | null {
  if (!isRecord(part)) return null;
  const identity = part['id'] ?? part['key'] ?? part['value'];
  return typeof identity === 'string' ? identity : null;
}

const isIdentified = (list: readonly unknown[]) => {
  const identities = list.map(identityOf);
  return !identities.includes(null) && new Set(identities).size === list.length;
};

/** Whether two parts say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((part, index) => isSame(part, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

/**
 * Brings together what two people made of the same draft. Parts of lists are matched by their id, key or value, so that
 * one may move a field while another renames it. What both changed in unlike ways is a clash.
 */
export function mergeDefinitions(before: unknown, theirs: unknown, mine: unknown): Merge {
  const clashes: Clash[] = [];
  const merged = merge(before, theirs, mine, [], clashes);
  return { merged: merged ?? null, clashes };
}

function merge(before: unknown, theirs: unknown, mine: unknown, path: string[], clashes: Clash[]): unknown {
  if (isSame(theirs, mine) || isSame(before, theirs)) return mine;
  if (isSame(before, mine)) return theirs;
  if (isRecord(theirs) && isRecord(mine))
    return mergeRecords(isRecord(before) ? before : {}, theirs, mine, path, clashes);
  if (Array.isArray(theirs) && Array.isArray(mine)) {
    const base = Array.isArray(before) ? before : [];
    if ([base, theirs, mine].every(isIdentified)) return mergeLists(base, theirs, mine, path, clashes);
  }
  clashes.push({ path, before, theirs, mine });
  return mine;
}

function mergeRecords(
  before: Record<string, unknown>,
  theirs: Record<string, unknown>,
  mine: Record<string, unknown>,
  path: string[],
  clashes: Clash[],
): unknown {
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = merge(before[key], theirs[key], mine[key], [...path, key], clashes);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeLists(
  before: readonly unknown[],
  theirs: readonly unknown[],
  mine: readonly unknown[],
  path: string[],
  clashes: Clash[],
): unknown {
  const find = (list: readonly unknown[], identity: string) => list.find((part) => identityOf(part) === identity);
  const merged: unknown[] = [];
  for (const identity of orderOf(before, theirs, mine)) {
    const part = merge(
      find(before, identity),
      find(theirs, identity),
      find(mine, identity),
      [...path, identity],
      clashes,
    );
    if (part !== undefined) merged.push(part);
  }
  return merged;
}

/** My order, unless only the other one moved parts; what only the other one has stands after what it followed there. */
function orderOf(before: readonly unknown[], theirs: readonly unknown[], mine: readonly unknown[]): string[] {
  const names = (list: readonly unknown[]) => list.map((part) => identityOf(part) ?? '');
  const [was, their, my] = [names(before), names(theirs), names(mine)];
  const kept = (list: string[], other: string[]) => list.filter((name) => other.includes(name));
  const haveIMoved = kept(my, was).join() !== kept(was, my).join();
  const [leading, following] = haveIMoved ? [my, their] : [their, my];
  const order = [...leading];
  following.forEach((name, index) => {
    if (order.includes(name)) return;
    const previous = following.slice(0, index).findLast((earlier) => order.includes(earlier));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, name);
  });
  return order;
}
