/** What can set a trigger off, in the order of the menu. */
export const TRIGGER_EVENTS = [
  'created',
  'field_changed',
  'status_changed',
  'step_changed',
  'commented',
  'tagged',
  'cancelled',
  'exported',
  'clock_approaching',
  'clock_breached',
  'time_since',
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

/** From when a `time_since` trigger counts. */
export const SINCE_KINDS = ['created', 'updated', 'status_changed', 'commented'] as const;
export type Since = (typeof SINCE_KINDS)[number];
