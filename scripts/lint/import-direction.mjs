// Imports go one way: web, worker → core → prisma, plugin SDK; plugins → SDK. See docs/decisions.

/**
 * @param {string[]} files
 * @param {string[]} forbidden patterns of module names
 * @param {string} message
 * @param {boolean} allowTypeImports types leave nothing behind at run time
 */
const forbid = (files, forbidden, message, allowTypeImports = false) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': /** @type {const} */ ([
      'error',
      { patterns: [{ group: forbidden, message, allowTypeImports }] },
    ]),
  },
});

const APPS = ['@handoff/web', '@handoff/web/*', '@handoff/worker', '@handoff/worker/*'];
const CORE = ['@handoff/core', '@handoff/core/**'];
const PRISMA = ['@handoff/prisma', '@handoff/prisma/**'];
const WORKFLOWS = ['@handoff/workflows', '@handoff/workflows/**'];
const PLUGINS = ['@handoff/*', '!@handoff/core', '!@handoff/prisma', '!@handoff/plugin-sdk'];
const DATABASE = ['kysely', 'mysql2', 'mysql2/*'];
const TEMPORAL = ['@temporalio/*'];
const REMIX = ['@remix-run/*', 'react', 'react-dom', '@mui/*'];

export const importDirection = [
  forbid(['plugins/sdk/src/**'], ['@handoff/*', '@handoff/*/**'], 'The plugin contract imports nothing of ours.'),
  forbid(['plugins/*/src/**'], [...APPS, ...CORE, ...PRISMA, ...WORKFLOWS], 'A plugin knows the SDK alone.'),
  forbid(
    ['prisma/src/**'],
    [...APPS, ...CORE, ...WORKFLOWS, '@handoff/plugin-sdk'],
    'The data layer knows nothing above it.',
  ),
  forbid(
    ['apps/core/src/**'],
    [...PLUGINS, ...TEMPORAL, ...REMIX],
    'Core imports neither Temporal nor Remix nor a plugin: only prisma and the plugin SDK.',
  ),
  forbid(['workflows/src/**/*.ts'], [...APPS, ...REMIX], 'Workflows are below the processes that run them.'),
  forbid(
    ['workflows/src/workflows.ts', 'workflows/src/**/*workflow.ts'],
    [...APPS, ...REMIX, ...PRISMA, ...DATABASE, 'node:*', '**/*activities.ts', '**/*.graphql.ts', '**/context.ts'],
    "A workflow must replay to the same result: it imports messages, types and core's pure functions only.",
    true,
  ),
  forbid(
    ['apps/web/app/**', 'apps/web/server.ts'],
    [...TEMPORAL, ...DATABASE, ...WORKFLOWS, '@handoff/worker', '@handoff/worker/*'],
    'The web app reads and writes through GraphQL, and leaves Temporal to the worker.',
  ),
];
