import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { renderMetrics, startMetrics } from '@handoff/core/observe/metrics';
import { readServiceFigures } from '@handoff/core/observe/read-service-figures';
import { readPoolFigures, type Database } from '@handoff/prisma';

interface HealthOptions {
  db: Database;
  host: string;
  port: number;
  log: Logger;
}

const retryMs = 1_000;

/**
 * Answers /healthz and /metrics of this process. The port is for the operator's own network: bind it to an address
 * that only the probes reach. Where the port is taken, the worker works on without it and tries again.
 */
export function serveHealth({ db, host, port, log }: HealthOptions): Server {
  startMetrics();
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') return response.end('ok');
    if (path !== '/metrics') return response.writeHead(404).end();
    renderMetrics({ readFigures: () => readServiceFigures(db, new Date()), readPool: () => readPoolFigures(db) })
      .then(async (page) => {
        response.writeHead(200, { 'content-type': page.headers.get('content-type') ?? 'text/plain' });
        response.end(await page.text());
      })
      .catch(() => response.writeHead(500).end());
  });
  server.requestTimeout = 5_000;
  server.on('error', (error) => {
    log.warn({ err: error, port }, 'nobody can ask how the worker is');
    setTimeout(() => server.listen(port, host), retryMs).unref();
  });
  server.listen(port, host);
  return server;
}
