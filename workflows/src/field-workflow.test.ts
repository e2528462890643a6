import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldWorkflow, fieldWorkflowId } from './field-workflow.ts';
import { openWorkflowBench } from './testing/workflow-bench.ts';

let bench: Awaited<ReturnType<typeof openWorkflowBench>>;
beforeAll(async () => {
  bench = await openWorkflowBench('field-workflow-test');
}, 120_000);
afterAll(() => bench.close());

it('waits until the field can no longer be restored, then removes its values batch by batch', async () => {
  const asked: { at: number; after: string | null }[] = [];
  const activities = {
    purgeField: ({ after }: { after: string | null }) => {
      asked.push({ at: Date.now(), after });
      return Promise.resolve({ after: asked.length < 3 ? `record ${asked.length}` : null });
    },
  };
  const purgeAt = new Date(Date.now() + 1_500).toISOString();
  const workflowId = fieldWorkflowId('deletion');
  await bench.run(fieldWorkflow, { workflowId, args: [{ fieldId: 'field', purgeAt }], activities });
  expect(asked.map(({ after }) => after)).toEqual([null, 'record 1', 'record 2']);
  expect(asked[0]?.at).toBeGreaterThanOrEqual(Date.parse(purgeAt));
  await bench.replayOwn(workflowId, 'field-purged');
}, 30_000);
