import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Brings `node_modules` to what the lock file says. Needs no network when it already is.
 * @param {string} root
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export async function installPackages(root, supervisor) {
  if (isInstalled(root)) return;
  await supervisor.run('npm ci', 'npm', ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: root,
  });
}

/**
 * npm ends an install by writing what it installed; an unfinished one has no such file.
 * @param {string} root
 */
function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(record);
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional));
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
