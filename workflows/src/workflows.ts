// What the worker runs: the bundle begins here.
export { jobWorkflow } from './job-workflow.ts';
export { calendarWorkflow } from './calendar-workflow.ts';
export { fieldWorkflow } from './field-workflow.ts';
export { notificationWorkflow } from './notification-workflow.ts';
export { ticketWorkflow } from './ticket-workflow.ts';
