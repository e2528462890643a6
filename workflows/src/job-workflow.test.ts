import { afterAll, beforeAll, expect, it } from 'vitest';
import { goOnSignal, jobWorkflowId } from './job-messages.ts';
import { jobWorkflow } from './job-workflow.ts';
import { openWorkflowBench } from './testing/workflow-bench.ts';

let bench: Awaited<ReturnType<typeof openWorkflowBench>>;
beforeAll(async () => {
  bench = await openWorkflowBench('job-workflow-test');
}, 120_000);
afterAll(() => bench.close());

type Next = 'rows' | 'file' | null;

/** The outside of a job that answers so, one answer a turn; the last one is repeated. */
function outside(answers: Next[], isSlow = false) {
  const done: string[] = [];
  const activities = {
    runJob: async (): Promise<Next> => {
      done.push('turn');
      if (isSlow) await new Promise((resolve) => setTimeout(resolve, 400));
      return answers[Math.min(done.filter((each) => each === 'turn').length, answers.length) - 1] ?? null;
    },
    writeExport: (): Promise<void> => Promise.resolve(void done.push('file')),
  };
  return { done, activities };
}

it('takes turn after turn until there is nothing to do', async () => {
  const { done, activities } = outside(['rows', 'rows', null]);
  await bench.run(jobWorkflow, { workflowId: jobWorkflowId('rows'), args: ['rows'], activities });
  expect(done).toEqual(['turn', 'turn', 'turn']);
  await bench.replayOwn(jobWorkflowId('rows'), 'job-rows');
});

it('has the file of an export written', async () => {
  const { done, activities } = outside(['file', null]);
  await bench.run(jobWorkflow, { workflowId: jobWorkflowId('file'), args: ['file'], activities });
  expect(done).toEqual(['turn', 'file', 'turn']);
  await bench.replayOwn(jobWorkflowId('file'), 'job-file');
});

it('looks once more when it is called during its last turn', async () => {
  const { done, activities } = outside([null], true);
  await bench.run(jobWorkflow, {
    workflowId: jobWorkflowId('called'),
    args: ['called'],
    activities,
    meanwhile: async (handle) => {
      await expect.poll(() => done.length).toBe(1);
      await handle.signal(goOnSignal);
    },
  });
  expect(done).toEqual(['turn', 'turn']);
  await bench.replayOwn(jobWorkflowId('called'), 'job-called');
});
