import type { TriggerEvent } from '@handoff/core/automation/trigger/trigger-event';

/** The schema writes its enums large, the texts small. */
export const eventOf = (event: Uppercase<TriggerEvent>) => event.toLowerCase() as TriggerEvent;
