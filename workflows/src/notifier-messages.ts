import { defineSignal } from '@temporalio/workflow';

/** Something more waits for the channel, or waits no longer. */
export const lookSignal = defineSignal('look');

/** One workflow a channel: its id is made of the channel's. */
export const notifierWorkflowId = (channelId: string): string => `notifier/${channelId}`;
