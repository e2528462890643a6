const everyMs = 5_000;
/** Of one processor, below which a process has nothing to do. */
const idleShare = 0.05;
/** Less than that is not worth the tenth of a second that a collection takes. */
const worthBytes = 6 * 1024 * 1024;

/**
 * Gives back what the start of a process and each burst of work leave behind, which the engine would keep until it needs
 * room: while the process has nothing to do, and only what has grown since the last time. Does nothing where the process
 * was started without `--expose-gc`.
 */
export function collectWhenIdle(): void {
  const { gc } = globalThis;
  if (!gc) return;
  let used = process.cpuUsage();
  let left = 0;
  setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    used = process.cpuUsage();
    if ((user + system) / 1000 > idleShare * everyMs) return;
    if (process.memoryUsage().heapUsed - left < worthBytes) return;
    gc();
    left = process.memoryUsage().heapUsed;
  }, everyMs).unref();
}
