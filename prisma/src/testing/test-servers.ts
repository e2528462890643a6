// vitest's global setup: private servers for one test run, each started when the first test asks for it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from './test-server-address.ts';
import { startMariadb } from '../../../scripts/startup/mariadb.mjs';
import { holdAnyPort } from '../../../scripts/startup/ports.mjs';
import { Supervisor } from '../../../scripts/startup/supervisor.mjs';
import { startTemporal } from '../../../scripts/startup/temporal.mjs';
import { findTemporal } from '../../../scripts/startup/temporal-program.mjs';

// Nothing here has to outlive the machine, so nothing waits for the disk.
const FAST_SETTINGS = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=0',
  '--loose-sync-frm=0',
  '--innodb-file-per-table=0',
  '--innodb-buffer-pool-size=128M',
];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-test-'));
  const supervisor = new Supervisor((message) => {
    console.warn(message);
  });
  const mariadb = once(async () =>
    startMariadb({ folder, password: 'test', port: await holdAnyPort(), supervisor, settings: FAST_SETTINGS }),
  );
  const temporal = once(async () => {
    const program = findTemporal();
    if (!program)
      throw new Error('Temporal is missing on this machine: run `npm start` once, which fetches or builds it.');
    const [port, uiPort] = [await holdAnyPort(), await holdAnyPort()];
    return startTemporal({ program, port, uiPort, log: join(folder, 'temporal.log'), supervisor });
  });

  const control = createServer((request, response) => {
    void answer(response, request.url === '/temporal' ? temporal : mariadb);
  });
  await new Promise<void>((listening) => control.listen(0, '127.0.0.1', listening));
  project.provide('testServers', `http://127.0.0.1:${String((control.address() as AddressInfo).port)}`);

  return async () => {
    control.close();
    control.closeAllConnections();
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
}

async function answer(response: ServerResponse, start: () => Promise<string>): Promise<void> {
  try {
    response.end(await start());
  } catch (error) {
    response.writeHead(500).end(error instanceof Error ? error.message : String(error));
  }
}
