import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { collectWhenIdle } from '@handoff/core/observe/collect-when-idle';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { pino } from 'pino';
import { Histogram } from 'prom-client';
import type * as ServerEntry from './app/entry.server.tsx';

const GRAPHQL_BODY_LIMIT_BYTES = 256 * 1024;
const UPLOAD_LIMIT_BYTES = 52 * 1024 * 1024;
const SLOW_MILLISECONDS = 1_000;
const SHUTDOWN_MILLISECONDS = 10_000;
const isProduction = process.env.NODE_ENV === 'production';
const log = pino({ name: 'web', level: process.env.LOG_LEVEL ?? 'info' });

function nameRequest(request: Request, response: Response, next: NextFunction) {
  const given = request.get('x-request-id');
  const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.locals.requestId = requestId;
  response.setHeader('x-request-id', requestId);
  request.headers['x-request-id'] = requestId;
  next();
}

const requestSeconds = new Histogram({
  name: 'handoff_http_request_seconds',
  help: 'How long requests took until the last byte was sent; event streams are not counted.',
  labelNames: ['method', 'area', 'status'] as const,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
});

/** The first part of an address that exists: few enough to be a label. */
const areaOf = (path: string, status: number): string => (status === 404 ? 'unknown' : `/${path.split('/')[1] ?? ''}`);

/** The address of a form outside is a key to it, and no log's business. */
const withoutKey = (path: string): string => path.replace(/^\/f\/[^/]+/, '/f/…');

/** Every request is counted; those that failed or were slow are told of, the others only at level debug. */
function watchRequest(request: Request, response: Response, next: NextFunction) {
  const since = performance.now();
  response.once('finish', () => {
    if (isEventStream(response)) return;
    const { statusCode } = response;
    const milliseconds = Math.round(performance.now() - since);
    const area = areaOf(request.path, statusCode);
    requestSeconds.observe({ method: request.method, area, status: statusCode }, milliseconds / 1000);
    const level =
      statusCode >= 500 ? 'warn' : statusCode >= 400 || milliseconds >= SLOW_MILLISECONDS ? 'info' : 'debug';
    const { requestId } = response.locals as { requestId: string };
    log[level](
      { requestId, method: request.method, path: withoutKey(request.path), statusCode, milliseconds },
      'request',
    );
  });
  next();
}

/** What the app reads instead of the socket, which it does not see; a header sent from outside is overwritten. */
function nameClient(request: Request, _response: Response, next: NextFunction) {
  request.headers['x-client-address'] = request.ip ?? 'unknown';
  next();
}

/** A page of another site may link here, but not act here, be it as whoever is signed in or to sign somebody in. */
function refuseForeignActs(request: Request, response: Response, next: NextFunction) {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.get('authorization')) return next();
  const origin = request.get('origin');
  const isForeign = origin !== undefined && URL.parse(origin)?.host !== request.get('host');
  if (request.get('sec-fetch-site') !== 'cross-site' && !isForeign) return next();
  response
    .status(403)
    .json({ errors: [{ message: 'This request came from another site.', extensions: { code: 'CSRF' } }] });
}

function hardenHeaders(_request: Request, response: Response, next: NextFunction) {
  response.setHeader('x-content-type-options', 'nosniff');
  // Pages say it in their content security policy; this is for all that is no page.
  response.setHeader('x-frame-options', 'SAMEORIGIN');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(self)');
  next();
}

function refuseBody(response: Response, limitBytes: number) {
  const message = `The request is larger than ${limitBytes} bytes. Send less at a time.`;
  response.status(413).json({ errors: [{ message, extensions: { code: 'BODY_TOO_LARGE' } }] });
}

/** Counts what arrives as well as what is announced, so that a chunked body is limited too. */
function limitBody(limitBytes: number) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (Number(request.get('content-length') ?? 0) > limitBytes) return refuseBody(response, limitBytes);
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= limitBytes || response.headersSent) return;
      response.once('finish', () => request.destroy());
      refuseBody(response, limitBytes);
    });
    next();
  };
}

function isEventStream(response: Response) {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

function isCompressible(request: Request, response: Response) {
  return !isEventStream(response) && compression.filter(request, response);
}

const openResponses = new Set<Response>();

function trackResponse(_request: Request, response: Response, next: NextFunction) {
  openResponses.add(response);
  response.once('close', () => openResponses.delete(response));
  next();
}

async function serveAssets(app: express.Express): Promise<() => Promise<ServerBuild>> {
  if (!isProduction) {
    const { createServer: createViteServer } = await import('vite');
    const vite = await createViteServer({ server: { middlewareMode: true } });
    app.use(vite.middlewares);
    return () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  }
  const client = fileURLToPath(new URL('./client', import.meta.url));
  app.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(client, { maxAge: '1h', index: false }));
  const build = (await import('virtual:remix/server-build')) as ServerBuild;
  return () => Promise.resolve(build);
}

const app = express();
app.disable('x-powered-by');
app.set('trust proxy', process.env.TRUST_PROXY ?? 'loopback');
app.use(
  nameRequest,
  watchRequest,
  nameClient,
  refuseForeignActs,
  hardenHeaders,
  trackResponse,
  compression({ filter: isCompressible }),
);
const loadBuild = await serveAssets(app);
// GraphQL goes to its engine directly: to route it as a page takes longer than most operations.
app.all(
  '/graphql',
  (_request, response, next) => {
    const use = (build: ServerBuild): void => {
      response.locals.graphql = (build.entry.module as unknown as typeof ServerEntry).graphql;
      next();
    };
    loadBuild().then(use, next);
  },
  limitBody(GRAPHQL_BODY_LIMIT_BYTES),
  (request, response) => void (response.locals as { graphql: typeof ServerEntry.graphql }).graphql(request, response),
);
app.use(['/files', '/f'], limitBody(UPLOAD_LIMIT_BYTES));
const answer = createRequestHandler({
  build: loadBuild,
  getLoadContext: (_request, response) => ({ requestId: String(response.locals.requestId) }),
});
app.all('*', (request, response, next) => void answer(request, response, next));

const server = createServer(app);
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
server.keepAliveTimeout = 65_000;

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
server.listen(port, host, () => log.info({ host, port }, 'web is listening'));
collectWhenIdle();

/** Event streams never end by themselves, so they are ended first; requests get time to finish, then are cut. */
function shutDown(signal: NodeJS.Signals) {
  log.info({ signal, openResponses: openResponses.size }, 'web is closing');
  setTimeout(() => server.closeAllConnections(), SHUTDOWN_MILLISECONDS).unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  for (const response of openResponses) if (isEventStream(response)) response.end();
}
process.once('SIGTERM', shutDown);
process.once('SIGINT', shutDown);
