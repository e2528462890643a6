import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createPluginRegistry } from '@handoff/core/channel/plugin-registry';
import { runTriggers } from '@handoff/core/automation/trigger/run-triggers';
import { systemActor } from '@handoff/core/identity/actor';
import type { Context } from '@handoff/core/platform/context';
import { collectWhenIdle } from '@handoff/core/observe/collect-when-idle';
import { ringOtherProcesses } from '@handoff/core/platform/event/event-bell';
import { deliverNotification, deliverNotifications, notificationSchema } from '@handoff/core/work/deliver-notification';
import { openFileStore } from '@handoff/core/platform/file-store';
import { createSecretBox } from '@handoff/core/platform/secret-box';
import { installedPlugins } from '@handoff/installed-plugins';
import { openDatabase } from '@handoff/prisma';
import { mayWakeLater } from '@handoff/core/ticket/timer/enqueue-wake';
import { createCalendarActivities } from '@handoff/workflows/calendar-activities';
import { createFieldActivities } from '@handoff/workflows/field-activities';
import { createJobActivities } from '@handoff/workflows/job-activities';
import { createNotificationActivities } from '@handoff/workflows/notification-activities';
import { createNotifierActivities } from '@handoff/workflows/notifier-activities';
import { createTicketActivities } from '@handoff/workflows/ticket-activities';
import { createWebhookActivities } from '@handoff/workflows/webhook-activities';
import { createChannelHost } from './channel-host.ts';
import { readEnvironment } from './environment.ts';
import { startHousekeeping } from './keep-house.ts';
import { startDispatcher } from './outbox-dispatcher.ts';
import { serveHealth } from './serve-health.ts';
import { startWorkflowEngine } from './workflow-engine.ts';

const environment = readEnvironment();
const log = pino({ name: 'worker', level: environment.LOG_LEVEL });
const db = openDatabase(environment.DATABASE_URL, { connections: 30, connectionMs: 10_000, statementMs: 20_000 });
if (environment.REDIS_URL) {
  ringOtherProcesses(environment.REDIS_URL, (error) => log.debug({ err: error }, 'Redis is away; live updates wait'));
}
const secrets = createSecretBox(environment.SECRET_KEY);
const files = openFileStore(join(environment.DATA_DIR, 'files'));
const plugins = createPluginRegistry(installedPlugins);
const workerName = `${hostname()}:${process.pid}`;

const outgoing = { allowedInternalAddresses: environment.OUTGOING_ALLOWED_ADDRESSES };
const publicUrl = environment.PUBLIC_URL ?? (environment.PORT ? `http://localhost:${environment.PORT}` : undefined);

const systemContext = (): Context => ({
  db,
  pool: db,
  secrets,
  files,
  plugins,
  outgoing,
  ...(publicUrl && { publicUrl }),
  actor: systemActor,
  locale: 'en',
  now: () => new Date(),
  memo: new Map(),
});

const bundle = fileURLToPath(new URL('./workflows.js', import.meta.url));
const engine = environment.TEMPORAL_ADDRESS
  ? startWorkflowEngine({
      address: environment.TEMPORAL_ADDRESS,
      namespace: environment.TEMPORAL_NAMESPACE,
      workerName,
      db,
      log,
      workflows: existsSync(bundle)
        ? { workflowBundle: { codePath: bundle } }
        : { workflowsPath: fileURLToPath(new URL('../../../workflows/src/workflows.ts', import.meta.url)) },
      activities: {
        ...createTicketActivities({
          systemContext,
          outgoing,
        }),
        ...createNotificationActivities({ systemContext }),
        ...createNotifierActivities({ systemContext }),
        ...createCalendarActivities({ systemContext }),
        ...createFieldActivities({ systemContext }),
        ...createJobActivities({ systemContext }),
        ...createWebhookActivities({ systemContext, outgoing }),
      },
    })
  : undefined;

if (!engine) log.warn('TEMPORAL_ADDRESS is not set: timers and automatic steps wait in the outbox');

const health = environment.WORKER_PORT
  ? serveHealth({ db, host: environment.HOST, port: environment.WORKER_PORT, log })
  : undefined;

const channels = createChannelHost({ systemContext, holder: workerName, log });
channels.start();

const isOpen = (): boolean => engine?.isOpen() ?? false;
const ofEngine = { receiver: 'engine', isOpen } as const;
const ofProduct = { receiver: 'product', isOpen: () => true } as const;
const dispatcher = startDispatcher({
  db,
  log,
  routes: {
    ...(engine && {
      ticket: { ...ofEngine, deliver: engine.wakeTicket },
      calendar: { ...ofEngine, deliver: engine.recalculate },
      field: { ...ofEngine, deliver: engine.purgeField },
      job: { ...ofEngine, deliver: engine.goOnWithJob },
      webhook: { ...ofEngine, deliver: engine.callWebhook },
      notifier: { ...ofEngine, deliver: engine.sendNotifications },
    }),
    notification: {
      ...ofProduct,
      deliver: (row) => deliverNotification(systemContext(), row.payload),
      deliverAll: (rows) =>
        deliverNotifications(
          systemContext(),
          rows.map(({ payload }) => notificationSchema.parse(payload)),
        ),
    },
    trigger: {
      ...ofProduct,
      deliver: async (row) => {
        await runTriggers(systemContext(), row.payload, log);
      },
    },
    plugin_command: {
      receiver: 'plugins',
      isOpen: () => true,
      keys: channels.channelIds,
      deliver: channels.deliver,
    },
  },
});

/** Each for one kind, so that what a bulk change has left never stands before the others. */
const patientDispatchers = engine
  ? [
      startDispatcher({
        db,
        log,
        routes: { ticket_later: { ...ofEngine, deliver: engine.wakeTicket } },
        patience: { mayWait: mayWakeLater, restFactor: 1 },
      }),
      startDispatcher({
        db,
        log,
        routes: { ticket_of_many: { ...ofEngine, deliver: engine.wakeTicket } },
        patience: { mayWait: mayWakeLater, restFactor: 3 },
      }),
    ]
  : [];

collectWhenIdle();

const housekeeping = startHousekeeping({
  systemContext,
  holder: workerName,
  kept: {
    outbox: environment.KEEP_OUTBOX_DAYS,
    events: environment.KEEP_EVENT_DAYS,
    sessions: environment.KEEP_SESSION_DAYS,
    triggerRuns: environment.KEEP_TRIGGER_RUN_DAYS,
  },
  log,
});

async function shutDown(signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, 'the worker is closing');
  setTimeout(() => process.exit(1), 10_000).unref();
  await housekeeping.stop();
  await Promise.all([dispatcher, ...patientDispatchers].map((each) => each.stop()));
  await channels.stop();
  await engine?.stop();
  health?.close();
  await db.destroy();
  process.exit(0);
}
process.once('SIGTERM', (signal) => void shutDown(signal));
process.once('SIGINT', (signal) => void shutDown(signal));
