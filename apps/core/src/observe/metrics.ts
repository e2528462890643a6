import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from 'prom-client';
import type { PoolFigures } from '@handoff/prisma';

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** Every operation by its root field, whoever sent it: an integrator over HTTP, or a page in-process. */
export const operationSeconds = new Histogram({
  name: 'handoff_graphql_operation_seconds',
  help: 'How long GraphQL operations took, by their first root field.',
  labelNames: ['operation', 'field', 'outcome'] as const,
  buckets: secondsBuckets,
});

/** How late a timer fired after its due time (s). */
export const timerDriftSeconds = new Histogram({
  name: 'handoff_timer_drift_seconds',
  help: 'How long after its due time a timer of a ticket had its effect.',
  labelNames: ['kind'] as const,
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
});

/** What the dispatcher handed on, and what it has to try again. */
export const outboxDeliveries = new Counter({
  name: 'handoff_outbox_deliveries_total',
  help: 'Outbox rows handed to their receiver, by kind and outcome.',
  labelNames: ['kind', 'outcome'] as const,
});

/** Where the database's figures come from at the time of a scrape. */
export interface ServiceFigures {
  outboxPending: number;
  /** Age of the oldest row that could be handed on (s). */
  outboxLagSeconds: number;
  timersOverdue: number;
  /** How late the latest of them is (s). */
  timersOverdueSeconds: number;
  isWorkflowEngineThere: boolean;
}

interface MetricSources {
  readFigures: () => Promise<ServiceFigures>;
  readPool: () => PoolFigures;
}

const gauge = (name: string, help: string): Gauge => new Gauge({ name, help });

const gauges = {
  databaseUp: gauge('handoff_database_up', '1 if the database answered this scrape.'),
  connectionsInUse: gauge('handoff_database_connections_in_use', 'Connections of the pool that are in use.'),
  connectionsOpened: gauge('handoff_database_connections_opened', 'Connections opened since the process began.'),
  connectionWaits: gauge('handoff_database_waits', 'Requests that had to wait for a connection so far.'),
  outboxPending: gauge('handoff_outbox_pending', 'Outbox rows that wait to be handed on, counted up to 10,000.'),
  outboxLag: gauge('handoff_outbox_lag_seconds', 'Age of the oldest outbox row that could be handed on.'),
  timersOverdue: gauge('handoff_timers_overdue', 'Timers that are due and have not fired, counted up to 10,000.'),
  timersOverdueFor: gauge('handoff_timers_overdue_seconds', 'How late the latest of them is.'),
  workflowEngineUp: gauge('handoff_workflow_engine_up', '1 while a worker is connected to the workflow engine.'),
};

/** Begins to keep the process's own figures (memory, event loop, garbage collection). Call it once a process. */
export const startMetrics = (): void => collectDefaultMetrics();

/** The page that Prometheus scrapes, in its text format; what cannot be read now keeps its last value. */
export async function renderMetrics({ readFigures, readPool }: MetricSources): Promise<Response> {
  const pool = readPool();
  gauges.connectionsInUse.set(pool.inUse);
  gauges.connectionsOpened.set(pool.opened);
  gauges.connectionWaits.set(pool.queued);
  try {
    const figures = await readFigures();
    gauges.outboxPending.set(figures.outboxPending);
    gauges.outboxLag.set(figures.outboxLagSeconds);
    gauges.timersOverdue.set(figures.timersOverdue);
    gauges.timersOverdueFor.set(figures.timersOverdueSeconds);
    gauges.workflowEngineUp.set(figures.isWorkflowEngineThere ? 1 : 0);
    gauges.databaseUp.set(1);
  } catch {
    gauges.databaseUp.set(0);
  }
  return new Response(await register.metrics(), { headers: { 'content-type': register.contentType } });
}
