import { fileURLToPath } from 'node:url';
import { ApplicationFailure } from '@temporalio/common';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServerAddress } from '@handoff/prisma/testing/test-server-address';
import { webhookWorkflow, webhookWorkflowId } from './webhook-workflow.ts';

const taskQueue = 'webhook-workflow-test';
let address: string;
let client: Client;
let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  address = await testServerAddress('temporal');
  client = new Client({ connection: await Connection.connect({ address }) });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)),
  });
}, 120_000);
afterAll(() => client.connection.close());

/** Runs a call against a receiver that answers so, one answer a try; says what was written down and how often it was called. */
async function call(answers: (Error | null)[]): Promise<{ tries: number; problems: (string | null)[] }> {
  const problems: (string | null)[] = [];
  let tries = 0;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle,
    activities: {
      callOut: (): Promise<void> => {
        const answer = answers[Math.min(tries, answers.length - 1)];
        tries += 1;
        return answer ? Promise.reject(answer) : Promise.resolve();
      },
      finishCall: ({ problem }: { problem: string | null }): Promise<void> => {
        problems.push(problem);
        return Promise.resolve();
      },
    },
  });
  const id = `run-${Math.random().toString(36).slice(2)}:0`;
  const input = { url: 'https://example.com', id, body: {} };
  await worker.runUntil(
    client.workflow.execute(webhookWorkflow, { workflowId: webhookWorkflowId(id), taskQueue, args: [input] }),
  );
  await connection.close();
  return { tries, problems };
}

it('tries again while there is hope, and writes down that it got through', async () => {
  expect(await call([new Error('no line'), null])).toEqual({ tries: 2, problems: [null] });
});

it('gives up on what will not change, and writes down why', async () => {
  const refused = ApplicationFailure.nonRetryable('the webhook answered 404', 'webhook_refused');
  expect(await call([refused])).toEqual({ tries: 1, problems: ['the webhook answered 404'] });
});
