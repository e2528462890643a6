import { randomInt } from 'node:crypto';

/** A Chinese mobile number that no demo customer has; another one at each call. */
export const unusedNumber = (): string => `+86199${String(randomInt(100_000_000)).padStart(8, '0')}`;
