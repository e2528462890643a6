import type { Instance } from './instance.ts';

const { HANDOFF_URL: url, HANDOFF_DATA: data } = process.env;

/** The instance that is up already, where somebody named it. */
export const runningInstance: Instance | undefined = url && data ? { url, data } : undefined;
