import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, transform } from 'esbuild';

/** They hold programs of the machine; Vite serves development alone. */
const outside = ['@node-rs/argon2', 'vite'];
/** Node's own modules come from here in what was CommonJS. */
const requireForCommonJs =
  "import { createRequire as createRequireOfBundle } from 'node:module';" +
  'const require = createRequireOfBundle(import.meta.url);';
const parts = 'parts';
/** @type {import('esbuild').CommonOptions} */
const small = { minifyWhitespace: true, minifySyntax: true, charset: 'ascii', legalComments: 'none' };

/**
 * Bundles a server with the packages that it uses, as ES modules for Node: a process loads some files in place of two
 * thousand, without what it never runs of them. What is imported later stays a file of its own. Names of functions are
 * kept, since logs and traces are read by them. Why, and what stays outside: docs/decisions/0059.
 * @param {{ entries: Record<string, string>, outdir: string, plugins?: import('esbuild').Plugin[] }} options paths from
 *   the current folder, entries by their name in `outdir`
 */
export async function bundleServer({ entries, outdir, plugins = [] }) {
  const { outputFiles } = await build({
    entryPoints: entries,
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: `${parts}/[name]-[hash]`,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: outside,
    ...small,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: requireForCommonJs },
    // The web app's own build names packages once more for their effects, which they say they have none of.
    logOverride: { 'ignored-bare-import': 'silent' },
    logLevel: 'warning',
    plugins,
  });
  await rm(join(outdir, parts), { recursive: true, force: true });
  for (const { path, text } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, inAscii(text));
  }
}

/**
 * Makes a script smaller and keeps its map within it, by which failures are shown where they stand in the source.
 * @param {string} code
 */
export async function minifyScript(code) {
  const script = await transform(code, { ...small, sourcemap: 'inline', sourcesContent: false });
  return script.code;
}

/**
 * One letter beyond Latin makes the engine keep the whole text of a file in two bytes a letter. esbuild escapes them,
 * except in regular expressions.
 * @param {string} text
 */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
