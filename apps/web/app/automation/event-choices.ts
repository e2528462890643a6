import type { TriggerEvent } from '@handoff/core/automation/trigger/trigger-definition';

/** What can set a trigger off, in the order of the menu. */
export const triggerEvents = [
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
] as const satisfies readonly TriggerEvent[];

export const sinceKinds = ['created', 'updated', 'status_changed', 'commented'] as const;

/** The schema writes its enums large, the texts small. */
export const eventOf = (event: Uppercase<TriggerEvent>) => event.toLowerCase() as TriggerEvent;
