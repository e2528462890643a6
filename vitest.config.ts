import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A project a workspace: the tests beside its sources. */
const project = (name: string, folder: string) => ({
  extends: true as const,
  test: { name, include: [`${folder}/**/*.test.{ts,tsx}`] },
});

export default defineConfig({
  resolve: {
    alias: [
      { find: '~', replacement: fileURLToPath(new URL('apps/web/app', import.meta.url)) },
      // Packages from the registry load graphql as Node does; a second copy of it would be refused.
      { find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
    ],
  },
  test: {
    globalSetup: 'prisma/src/testing/test-servers.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Each core takes one file after the other and reads each module once: no module keeps anything that a test could
    // meet in another's file, for each file has a database of its own.
    maxWorkers: '100%',
    isolate: false,
    // What a module looks like to Node is kept from one run to the next.
    experimental: { fsModuleCache: true },
    projects: [
      project('scripts', 'scripts'),
      project('prisma', 'prisma'),
      project('plugins', 'plugins'),
      project('core', 'apps/core'),
      project('workflows', 'workflows'),
      project('worker', 'apps/worker'),
      project('web', 'apps/web'),
    ],
  },
});
