const key = 'handoff-customer-list';

/** Keeps the order of the list that a customer is opened from, so that the record can go to the next one. */
export function rememberCustomers(rows: readonly { id: string }[]) {
  sessionStorage.setItem(key, JSON.stringify(rows.map((row) => row.id)));
}

/** The customers before and after this one in the list last seen in this tab. */
export function customersAround(id: string): { previous: string | null; next: string | null } {
  const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
  const ids = Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
  const place = ids.indexOf(id);
  if (place < 0) return { previous: null, next: null };
  return { previous: ids[place - 1] ?? null, next: ids[place + 1] ?? null };
}
