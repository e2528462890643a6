import { DateTime } from 'luxon';

/** The instant of an ISO 8601 date-time, or the beginning of a day (YYYY-MM-DD) in a zone. */
export const zonedStartOfDay = (text: string, zone: string): Date => DateTime.fromISO(text, { zone }).toJSDate();
