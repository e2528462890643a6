import { z } from 'zod';

/** Where a parcel is, as far as every carrier can tell it. */
export const trackingStateSchema = z.enum([
  'collected',
  'in_transit',
  'delivering',
  'delivered',
  'problem',
  'refused',
  'returning',
  'returned',
  'customs',
]);
export type TrackingState = z.infer<typeof trackingStateSchema>;

/** One thing that happened to a parcel. */
export const trackingEventSchema = z.object({
  at: z.date(),
  /** What the carrier says of it, in the carrier's words. */
  text: z.string().min(1).max(1000),
  place: z.string().max(200).nullable(),
});
export type TrackingEvent = z.infer<typeof trackingEventSchema>;

/** What a carrier knows of a parcel; events in any order. */
export const trackingSchema = z.object({
  carrier: z.string().min(1).max(40),
  state: trackingStateSchema.nullable(),
  events: z.array(trackingEventSchema).max(500),
});
export type Tracking = z.infer<typeof trackingSchema>;

export interface TrackingRequest {
  number: string;
  /** One of the plugin's carriers. */
  carrier: string;
  /** The receiver's or sender's phone number in digits, where it is known: some carriers ask for its end. */
  phone: string | null;
}
