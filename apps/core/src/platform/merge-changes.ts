type Fields = Readonly<Record<string, unknown>>;

/** A field that two people changed to different things since one of them had read it. */
export interface FieldConflict {
  field: string;
  /** What it was when it was read. */
  before: unknown;
  /** What it is now. */
  theirs: unknown;
}

export interface Merged {
  /** The fields of `mine` that are to be written. */
  toWrite: string[];
  /** What others changed and the caller did not: it stays. */
  kept: string[];
  conflicts: FieldConflict[];
}

const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one === '' ? null : (one ?? null)) === JSON.stringify(other === '' ? null : (other ?? null));

/**
 * Merges what somebody sends with what others changed since they had read the record, field by field. `isSame` says
 * which values mean the same.
 */
export function mergeChanges(read: Fields, mine: Fields, now: Fields, isSame = isSameValue): Merged {
  const merged: Merged = { toWrite: [], kept: [], conflicts: [] };
  for (const [field, value] of Object.entries(mine)) {
    if (isSame(now[field], read[field]) || isSame(value, now[field])) merged.toWrite.push(field);
    else if (isSame(value, read[field])) merged.kept.push(field);
    else merged.conflicts.push({ field, before: read[field] ?? null, theirs: now[field] ?? null });
  }
  return merged;
}
