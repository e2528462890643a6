import { randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { z } from 'zod';

const random = new Uint16Array(1_024);
let used = random.length;

/** A random number from 0 up to 1; drawn in advance, since each draw alone takes longer than all of an id. */
function draw(): number {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  return (random[used++] ?? 0) / 65_536;
}

const nextUlid = monotonicFactory(draw);

/** Makes a new record id: a ULID, ordered by time within this process. */
export const newId = (): string => nextUlid();

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** When an id was made (ms of the epoch): a ULID begins with 48 bits of milliseconds in Crockford's base 32. */
export const msOfId = (id: string): number =>
  [...id.slice(0, 10)].reduce((ms, letter) => ms * 32 + alphabet.indexOf(letter), 0);

/** The smallest id of an instant (ms of the epoch). */
export function lowestIdAt(ms: number): string {
  let rest = Math.max(0, Math.floor(ms));
  let text = '';
  for (let digit = 0; digit < 10; digit++) {
    text = `${alphabet.charAt(rest % 32)}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text.padEnd(26, '0');
}

/** An id in an input. `node` names the record type, so that the API can take a Relay id in its place. */
export const idOf = (node: string) =>
  z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, { error: 'not an id' })
    .meta({ node });
