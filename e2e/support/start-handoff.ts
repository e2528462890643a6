// One instance for a run of the specs; with HANDOFF_URL and HANDOFF_DATA the one that is up already.
import type { TestProject } from 'vitest/node';
import { startInstance } from './start-instance.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { HANDOFF_URL, HANDOFF_DATA } = process.env;
  if (HANDOFF_URL && HANDOFF_DATA) {
    project.provide('handoffUrl', HANDOFF_URL);
    project.provide('handoffData', HANDOFF_DATA);
    return () => Promise.resolve();
  }
  const { url, data, stop } = await startInstance({
    // Counterparts of the specs answer on this machine.
    OUTGOING_ALLOWED_ADDRESSES: '127.0.0.1',
  });
  project.provide('handoffUrl', url);
  project.provide('handoffData', data);
  return stop;
}
