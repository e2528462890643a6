import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkflowBench } from './testing/workflow-bench.ts';
import { webhookWorkflow, webhookWorkflowId } from './webhook-workflow.ts';

let bench: Awaited<ReturnType<typeof openWorkflowBench>>;
beforeAll(async () => {
  bench = await openWorkflowBench('webhook-workflow-test');
}, 120_000);
afterAll(() => bench.close());

/** Runs a call against a receiver that answers so, one answer a try; says what was written down and how often it was called. */
async function call(id: string, answers: (Error | null)[]): Promise<{ tries: number; problems: (string | null)[] }> {
  const problems: (string | null)[] = [];
  let tries = 0;
  const activities = {
    callOut: (): Promise<void> => {
      const answer = answers[Math.min(tries, answers.length - 1)];
      tries += 1;
      return answer ? Promise.reject(answer) : Promise.resolve();
    },
    finishCall: ({ problem }: { problem: string | null }): Promise<void> =>
      Promise.resolve(void problems.push(problem)),
  };
  const args: Parameters<typeof webhookWorkflow> = [{ url: 'https://example.com', id, body: {} }];
  await bench.run(webhookWorkflow, { workflowId: webhookWorkflowId(id), args, activities });
  return { tries, problems };
}

/** Where it was thrown is nothing for a history that is kept. */
const withoutStack = <E extends Error>(error: E): E => Object.assign(error, { stack: '' });

it('tries again while there is hope, and writes down that it got through', async () => {
  expect(await call('again', [withoutStack(new Error('no line')), null])).toEqual({ tries: 2, problems: [null] });
  await bench.replayOwn(webhookWorkflowId('again'), 'webhook-again');
});

it('gives up on what will not change, and writes down why', async () => {
  const refused = withoutStack(ApplicationFailure.nonRetryable('the webhook answered 404', 'webhook_refused'));
  expect(await call('refused', [refused])).toEqual({ tries: 1, problems: ['the webhook answered 404'] });
  await bench.replayOwn(webhookWorkflowId('refused'), 'webhook-refused');
});
