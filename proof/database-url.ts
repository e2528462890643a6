import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the private database of an instance answers. */
export function databaseUrlOf(data: string): string {
  const ports = JSON.parse(readFileSync(join(data, 'ports.json'), 'utf8')) as { mariadb: number };
  const password = readFileSync(join(data, 'database-password'), 'utf8').trim();
  return `mysql://handoff:${password}@127.0.0.1:${ports.mariadb}/handoff`;
}
