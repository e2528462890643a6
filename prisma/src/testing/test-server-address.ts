import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address that starts `/mariadb` or `/temporal` and answers where it is. */
    testServers: string;
  }
}

/** Where the run's private server is; starts it if this is the first to ask. */
export async function testServerAddress(name: 'mariadb' | 'temporal'): Promise<string> {
  const response = await fetch(`${inject('testServers')}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
