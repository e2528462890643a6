import { createHash } from 'node:crypto';
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import { graphiqlExamples } from './graphiql-examples.ts';

/** Signed in, one asks as oneself; a bearer under Headers takes the place of the cookie. */
export const graphiqlOptions: GraphiQLOptions = {
  title: 'Handoff GraphQL',
  favicon: '/favicon.svg',
  defaultQuery: graphiqlExamples,
  additionalHeaders: { 'x-handoff-csrf': '1' },
};

interface GraphiqlPage {
  html: string;
  policy: string;
}

/** Its nine megabytes are read when somebody opens it first. It brings its own scripts and asks no other site. */
async function loadPage(): Promise<GraphiqlPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL(graphiqlOptions);
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}

let page: Promise<GraphiqlPage> | undefined;
const readPage = () => (page ??= loadPage());

export const renderGraphiql = async (): Promise<string> => (await readPage()).html;

/** GraphiQL is the one page of the endpoint, and runs its own script alone. */
export const guardGraphiql: Plugin = {
  async onResponse({ response }) {
    if (response.headers.get('content-type') !== 'text/html') return;
    response.headers.set('content-security-policy', (await readPage()).policy);
  },
};
