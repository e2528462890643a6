import { activityInfo } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
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
