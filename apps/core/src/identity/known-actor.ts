import type { Database } from '@handoff/prisma';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';
import type { Actor } from './actor.ts';
import { actorOfCredential } from './credential.ts';
import { keepReach } from './reach.ts';
import { actorOfSession } from './sign-in/session.ts';
import { hashToken } from './sign-in/token.ts';

const finders = { credential: actorOfCredential, session: actorOfSession };

/** Who a token stands for and whom they reach, read once in 2 s a process; null if the token is not valid. */
export const knownActor = (db: Database, kind: keyof typeof finders, token: string, now: Date): Promise<Actor | null> =>
  keepForAMoment(db, `actor:${hashToken(token)}`, async () => {
    const actor = await finders[kind](db, token, now);
    if (actor) keepReach(actor);
    return actor;
  });
