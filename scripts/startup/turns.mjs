import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './data-folder.mjs';

/**
 * Whether it is a process's turn among those that made themselves a folder, named `unfinished-<pid>-…`, in one place: the
 * folder that was made first goes first, and those of processes that are gone don't count.
 * @param {string} place
 * @param {string} own name of the folder
 */
export function isFirstOf(place, own) {
  const rivals = readdirSync(place).filter((name) => name === own || isAtWork(name));
  const [first] = rivals.map((name) => ({ name, made: madeAt(join(place, name)) })).sort(byTurn);
  return first?.name === own;
}

/** @param {string} name */
function isAtWork(name) {
  const pid = /^unfinished-(\d+)-/.exec(name)?.[1];
  return pid !== undefined && isRunning(Number(pid), '.mjs');
}

/** @param {string} folder */
function madeAt(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.birthtimeMs ?? Infinity;
}

/**
 * @param {{ name: string, made: number }} one
 * @param {{ name: string, made: number }} other
 */
function byTurn(one, other) {
  return one.made - other.made || (one.name < other.name ? -1 : 1);
}
