import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * @typedef {object} HeldPort
 * @property {number} port
 * @property {() => Promise<void>} release frees it for the process that it is meant for
 */

/**
 * Takes the port if it is free and keeps it from others until released.
 * @param {number} port 0 means any
 * @returns {Promise<HeldPort | undefined>}
 */
export function holdPort(port) {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.unref();
      resolve({ port: address.port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/** @returns {Promise<HeldPort>} any free port */
export async function holdAnyPort() {
  const held = await holdPort(0);
  if (!held) throw new Error('This machine has no free TCP port left.');
  return held;
}

/** Ports that a data folder keeps from start to start, so that addresses and bookmarks stay. */
export class KeptPorts {
  #file;
  /** @type {Record<string, number>} */
  #ports;

  /** @param {string} dataFolder */
  constructor(dataFolder) {
    this.#file = join(dataFolder, 'ports.json');
    this.#ports = readPorts(this.#file);
  }

  /**
   * The port used before if it is free, else the first free one from `preferred` on, else any.
   * @param {string} name
   * @param {number} [preferred]
   * @returns {Promise<HeldPort>}
   */
  async hold(name, preferred) {
    const wanted = [this.#ports[name], ...nextPorts(preferred)];
    for (const port of wanted) {
      const held = port ? await holdPort(port) : undefined;
      if (held) return this.#keep(name, held);
    }
    return this.#keep(name, await holdAnyPort());
  }

  /**
   * @param {string} name
   * @param {HeldPort} held
   */
  #keep(name, held) {
    this.#ports[name] = held.port;
    writeFileSync(this.#file, `${JSON.stringify(this.#ports, null, 2)}\n`);
    return held;
  }
}

/** @param {number} [first] */
const nextPorts = (first) => (first ? Array.from({ length: 20 }, (_, index) => first + index) : []);

/**
 * @param {string} file
 * @returns {Record<string, number>}
 */
function readPorts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
