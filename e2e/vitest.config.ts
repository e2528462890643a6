import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.spec.ts'],
    globalSetup: 'support/start-handoff.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The specs share one instance and its demo company.
    fileParallelism: false,
  },
});
