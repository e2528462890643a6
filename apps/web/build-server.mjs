import { fileURLToPath } from 'node:url';
import { bundleForNode } from '../../scripts/bundle-for-node.mjs';
import { bundleServer } from '../../scripts/bundle-server.mjs';

const pages = fileURLToPath(new URL('./build/server/remix.js', import.meta.url));

/**
 * The pages as Remix has built them before.
 * @param {import('esbuild').OnResolveResult} where
 * @returns {import('esbuild').Plugin}
 */
const pagesAt = (where) => ({
  name: 'pages',
  setup: (build) => build.onResolve({ filter: /^virtual:remix\/server-build$/ }, () => where),
});

await bundleServer({ entries: { server: 'server.ts' }, outdir: 'build', plugins: [pagesAt({ path: pages })] });
// Tracing puts itself into packages while they are loaded, so what is traced has them outside.
await bundleForNode({
  entry: 'server.ts',
  outfile: 'build/server.traced.js',
  plugins: [pagesAt({ path: './server/remix.js', external: true })],
});
await bundleForNode({ entry: '../core/src/observe/tracing.ts', outfile: 'build/tracing.js' });
