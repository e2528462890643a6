import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

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
        // Off: a fetcher that is asked again while its route is being discovered never finds it, and the page says 404.
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
  build: { target: isSsrBuild ? 'node20' : 'es2022', chunkSizeWarningLimit: 1500 },
}));
