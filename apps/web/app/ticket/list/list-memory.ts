const key = 'handoff-ticket-list';

/** Keeps the order of the list that a ticket is opened from, so that its page can go to the next one. */
export function rememberList(rows: readonly { number: string; status: string }[]) {
  const numbers = rows.filter((row) => row.status !== 'DRAFT').map((row) => row.number);
  sessionStorage.setItem(key, JSON.stringify(numbers));
}

/** The tickets before and after `number` in the list last seen in this tab. */
export function neighboursOf(number: string): { previous: string | null; next: string | null } {
  const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
  const numbers = Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
  const place = numbers.indexOf(number);
  if (place < 0) return { previous: null, next: numbers[0] ?? null };
  return { previous: numbers[place - 1] ?? null, next: numbers[place + 1] ?? null };
}
