// Brings the database of DATABASE_URL to the newest migration.
import { migrate } from './src/migrate.ts';
import { migrationsFolder } from './src/migrations-folder.ts';

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL=mysql://user:password@host:3306/handoff');

for (const name of await migrate(url, { folder: migrationsFolder() })) console.log(`Applied ${name}`);
