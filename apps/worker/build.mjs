import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleForNode } from '../../scripts/bundle-for-node.mjs';
import { bundleServer, minifyScript } from '../../scripts/bundle-server.mjs';

/** @param {string} name */
const fileOf = (name) => fileURLToPath(import.meta.resolve(name));

/**
 * Where the SDK looks for files beside its own, it is told where they are. `process.argv[1]` is the bundle.
 * @type {{ file: RegExp, text: string, instead: string }[]}
 */
const places = [
  {
    file: /@temporalio\/worker\/lib\/workflow\/threaded-vm\.js$/,
    text: "require.resolve('./workflow-worker-thread')",
    instead: "require('node:path').join(process.argv[1], '../workflow-thread.js')",
  },
  {
    file: /@temporalio\/worker\/lib\/workflow\/bundler\.js$/,
    text: "require.resolve('../workflow-log-interceptor')",
    instead: '',
  },
  {
    file: /@temporalio\/core-bridge\/common\.js$/,
    text: '__dirname',
    instead:
      "path.dirname(require('node:module').createRequire(process.argv[1]).resolve('@temporalio/core-bridge/package.json'))",
  },
  { file: /source-map\/lib\/read-wasm\.js$/, text: '__dirname', instead: 'path.dirname(process.argv[1])' },
];

/** What makes workflows into one script, which happens here and not in the worker. */
const bundlers = /^(webpack|memfs|unionfs|@swc\/core)$/;

/** @type {import('esbuild').Plugin} */
const temporalInBundle = {
  name: 'temporal-in-bundle',
  setup(build) {
    build.onResolve({ filter: bundlers }, ({ path }) => ({ path, namespace: 'unneeded' }));
    build.onLoad({ filter: /.*/, namespace: 'unneeded' }, () => ({ contents: 'module.exports = {};' }));
    for (const { file, text, instead } of places) {
      build.onLoad({ filter: file }, async ({ path }) => {
        const before = await readFile(path, 'utf8');
        if (!before.includes(text)) throw new Error(`${path} no longer says ${text}`);
        return { contents: before.replace(text, instead) };
      });
    }
  },
};

await mkdir('dist', { recursive: true });
await bundleServer({
  entries: {
    main: 'src/main.ts',
    'workflow-thread': fileOf('@temporalio/worker/lib/workflow/workflow-worker-thread.js'),
  },
  outdir: 'dist',
  plugins: [temporalInBundle],
});
const ofSdk = createRequire(fileOf('@temporalio/worker/package.json'));
await copyFile(ofSdk.resolve('source-map/lib/mappings.wasm'), 'dist/mappings.wasm');
// Tracing puts itself into packages while they are loaded, so what is traced has them outside.
await bundleForNode({ entry: 'src/main.ts', outfile: 'dist/main.traced.js' });
await bundleForNode({ entry: '../core/src/observe/tracing.ts', outfile: 'dist/tracing.js' });

// The sandbox that workflows run in loads one script, made here so that the worker needn't at its start.
const { code } = await bundleWorkflowCode({ workflowsPath: fileOf('@handoff/workflows/workflows') });
await writeFile('dist/workflows.js', await minifyScript(code));
