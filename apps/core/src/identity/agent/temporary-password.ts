import { randomInt } from 'node:crypto';

// Without letters and digits that look alike when they are read out.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const block = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');

/** A password for one sign-in, easy to read out: 74 bits in three blocks. */
export const newTemporaryPassword = (): string => [block(), block(), block()].join('-');
