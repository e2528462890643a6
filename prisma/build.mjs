import { bundleForNode } from '../scripts/bundle-for-node.mjs';

await bundleForNode({ entry: 'migrate.ts', outfile: 'dist/migrate.js' });
await bundleForNode({ entry: 'found.ts', outfile: 'dist/found.js' });
await bundleForNode({ entry: 'seed/seed.ts', outfile: 'dist/seed.js' });
