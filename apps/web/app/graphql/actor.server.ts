import { anonymousActor, type Actor } from '@handoff/core/identity/actor';
import { knownActor } from '@handoff/core/identity/known-actor';
import { createCookie } from '@remix-run/node';
import { services } from './services.server.ts';

/** Holds the session's token; gone when the browser is told so, or after 30 days. */
export const sessionCookie = createCookie('handoff_session', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 30 * 24 * 60 * 60,
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
});

const bearer = /^[Bb]earer ((hk|hs)_[\w-]{20,100})$/;

/** An integrator's credential (hk_) or the token that signIn gave (hs_), both as a bearer; else the browser's cookie. */
async function findActor(request: Request): Promise<Actor> {
  const now = new Date();
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    // Whoever sends the header means it: a cookie beside it does not count, so nothing can be forged by it.
    const [, token = '', kind] = bearer.exec(authorization) ?? [];
    if (!token) return anonymousActor;
    const found = await knownActor(services.db, kind === 'hk' ? 'credential' : 'session', token, now);
    return found ?? anonymousActor;
  }
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'));
  return typeof token === 'string'
    ? ((await knownActor(services.db, 'session', token, now)) ?? anonymousActor)
    : anonymousActor;
}

const known = new WeakMap<Request, Promise<Actor>>();

/** Who sent the request; asked once. */
export function actorOf(request: Request): Promise<Actor> {
  const actor = known.get(request) ?? findActor(request);
  known.set(request, actor);
  return actor;
}
