import { anonymousActor, type Actor } from '@handoff/core/identity/actor';
import { actorOfCredential } from '@handoff/core/identity/credential';
import { actorOfSession } from '@handoff/core/identity/session';
import type { Context } from '@handoff/core/platform/context';
import { createCookie } from '@remix-run/node';
import { localeOf } from '~/i18n/i18n.server.ts';
import { services } from './services.server.ts';

/** Holds the session's token; gone when the browser is told so, or after 30 days. */
export const sessionCookie = createCookie('handoff_session', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 30 * 24 * 60 * 60,
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
});

const bearer = /^Bearer (hk_[\w-]{20,100})$/;

async function actorOf(request: Request): Promise<Actor> {
  const now = new Date();
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    // Whoever sends this header is not asked for another header against forgery, so a cookie beside it counts for nothing.
    const credential = bearer.exec(authorization)?.[1];
    return credential ? ((await actorOfCredential(services.db, credential, now)) ?? anonymousActor) : anonymousActor;
  }
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'));
  return typeof token === 'string'
    ? ((await actorOfSession(services.db, token, now)) ?? anonymousActor)
    : anonymousActor;
}

const known = new WeakMap<Request, Promise<Context>>();

async function makeContext(request: Request): Promise<Context> {
  const idempotencyKey = request.headers.get('idempotency-key')?.slice(0, 150);
  return {
    db: services.db,
    pool: services.db,
    tail: services.tail,
    secrets: services.secrets,
    files: services.files,
    plugins: services.plugins,
    actor: await actorOf(request),
    locale: await localeOf(request),
    now: () => new Date(),
    memo: new Map(),
    origin: {
      requestId: request.headers.get('x-request-id') ?? '',
      ip: request.headers.get('x-client-address') ?? 'unknown',
      ...(idempotencyKey ? { idempotencyKey } : {}),
    },
  };
}

/** Who asks and how: made once a request, however many loaders and operations it runs. */
export function contextOf(request: Request): Promise<Context> {
  const context = known.get(request) ?? makeContext(request);
  known.set(request, context);
  return context;
}
