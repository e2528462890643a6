/** The value below which that share of the sample lies. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Load {
  /** Finished operations, those of the warm-up too. */
  done: number;
  /** Finished operations a second. */
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

interface LoadOptions {
  clients: number;
  seconds: number;
  /** Not counted: connections open, caches fill, code is compiled. */
  warmUpSeconds?: number;
}

/** Lets that many clients repeat an operation, each its next when its last is done. A failed operation ends the run. */
export async function underLoad(
  { clients, seconds, warmUpSeconds = 2 }: LoadOptions,
  operate: (client: number) => Promise<unknown>,
): Promise<Load> {
  const countFrom = performance.now() + warmUpSeconds * 1000;
  const until = countFrom + seconds * 1000;
  const sample: number[] = [];
  let done = 0;
  const work = async (client: number): Promise<void> => {
    for (;;) {
      const since = performance.now();
      if (since > until) return;
      await operate(client);
      done += 1;
      if (since >= countFrom) sample.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return { done, perSecond: sample.length / seconds, p50Ms: percentile(sample, 0.5), p95Ms: percentile(sample, 0.95) };
}

/** Resident memory of a process (MB), what it shares with others included; read from the kernel. */
export const megabytesOf = (status: string): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
