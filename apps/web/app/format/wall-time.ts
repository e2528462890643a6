function offsetMinutes(instant: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** An instant as the clock on the wall of `timeZone` shows it: `2026-03-18T14:30`, the value of a datetime input. */
export function toWallTime(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() + offsetMinutes(date, timeZone) * 60_000).toISOString().slice(0, 16);
}

/** The instant at which the wall of `timeZone` shows `wall`; where clocks skip that hour, the one right after the gap. */
export function fromWallTime(wall: string, timeZone: string): string {
  const asUtc = new Date(`${wall}Z`);
  if (Number.isNaN(asUtc.getTime())) return '';
  const guess = new Date(asUtc.getTime() - offsetMinutes(asUtc, timeZone) * 60_000);
  return new Date(asUtc.getTime() - offsetMinutes(guess, timeZone) * 60_000).toISOString();
}

/** A day of `timeZone` as instants: its first moment, and the first of the next day. Null where the text is no day. */
export function dayOf(day: string, timeZone: string): [string, string] | null {
  const start = fromWallTime(`${day.slice(0, 10)}T00:00`, timeZone);
  if (!start) return null;
  return [start, new Date(new Date(start).getTime() + 86_400_000).toISOString()];
}
