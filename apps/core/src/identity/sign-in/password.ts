import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

// OWASP password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Checks a password. Without a hash (no such account) it takes as long and says no, so that time tells nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && matches;
}

const commonPasswords = new Set(['password1234', '123456789012', 'qwertyuiop12', 'administrator']);

/** NIST SP 800-63B: length counts, composition rules do not; what everybody tries is refused. */
export const passwordSchema = z
  .string()
  .min(12)
  .max(200)
  .refine((text) => !commonPasswords.has(text.toLowerCase()), {
    error: 'This password is among the most used ones. Choose another.',
  });
