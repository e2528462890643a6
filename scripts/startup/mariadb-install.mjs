import { findProgram } from './find-program.mjs';
import { say } from './progress.mjs';
import { spawnSync } from 'node:child_process';

const ADVICE =
  'Handoff needs MariaDB: install it (Debian or Ubuntu: sudo apt-get install mariadb-server-core; macOS: brew install mariadb), ' +
  'or set DATABASE_URL=mysql://user:password@host:3306/handoff.';

/** @type {Record<string, { needsRoot: boolean, commands: string[][] }>} */
const PACKAGE_MANAGERS = {
  'apt-get': {
    needsRoot: true,
    commands: [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'mariadb-server-core'],
    ],
  },
  dnf: { needsRoot: true, commands: [['dnf', 'install', '-y', 'mariadb-server']] },
  apk: { needsRoot: true, commands: [['apk', 'add', 'mariadb']] },
  brew: { needsRoot: false, commands: [['brew', 'install', 'mariadb']] },
};

/**
 * Installs the server with the machine's package manager.
 * Throws one sentence that says what to do where there is none, it isn't allowed, or it fails.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export async function installMariadb(supervisor) {
  const name = Object.keys(PACKAGE_MANAGERS).find((each) => findProgram(each));
  const manager = name ? PACKAGE_MANAGERS[name] : undefined;
  const prefix = manager?.needsRoot ? asRoot() : [];
  if (!manager || !prefix) throw new Error(ADVICE);
  say(`MariaDB is missing: installing it with ${name}`);
  for (const parts of manager.commands) {
    const [command = '', ...args] = [...prefix, ...parts];
    await supervisor
      .run(parts.join(' '), command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
      .catch((error) => {
        throw new Error(`${ADVICE}\n${error.message}`);
      });
  }
}

/** What to put before a command to run it as root without being asked for a password; undefined if that isn't possible. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  if (sudo && spawnSync(sudo, ['-n', 'true']).status === 0) return [sudo, '-n'];
  return undefined;
}
