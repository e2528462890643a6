import { createConnection, escapeId, type Connection } from 'mysql2/promise';

/** Connects to the database of the address, and creates it first where the server has none of that name. */
export async function connectCreating(url: string): Promise<Connection> {
  try {
    return await createConnection(url);
  } catch (error) {
    if (!isUnknownDatabase(error)) throw error;
  }
  await createDatabase(url);
  return createConnection(url);
}

async function createDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/';
  const connection = await createConnection(server.href);
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${escapeId(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
  } finally {
    await connection.end();
  }
}

const isUnknownDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ER_BAD_DB_ERROR';
