import type { Context } from '@handoff/core/platform/context';
import { localeOf } from '~/i18n/i18n.server.ts';
import { actorOf } from './actor.server.ts';
import { environment } from './environment.server.ts';
import { services } from './services.server.ts';

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
    outgoing: { allowedInternalAddresses: environment.OUTGOING_ALLOWED_ADDRESSES },
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
