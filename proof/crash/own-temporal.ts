import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdAnyPort } from '../../scripts/startup/ports.mjs';
import { Supervisor } from '../../scripts/startup/supervisor.mjs';
import { startTemporal } from '../../scripts/startup/temporal.mjs';
import { findTemporal } from '../../scripts/startup/temporal-program.mjs';

const isFree = { release: () => Promise.resolve() };

/** A Temporal server that can be taken away and brought back with what it knew, always at the same address. */
export class OwnTemporal {
  #supervisor = new Supervisor(() => undefined);

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly uiPort: number,
  ) {}

  static async start(): Promise<OwnTemporal> {
    const [port, uiPort] = [await holdAnyPort(), await holdAnyPort()];
    await Promise.all([port.release(), uiPort.release()]);
    const temporal = new OwnTemporal(await mkdtemp(join(tmpdir(), 'handoff-temporal-')), port.port, uiPort.port);
    await temporal.comeBack();
    return temporal;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async comeBack(): Promise<void> {
    const program = findTemporal();
    if (!program) throw new Error('Temporal is missing on this machine: run `npm start` once.');
    this.#supervisor = new Supervisor(() => undefined);
    await startTemporal({
      program,
      port: { port: this.port, ...isFree },
      uiPort: { port: this.uiPort, ...isFree },
      databaseFile: join(this.folder, 'temporal.db'),
      log: join(this.folder, 'temporal.log'),
      supervisor: this.#supervisor,
    });
  }

  goAway(): Promise<void> {
    return this.#supervisor.stop();
  }

  async end(): Promise<void> {
    await this.goAway();
    await rm(this.folder, { recursive: true, force: true });
  }
}
