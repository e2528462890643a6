import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Database } from '@handoff/prisma';
import { workflowEngineLease } from '@handoff/core/platform/readiness';
import { calendarWorkflow, calendarWorkflowId } from '@handoff/workflows/calendar-workflow';
import { fieldWorkflow, fieldWorkflowId } from '@handoff/workflows/field-workflow';
import { goOnSignal, jobWorkflowId } from '@handoff/workflows/job-messages';
import { jobWorkflow } from '@handoff/workflows/job-workflow';
import { lookSignal, notifierWorkflowId } from '@handoff/workflows/notifier-messages';
import { notifierWorkflow } from '@handoff/workflows/notifier-workflow';
import { taskQueue } from '@handoff/workflows/task-queue';
import { ticketWorkflowId, wakeSignal } from '@handoff/workflows/ticket-messages';
import { ticketWorkflow } from '@handoff/workflows/ticket-workflow';
import { webhookWorkflow, webhookWorkflowId } from '@handoff/workflows/webhook-workflow';
import { webhookPayload } from '@handoff/core/automation/action/webhook-payload';
import { logActivities, prepareEngine } from './prepare-engine.ts';
import type { OutboxRow } from './outbox-dispatcher.ts';

interface EngineOptions {
  address: string;
  namespace: string;
  workerName: string;
  db: Database;
  log: Logger;
  /** The workflow bundle made ahead, or where the workflows are. */
  workflows: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'>;
  activities: object;
}

const heartbeatMs = 2_000;
const leaseMs = 7_000;
const callMs = 5_000;
const retryMs = 500;
/** A server that comes back is noticed within a second or two, not after the two minutes that gRPC may wait. */
const reconnectSoon = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Keeps this process connected to Temporal, however long it is away: runs the worker, hands the outbox's rows over, and
 * tells by a lease that the engine is there.
 */
export function startWorkflowEngine(options: EngineOptions) {
  const { address, namespace, db, log } = options;
  prepareEngine(log);
  let client: Client | undefined;
  let worker: Worker | undefined;
  let isStopping = false;
  let isAnswering = false;

  const tellAlive = async (): Promise<void> => {
    const now = Date.now();
    const expiresAt = new Date(now + leaseMs);
    await db
      .insertInto('lease')
      .values({ key: workflowEngineLease, holder: options.workerName, token: 1, expiresAt })
      .onDuplicateKeyUpdate({ holder: options.workerName, expiresAt })
      .execute();
  };

  const beat = async (): Promise<void> => {
    while (!isStopping) {
      try {
        if (!client) throw new Error('not connected yet');
        const { connection } = client;
        await connection.withDeadline(Date.now() + callMs, () =>
          connection.workflowService.describeNamespace({ namespace }),
        );
        isAnswering = worker !== undefined;
        if (isAnswering) await tellAlive();
      } catch {
        isAnswering = false;
      }
      await pause(isAnswering ? heartbeatMs : retryMs);
    }
  };

  const runWorker = async (): Promise<void> => {
    while (!isStopping) {
      let connection: Connection | undefined;
      let native: NativeConnection | undefined;
      try {
        connection = await Connection.connect({ address, connectTimeout: callMs, channelArgs: reconnectSoon });
        client = new Client({ connection, namespace });
        native = await NativeConnection.connect({ address });
        worker = await Worker.create({
          ...options.workflows,
          connection: native,
          namespace,
          taskQueue,
          activities: options.activities,
          interceptors: { activity: [() => ({ inbound: logActivities(log) })] },
          // Hardly one is woken again soon, and then it is replayed, with its short history: each that is kept takes memory.
          maxCachedWorkflows: 40,
          maxConcurrentActivityTaskExecutions: 40,
          // Fewer than are kept: where one had to make room while it was at work, what its activity brought was lost, and it
          // was done again only after the ten seconds of its task.
          maxConcurrentWorkflowTaskExecutions: 16,
          shutdownGraceTime: '5 seconds',
          // What waits for a worker that was killed goes to another one after that.
          stickyQueueScheduleToStartTimeout: '3 seconds',
        });
        log.info({ address }, 'connected to the workflow engine');
        if (!isStopping) await worker.run();
      } catch (error) {
        if (!isStopping) log.warn({ err: error, address }, 'the workflow engine is away; work waits in the outbox');
      }
      worker = undefined;
      isAnswering = false;
      await native?.close().catch(() => undefined);
      await connection?.close().catch(() => undefined);
      if (!isStopping) await pause(retryMs);
    }
  };

  const connected = (): Client => {
    if (!client) throw new Error('not connected to the workflow engine');
    return client;
  };

  const within = <T>(call: () => Promise<T>): Promise<T> => connected().withDeadline(Date.now() + callMs, call);

  const startOnce = <Input>(
    workflow: (input: Input) => Promise<void>,
    workflowId: string,
    input: Input,
  ): Promise<void> =>
    within(async () => {
      await connected()
        .workflow.start<(input: Input) => Promise<void>>(workflow, {
          workflowId,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          taskQueue,
          args: [input],
        })
        .catch((error: unknown) => {
          if (error instanceof WorkflowExecutionAlreadyStartedError) return;
          throw error;
        });
    });

  const running = Promise.all([runWorker(), beat()]);

  return {
    isOpen: (): boolean => isAnswering,

    /** Wakes the ticket's workflow, starting it if there is none; the row's id makes a repeat have no effect. */
    wakeTicket: (row: OutboxRow): Promise<void> =>
      within(async () => {
        await connected().workflow.signalWithStart(ticketWorkflow, {
          workflowId: ticketWorkflowId(row.key),
          taskQueue,
          args: [{ ticketId: row.key }],
          signal: wakeSignal,
          signalArgs: [{ eventId: row.id }],
        });
      }),

    /** Lets the job's workflow go on, starting it if there is none; doing so once more does no harm. */
    goOnWithJob: (row: OutboxRow): Promise<void> =>
      within(async () => {
        await connected().workflow.signalWithStart(jobWorkflow, {
          workflowId: jobWorkflowId(row.key),
          taskQueue,
          args: [row.key],
          signal: goOnSignal,
        });
      }),

    /** Has a channel's notifications looked at, starting its workflow if there is none; once more does no harm. */
    sendNotifications: (row: OutboxRow): Promise<void> =>
      within(async () => {
        await connected().workflow.signalWithStart(notifierWorkflow, {
          workflowId: notifierWorkflowId(row.key),
          taskQueue,
          args: [row.key],
          signal: lookSignal,
        });
      }),

    /** Starts a call to an outside address, once per key. */
    callWebhook: (row: OutboxRow): Promise<void> => {
      const { url, body } = webhookPayload.parse(row.payload);
      return startOnce(webhookWorkflow, webhookWorkflowId(row.key), { url, body, id: row.key });
    },

    /** Has the clocks of a changed calendar reckoned again, once per change. */
    recalculate: (row: OutboxRow): Promise<void> =>
      startOnce(calendarWorkflow, calendarWorkflowId(row.id), { calendarId: row.key }),

    /** Has the values of a deleted field removed when it can no longer be restored. */
    purgeField: (row: OutboxRow): Promise<void> => {
      const { purgeAt } = row.payload as { purgeAt: string };
      return startOnce(fieldWorkflow, fieldWorkflowId(row.id), { fieldId: row.key, purgeAt });
    },

    stop: async (): Promise<void> => {
      isStopping = true;
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
