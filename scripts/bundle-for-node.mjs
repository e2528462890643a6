import { build } from 'esbuild';

/**
 * Bundles an entry with the workspaces that it imports into one ES module for Node.
 * Packages from the registry stay outside: they are installed where this runs, and can be traced there.
 * @param {{ entry: string, outfile: string, plugins?: import('esbuild').Plugin[] }} options paths from the current folder
 */
export async function bundleForNode({ entry, outfile, plugins = [] }) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    // Node keeps the map in memory: positions are enough for a stack trace.
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [...plugins, { name: 'registry-packages-stay-outside', setup: keepPackagesOutside }],
  });
}

/** @param {import('esbuild').PluginBuild} build */
function keepPackagesOutside(build) {
  build.onResolve({ filter: /^[^./~]/ }, ({ path, kind }) => {
    if (kind === 'entry-point' || path.startsWith('@handoff/')) return undefined;
    return { path, external: true };
  });
}
