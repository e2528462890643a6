import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.spec.ts'],
    // Written, not yet proven from end to end; run them by name against a started instance until they are.
    exclude: process.env.HANDOFF_URL ? ['node_modules/**'] : ['call-to-ticket.spec.ts'],
    globalSetup: 'support/start-handoff.ts',
    setupFiles: 'support/use-instance.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The specs share one instance and its demo company.
    fileParallelism: false,
  },
});
