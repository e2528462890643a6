import { bundleForNode } from '../../scripts/bundle-for-node.mjs';

await bundleForNode({ entry: 'server.ts', outfile: 'build/server.js' });
