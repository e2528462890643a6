/**
 * `held`: waits for the end of quiet hours. `merged`: another message speaks of it too. `skipped`: was not to be sent, as
 * its person had muted everything or may no longer see the record. `gave_up`: tried until there was no more to hope for.
 */
export const DELIVERY_STATES = [
  'queued',
  'held',
  'sending',
  'sent',
  'merged',
  'skipped',
  'refused',
  'gave_up',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What can be sent again by hand: what was not sent, and what waits for its next attempt. */
export const RETRYABLE_STATES: readonly DeliveryState[] = ['refused', 'gave_up', 'skipped', 'queued', 'held'];
