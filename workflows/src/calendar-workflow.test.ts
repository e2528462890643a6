import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarWorkflow, calendarWorkflowId } from './calendar-workflow.ts';
import { openWorkflowBench } from './testing/workflow-bench.ts';

let bench: Awaited<ReturnType<typeof openWorkflowBench>>;
beforeAll(async () => {
  bench = await openWorkflowBench('calendar-workflow-test');
}, 120_000);
afterAll(() => bench.close());

it('reckons batch by batch, each where the one before ended, and notes how many clocks have moved', async () => {
  const asked: (string | null)[] = [];
  const noted: number[] = [];
  const activities = {
    recalculateClocks: ({ after }: { after: string | null }) => {
      asked.push(after);
      return Promise.resolve({ moved: 2, after: ['b', 'c'][asked.length - 1] ?? null });
    },
    noteMovedClocks: ({ moved }: { moved: number }) => Promise.resolve(void noted.push(moved)),
  };
  const workflowId = calendarWorkflowId('change');
  await bench.run(calendarWorkflow, { workflowId, args: [{ calendarId: 'calendar' }], activities });
  expect(asked).toEqual([null, 'b', 'c']);
  expect(noted).toEqual([6]);
  await bench.replayOwn(workflowId, 'calendar-batches');
}, 30_000);
