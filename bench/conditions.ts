import { cpus, loadavg, totalmem } from 'node:os';

/** What a run has to be read beside. */
export interface Conditions {
  date: string;
  machine: string;
  /** Processes that ran or waited to run in the minute before, by the system's own count. */
  load: number;
}

/** The date, the machine and how busy it is. */
export function conditions(): Conditions {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${gigabytes} GB, Node ${process.versions.node}`,
    load: loadavg()[0] ?? 0,
  };
}
