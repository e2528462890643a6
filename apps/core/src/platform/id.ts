import { monotonicFactory } from 'ulid';
import { z } from 'zod';

const nextUlid = monotonicFactory();

/** Makes a new record id: a ULID, ordered by time within this process. */
export const newId = (): string => nextUlid();

/** An id in an input. `node` names the record type, so that the API can take a Relay id in its place. */
export const idOf = (node: string) =>
  z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, { error: 'not an id' })
    .meta({ node });
