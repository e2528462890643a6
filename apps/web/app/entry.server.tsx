import { randomBytes } from 'node:crypto';
import { CacheProvider } from '@emotion/react';
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { pino } from 'pino';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { createServerI18n, localeOf } from './i18n/i18n.server.ts';
import { NonceProvider } from './shell/nonce.ts';
import { createEmotionCache } from './theme/emotion-cache.ts';
import { StyledStream } from './theme/styled-stream.server.ts';

/** The server hands requests of /graphql to it. */
export { graphql } from './graphql/graphql.server.ts';

export const streamTimeout = 10_000;
const log = pino({ name: 'web', level: process.env.LOG_LEVEL ?? 'info' });

function contentSecurityPolicy(nonce: string) {
  const live = import.meta.env.DEV ? ' ws:' : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src 'self'${live}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
) {
  const nonce = randomBytes(16).toString('base64');
  const i18n = await createServerI18n(await localeOf(request), remixContext);
  const cache = createEmotionCache();
  const readyEvent = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';

  return new Promise<Response>((resolve, reject) => {
    let hasFailed = false;
    const body = new StyledStream(cache);
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <CacheProvider value={cache}>
          <NonceProvider value={nonce}>
            <RemixServer context={remixContext} url={request.url} nonce={nonce} />
          </NonceProvider>
        </CacheProvider>
      </I18nextProvider>,
      {
        nonce,
        [readyEvent]: () => {
          headers.set('content-type', 'text/html; charset=utf-8');
          headers.set('content-security-policy', contentSecurityPolicy(nonce));
          headers.set('vary', 'cookie, accept-language');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: hasFailed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => {
          hasFailed = true;
          log.error({ error, url: request.url }, 'a page could not be rendered');
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

export function handleError(error: unknown, { request, context }: LoaderFunctionArgs & { context: AppLoadContext }) {
  if (request.signal.aborted) return;
  log.error(
    { err: error, url: request.url.replace(/\/f\/[^/?]+/, '/f/…'), requestId: context.requestId },
    'a request failed unexpectedly',
  );
}
