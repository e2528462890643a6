// npm run generate: everything that is made from the sources and checked in.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

const steps = [
  {
    name: 'Types of the database, from prisma/schema',
    folder: 'prisma',
    command: join(bin, 'prisma'),
    args: ['generate'],
    // Prisma would download an engine that generating doesn't use; any existing file keeps it from that.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  },
  {
    name: 'GraphQL schema, from apps/core/src',
    folder: 'apps/core',
    command: process.execPath,
    args: ['--import', 'tsx', 'src/graphql/print-schema.ts'],
  },
  {
    name: 'Types of the web app’s operations, from the GraphQL schema',
    folder: 'apps/web',
    command: join(bin, 'gql.tada'),
    args: ['generate-output'],
  },
];

for (const { name, folder, command, args, env } of steps) {
  console.log(name);
  const { status } = spawnSync(command, args, {
    cwd: join(root, folder),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
