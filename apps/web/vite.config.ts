import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { createChunks } from './chunks.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      serverBuildFile: 'remix.js',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        // docs/decisions/0027-all-routes-known-from-the-start.md
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  optimizeDeps: {
    // Found ahead, so that the first visit to a page does not have to be loaded twice.
    entries: ['app/**/*.tsx'],
    // Named by modules that loaders alone use; they have no place in a browser.
    exclude: ['@node-rs/argon2', 'mysql2', 'pino', 'file-type'],
  },
  ssr: { noExternal: [/^@mui\//, /^@base-ui\//, /^@handoff\//, 'cmdk'] },
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    chunkSizeWarningLimit: 1500,
    ...(!isSsrBuild && {
      rollupOptions: { output: { manualChunks: createChunks(), onlyExplicitManualChunks: true } },
    }),
  },
}));
