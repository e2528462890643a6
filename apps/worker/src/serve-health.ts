import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { renderMetrics, startMetrics } from '@handoff/core/observe/metrics';
import { readServiceFigures } from '@handoff/core/observe/read-service-figures';
import { readPoolFigures, type Database } from '@handoff/prisma';

interface HealthOptions {
  db: Database;
  host: string;
  port: number;
}

/**
 * Answers /healthz and /metrics of this process. The port is for the operator's own network: bind it to an address
 * that only the probes reach.
 */
export async function serveHealth({ db, host, port }: HealthOptions): Promise<Server> {
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
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
