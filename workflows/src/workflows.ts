// What the worker runs: the bundle begins here.
export { calendarWorkflow } from './calendar-workflow.ts';
export { fieldWorkflow } from './field-workflow.ts';
export { jobWorkflow } from './job-workflow.ts';
export { notificationWorkflow } from './notification-workflow.ts';
export { notifierWorkflow } from './notifier-workflow.ts';
export { webhookWorkflow } from './webhook-workflow.ts';
export { ticketWorkflow } from './ticket-workflow.ts';
