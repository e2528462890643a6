import { createHash, randomBytes } from 'node:crypto';

/** Makes a secret of 256 bits for a session or an API credential. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** What is kept of a token: it is random, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
