import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Servers are often installed where only root's PATH looks.
const MORE_FOLDERS = [
  '/usr/local/sbin',
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/go/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
];

/**
 * The first of the named programs that this machine has.
 * @param {...string} names
 * @returns {string | undefined} its full path
 */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...MORE_FOLDERS];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
