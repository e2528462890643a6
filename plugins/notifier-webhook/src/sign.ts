import { createHmac } from 'node:crypto';

/** The bytes of a secret that is written as `whsec_` and base64. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * The header webhook-signature of Standard Webhooks: `v1,` and the base64 of HMAC-SHA256 over id, timestamp (s of the
 * epoch) and body, with dots between them.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const sign = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
