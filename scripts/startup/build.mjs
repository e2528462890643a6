import { join } from 'node:path';

/**
 * Builds every workspace whose sources changed since it was built; takes the rest from the cache.
 * @param {string} root
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export async function buildAll(root, supervisor) {
  await supervisor.run(
    'The build',
    join(root, 'node_modules', '.bin', 'turbo'),
    ['run', 'build', '--output-logs=errors-only'],
    {
      cwd: root,
      env: { TURBO_TELEMETRY_DISABLED: '1' },
    },
  );
}
