import { activityInfo } from '@temporalio/activity';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  type ActivityInboundCallsInterceptor,
  type LogLevel,
} from '@temporalio/worker';
import type { Logger } from 'pino';

/** Tells of every activity with the ids that its workflow is found by; what failed will be tried again. */
export function logActivities(log: Logger): ActivityInboundCallsInterceptor {
  return {
    async execute(input, next) {
      const { activityType, attempt, workflowExecution } = activityInfo();
      const about = { activity: activityType, attempt, workflowId: workflowExecution?.workflowId };
      try {
        const result = await next(input);
        log.debug(about, 'activity');
        return result;
      } catch (error) {
        log.warn({ ...about, err: error }, 'an activity failed');
        throw error;
      }
    },
  };
}

const levels: Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/**
 * Sends what the SDK has to say into our log, and keeps its hands off signals: this process closes in an order of its own.
 * Once a process, before anything else of the SDK.
 */
export function prepareEngine(log: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => log[levels[level]]({ ...meta }, message)),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN' }), forward: {} } },
  });
}
