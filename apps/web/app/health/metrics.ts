import { timingSafeEqual } from 'node:crypto';
import { renderMetrics } from '@handoff/core/observe/metrics';
import { readServiceFigures } from '@handoff/core/observe/read-service-figures';
import { readPoolFigures } from '@handoff/prisma';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { environment } from '../graphql/environment.server.ts';
import { services } from '../graphql/services.server.ts';

const ownAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** With METRICS_TOKEN set, whoever has it; else only this machine. */
function mayScrape(request: Request): boolean {
  const token = environment.METRICS_TOKEN;
  if (!token) return ownAddresses.has(request.headers.get('x-client-address') ?? '');
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The figures that Prometheus collects. */
export function loader({ request }: LoaderFunctionArgs): Response | Promise<Response> {
  if (!mayScrape(request)) return new Response('Not found', { status: 404 });
  return renderMetrics({
    readFigures: () => readServiceFigures(services.db, new Date()),
    readPool: () => readPoolFigures(services.db),
  });
}
