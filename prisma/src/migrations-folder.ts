import { fileURLToPath } from 'node:url';

/** Where this package's migrations are, from the sources in `src` and from the bundle in `dist` alike. */
export function migrationsFolder(): string {
  return fileURLToPath(new URL('../migrations', import.meta.url));
}
