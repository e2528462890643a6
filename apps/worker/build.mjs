import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleForNode } from '../../scripts/bundle-for-node.mjs';

await mkdir('dist', { recursive: true });
await bundleForNode({ entry: 'src/main.ts', outfile: 'dist/main.js' });
await bundleForNode({ entry: '../core/src/observe/tracing.ts', outfile: 'dist/tracing.js' });

// The sandbox that workflows run in loads one script, made here so that the worker needn't at its start.
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(import.meta.resolve('@handoff/workflows/workflows')),
});
await writeFile('dist/workflows.js', code);
