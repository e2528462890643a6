import { readFileSync, readlinkSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProcess } from '@handoff/e2e/support/processes.ts';
import { holdAnyPort } from '../../scripts/startup/ports.mjs';
import { Supervisor } from '../../scripts/startup/supervisor.mjs';

/** The environment, folder and arguments that a process was started with. */
function startOf(pid: number): { env: NodeJS.ProcessEnv; cwd: string; args: string[] } {
  const read = (file: string): string[] => readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').filter(Boolean);
  const env = Object.fromEntries(
    read('environ').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { env, cwd: readlinkSync(`/proc/${pid}/cwd`), args: read('cmdline').slice(1) };
}

/** Runs a second web and a second worker beside those of an instance, as on a second machine. */
export async function startSecondProcesses(data: string): Promise<{ webUrl: string; stop: () => Promise<void> }> {
  const supervisor = new Supervisor(() => undefined);
  const [webPort, workerPort] = [await holdAnyPort(), await holdAnyPort()];
  await Promise.all([webPort.release(), workerPort.release()]);
  for (const [name, ports] of [
    ['web', { PORT: String(webPort.port) }],
    ['worker', { WORKER_PORT: String(workerPort.port) }],
  ] as const) {
    const pid = findProcess(name);
    if (pid === null) throw new Error(`no ${name} process to copy`);
    const { env, cwd, args } = startOf(pid);
    supervisor.keep({
      name: `second ${name}`,
      command: process.execPath,
      args,
      cwd,
      env: { ...env, ...ports },
      log: join(data, 'log', `second-${name}.log`),
      stopOrder: 1,
      stopSeconds: 8,
    });
  }
  const webUrl = `http://127.0.0.1:${webPort.port}`;
  while (!(await fetch(`${webUrl}/healthz`).catch(() => null))?.ok) await wait(100);
  return { webUrl, stop: () => supervisor.stop() };
}

/** A load balancer: each connection goes to the next of the servers that takes it. */
export async function balance(urls: readonly string[]): Promise<{ url: string; close: () => void }> {
  let turn = 0;
  const sockets = new Set<Socket>();
  const forward = (client: Socket, tries: number): void => {
    const { port } = new URL(urls[turn++ % urls.length] ?? '');
    const server = connect(Number(port), '127.0.0.1');
    sockets.add(server);
    server.once('connect', () => {
      client.pipe(server);
      server.pipe(client);
    });
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      sockets.delete(server);
      if (server.bytesRead === 0 && server.bytesWritten === 0 && tries > 1) return forward(client, tries - 1);
      client.destroy();
    };
    server.once('error', end);
    server.once('close', end);
    client.once('close', () => server.destroy());
  };
  const listener = createServer((client) => {
    sockets.add(client);
    client.once('error', () => client.destroy());
    client.once('close', () => sockets.delete(client));
    forward(client, urls.length);
  });
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
