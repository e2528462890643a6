const startedAt = Date.now();

/** @param {number} since in ms of the epoch */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Prints a line with the time since the start.
 * @param {string} message
 */
export function say(message) {
  console.log(`[${seconds(startedAt).padStart(8)}] ${message}`);
}

/**
 * Does a piece of work and prints how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = Date.now();
  const reminder = setInterval(() => say(`${name} …`), 20_000).unref();
  try {
    const result = await work();
    say(`${name}: done in ${seconds(since)}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
