import { defineConfig } from 'vitest/config';
import { runningInstance } from './support/running-instance.ts';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.spec.ts'],
    exclude: ['node_modules/**'],
    globalSetup: 'support/start-handoff.ts',
    setupFiles: 'support/use-instance.ts',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // As long as a page is waited for: how soon something is there depends on the machine.
    expect: { poll: { timeout: 30_000 } },
    // The specs of a lane share one instance and its demo company, one spec after the other; two lanes, since a
    // spec waits for its browser about half of the time.
    maxWorkers: runningInstance ? 1 : 2,
    // A lane reads each module once and keeps its Chromium and its sessions from one spec to the next.
    isolate: false,
  },
});
