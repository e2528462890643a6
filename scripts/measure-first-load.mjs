// How much JavaScript a browser loads before a page is usable, from the manifest of the built web app.
// `node scripts/measure-first-load.mjs` after a build prints it; benchmarks import measureFirstLoad.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const CLIENT = join(import.meta.dirname, '..', 'apps', 'web', 'build', 'client');

/** Pages that have a budget, in KB of gzipped JavaScript: the ticket may add 60 to the workbench's, a list its grid. */
export const budgets = [
  { page: 'workbench', route: 'workbench/workbench-page', limitKb: 250 },
  { page: 'tickets', route: 'ticket/list/ticket-list-page', limitKb: 260 },
  { page: 'ticket', route: 'ticket/page/ticket-page', limitKb: 310 },
];

/**
 * @typedef {{ module: string, imports?: string[], parentId?: string }} Part
 * @typedef {{ url: string, entry: { module: string, imports: string[] }, routes: Record<string, Part> }} Manifest
 */

/** @param {string} client @returns {Promise<Manifest>} */
async function readManifest(client) {
  const assets = join(client, 'assets');
  const name = (await readdir(assets)).find((file) => /^manifest-.+\.js$/.test(file));
  if (!name) throw new Error(`There is no built web app in ${client}: run npm run build.`);
  const text = await readFile(join(assets, name), 'utf8');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

/**
 * The files of a page: the entry's, and those of its route and of every layout around it.
 * @param {Manifest} manifest
 * @param {string} route
 */
function filesOf(manifest, route) {
  const files = [manifest.url, manifest.entry.module, ...manifest.entry.imports];
  for (let id = /** @type {string | undefined} */ (route); id;) {
    const part = manifest.routes[id];
    if (!part) throw new Error(`The built web app has no route ${id}.`);
    files.push(part.module, ...(part.imports ?? []));
    id = part.parentId;
  }
  return [...new Set(files)];
}

/** Gzipped kilobytes (1000 bytes) of JavaScript that each page of `budgets` loads first; texts are not counted. */
export async function measureFirstLoad(client = CLIENT) {
  const manifest = await readManifest(client);
  /** @param {string} file */
  const sizeOf = async (file) => gzipSync(await readFile(join(client, file))).length;
  const measured = [];
  for (const { page, route, limitKb } of budgets) {
    const files = await Promise.all(
      filesOf(manifest, route).map(async (file) => ({ file, kb: (await sizeOf(file)) / 1000 })),
    );
    const kb = files.reduce((sum, file) => sum + file.kb, 0);
    measured.push({ page, kb, limitKb, files: files.toSorted((one, other) => other.kb - one.kb) });
  }
  return measured;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const measured = await measureFirstLoad();
  for (const { page, kb, limitKb, files } of measured) {
    console.log(`${page}: ${kb.toFixed(1)} KB of ${limitKb}`);
    if (process.argv.includes('--files')) for (const each of files) console.log(`  ${each.kb.toFixed(1)} ${each.file}`);
  }
  if (measured.some(({ kb, limitKb }) => kb > limitKb)) process.exitCode = 1;
}
