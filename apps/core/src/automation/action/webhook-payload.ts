import { z } from 'zod';

/** What waits in the outbox for a call outside. */
export const webhookPayload = z.object({ url: z.string(), body: z.record(z.string(), z.unknown()) });
