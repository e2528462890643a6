import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookSignal, notifierWorkflowId } from './notifier-messages.ts';
import { notifierWorkflow } from './notifier-workflow.ts';
import { openWorkflowBench } from './testing/workflow-bench.ts';

let bench: Awaited<ReturnType<typeof openWorkflowBench>>;
beforeAll(async () => {
  bench = await openWorkflowBench('notifier-workflow-test');
}, 120_000);
afterAll(() => bench.close());

/** Runs a channel's workflow whose turns answer so, one after the other; says how many there were. */
async function run(channelId: string, answers: (() => string | null)[], look?: () => Promise<void>): Promise<number> {
  let turns = 0;
  const activities = {
    sendDue: () => {
      const answer = answers[Math.min(turns, answers.length - 1)];
      turns += 1;
      return Promise.resolve(answer?.() ?? null);
    },
  };
  await bench.run(notifierWorkflow, {
    workflowId: notifierWorkflowId(channelId),
    args: [channelId],
    activities,
    meanwhile: async (handle) => {
      await look?.();
      if (look) await handle.signal(lookSignal);
    },
  });
  return turns;
}

const inMs = (ms: number) => () => new Date(Date.now() + ms).toISOString();
const nothing = () => null;

it('goes on when the next is due, and ends when nothing waits', async () => {
  const since = Date.now();
  expect(await run('due', [inMs(600), nothing])).toBe(2);
  expect(Date.now() - since).toBeGreaterThan(500);
  await bench.replayOwn(notifierWorkflowId('due'), 'notifier-due');
});

it('looks at once when something more waits, however long it meant to rest', async () => {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 500));
  expect(await run('called', [inMs(3_600_000), nothing], pause)).toBe(2);
  await bench.replayOwn(notifierWorkflowId('called'), 'notifier-called');
});
