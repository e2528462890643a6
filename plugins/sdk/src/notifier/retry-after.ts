/** No vendor's wish to be left alone is followed for longer (s). */
export const mostDelaySeconds = 60 * 60;

/** What a Retry-After header says (RFC 9110, 10.2.3: seconds or a date) in seconds from now; null where it says nothing. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), mostDelaySeconds) : null;
}
