import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type Workflow, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { testServerAddress } from '@handoff/prisma/testing/test-server-address';

const { History } = temporal.api.history.v1;

/** Where the histories are that earlier versions have written. */
export const recordedHistories = new URL('../../histories/', import.meta.url);

interface Run<W extends Workflow> {
  workflowId: string;
  args: Parameters<W>;
  activities: object;
  /** What happens to it meanwhile. */
  meanwhile?: (handle: WorkflowHandleWithFirstExecutionRunId<W>) => Promise<void>;
}

/** Bundles the workflows as they are now. */
export const bundleWorkflows = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows.ts', import.meta.url)),
  });

/** Replays a history that an earlier version has written. Throws if this version would have gone another way. */
export const replay = (workflowBundle: WorkflowBundleWithSourceMap, bytes: Uint8Array): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, History.decode(bytes), 'recorded');

/** Runs workflows against activities of a test's own, on a task queue of that name. */
export async function openWorkflowBench(taskQueue: string) {
  const address = await testServerAddress('temporal');
  const client = new Client({ connection: await Connection.connect({ address }) });
  const workflowBundle = await bundleWorkflows();
  return {
    /** Runs one to its end. Throws what it throws. */
    async run<W extends Workflow>(workflow: W, { workflowId, args, activities, meanwhile }: Run<W>): Promise<void> {
      const connection = await NativeConnection.connect({ address });
      const worker = await Worker.create({ connection, taskQueue, workflowBundle, activities });
      try {
        await worker.runUntil(async () => {
          const handle = await client.workflow.start(workflow, { workflowId, taskQueue, args } as never);
          await meanwhile?.(handle as WorkflowHandleWithFirstExecutionRunId<W>);
          await handle.result();
        });
      } finally {
        await connection.close();
      }
    },

    /** Replays what a run has written; with RECORD_HISTORIES=1 keeps it under that name for the versions to come. */
    async replayOwn(workflowId: string, name: string): Promise<void> {
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
      if (!process.env.RECORD_HISTORIES) return;
      const day = new Date().toISOString().slice(0, 10);
      await writeFile(new URL(`${day}-${name}.history`, recordedHistories), History.encode(history).finish());
    },

    close: (): Promise<void> => client.connection.close(),
  };
}
