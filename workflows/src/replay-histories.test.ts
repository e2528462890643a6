import { readdirSync, readFileSync } from 'node:fs';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { bundleWorkflows, recordedHistories, replay } from './testing/workflow-bench.ts';

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await bundleWorkflows();
}, 120_000);

const files = readdirSync(recordedHistories);

it.each(files)('replays the history that an earlier version wrote: %s', async (file) => {
  await replay(bundle, readFileSync(new URL(file, recordedHistories)));
});

it('has a history of each workflow', () => {
  const named = (name: string): boolean => files.some((file) => file.includes(`-${name}`));
  for (const name of ['due', 'job', 'calendar', 'field', 'webhook']) expect(named(name), name).toBe(true);
});
