import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdAnyPort, holdPort, KeptPorts } from './ports.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ports-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('KeptPorts', () => {
  it('answers the same port at the next start', async () => {
    const first = await new KeptPorts(folder).hold('web');
    await first.release();
    const second = await new KeptPorts(folder).hold('web');
    await second.release();
    expect(second.port).toBe(first.port);
  });

  it('moves on when the kept port is taken, and keeps the new one', async () => {
    const first = await new KeptPorts(folder).hold('web');
    const second = await new KeptPorts(folder).hold('web', first.port);
    expect(second.port).not.toBe(first.port);
    await first.release();
    await second.release();
    const third = await new KeptPorts(folder).hold('web');
    await third.release();
    expect(third.port).toBe(second.port);
  });

  it('holds a port against others until it is released', async () => {
    const held = await holdAnyPort();
    expect(await holdPort(held.port)).toBeUndefined();
    await held.release();
    const again = await holdPort(held.port);
    expect(again?.port).toBe(held.port);
    await again?.release();
  });
});
