import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServerAddress } from '@handoff/prisma/testing/test-server-address';
import type { Attendance } from './ticket-activities.ts';
import { ticketWorkflowId, wakeAtQuery, wakeSignal } from './ticket-messages.ts';
import { recordedHistories } from './testing/workflow-bench.ts';
import { ticketWorkflow } from './ticket-workflow.ts';

const { History } = temporal.api.history.v1;
const taskQueue = 'ticket-workflow-test';
let address: string;
let client: Client;
let workflowBundle: WorkflowBundleWithSourceMap;

/** What the outside of a ticket would say, one answer a turn; the last one is repeated. */
class Outside {
  attended = 0;
  steps: string[] = [];

  constructor(private readonly answers: (() => Attendance)[]) {}

  activities = {
    attendTicket: (): Promise<Attendance> => {
      const answer = this.answers[Math.min(this.attended, this.answers.length - 1)];
      this.attended += 1;
      return Promise.resolve(answer?.() ?? { automaticSteps: [], nextAt: null });
    },
    runAutomaticStep: (step: { tokenId: string }): Promise<void> => {
      this.steps.push(`ran ${step.tokenId}`);
      return Promise.resolve();
    },
    giveUpAutomaticStep: (step: { tokenId: string }): Promise<void> => {
      this.steps.push(`gave up ${step.tokenId}`);
      return Promise.resolve();
    },
  };
}

const nothing = (): Attendance => ({ automaticSteps: [], nextAt: null });
const inMs = (ms: number) => (): Attendance => ({
  automaticSteps: [],
  nextAt: new Date(Date.now() + ms).toISOString(),
});

async function startWorker(outside: Outside): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, taskQueue, workflowBundle, activities: outside.activities });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await connection.close();
  };
}

const start = (ticketId: string, eventId: string) =>
  client.workflow.signalWithStart(ticketWorkflow, {
    workflowId: ticketWorkflowId(ticketId),
    taskQueue,
    args: [{ ticketId }],
    signal: wakeSignal,
    signalArgs: [{ eventId }],
  });

beforeAll(async () => {
  address = await testServerAddress('temporal');
  client = new Client({ connection: await Connection.connect({ address }) });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)),
    logger: undefined,
  });
}, 120_000);

afterAll(async () => {
  await client.connection.close();
});

describe('the workflow of a ticket', () => {
  it('wakes when the next timer is due, and ends when nothing is left', async () => {
    const outside = new Outside([inMs(700), nothing]);
    const stop = await startWorker(outside);
    const handle = await start('due', 'e1');
    await handle.result();
    await stop();
    expect(outside.attended).toBe(2);
  });

  it('looks again when it is woken, but only once for the same event', async () => {
    const outside = new Outside([inMs(60_000)]);
    const stop = await startWorker(outside);
    const handle = await start('woken', 'e1');
    await expect.poll(() => outside.attended).toBeGreaterThan(0);
    await expect.poll(() => handle.query(wakeAtQuery)).not.toBeNull();
    const before = outside.attended;
    await handle.signal(wakeSignal, { eventId: 'e2' });
    await handle.signal(wakeSignal, { eventId: 'e2' });
    await expect.poll(() => outside.attended).toBe(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(outside.attended).toBe(before + 1);
    await handle.terminate();
    await stop();
  });

  it('keeps its timer while every worker is away', async () => {
    const first = new Outside([inMs(1_500)]);
    const stopFirst = await startWorker(first);
    const handle = await start('away', 'e1');
    await expect.poll(() => handle.query(wakeAtQuery)).not.toBeNull();
    await stopFirst();
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const second = new Outside([nothing]);
    const stopSecond = await startWorker(second);
    await handle.result();
    await stopSecond();
    expect(second.attended).toBeGreaterThanOrEqual(1);
  });

  it('does automatic steps in order before it waits', async () => {
    const effect = { type: 'call_webhook' as const, url: 'https://example.com', answers: {} };
    const step = (tokenId: string) => ({ ticketId: 'automatic', tokenId, effect });
    const outside = new Outside([() => ({ automaticSteps: [step('t1'), step('t2')], nextAt: null }), nothing]);
    const stop = await startWorker(outside);
    const handle = await start('automatic', 'e1');
    await handle.result();
    await stop();
    expect(outside.steps).toEqual(['ran t1', 'ran t2']);
  });

  it('replays the histories that it has written', async () => {
    for (const ticketId of ['due', 'away', 'automatic', 'woken']) {
      const history = await client.workflow.getHandle(ticketWorkflowId(ticketId)).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, ticketWorkflowId(ticketId));
      if (process.env.RECORD_HISTORIES) await record(ticketId, history);
    }
  });
});

/** Kept when the workflow changes its course: RECORD_HISTORIES=1 writes what this version does beside the older ones. */
async function record(name: string, history: temporal.api.history.v1.IHistory): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(new URL(`${day}-${name}.history`, recordedHistories), History.encode(history).finish());
}
