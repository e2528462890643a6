import { bundleForNode } from '../../scripts/bundle-for-node.mjs';

await bundleForNode({ entry: 'server.ts', outfile: 'build/server.js' });
await bundleForNode({ entry: '../core/src/observe/tracing.ts', outfile: 'build/tracing.js' });
