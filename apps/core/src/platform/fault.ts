import type { LocalizedText } from './text/localized-text.ts';

export type FaultPath = readonly (string | number)[];

/** Something wrong with what was sent in: where, which rule, and what to do in words. */
export interface Fault {
  path: FaultPath;
  code: string;
  message: LocalizedText;
}

/** Makes a fault; `en` and `zh` are whole sentences that say what to do. */
export function fault(path: FaultPath, code: string, en: string, zh: string): Fault {
  return { path, code, message: { en, zh } };
}

/** The same faults seen from further out: `prefix` goes in front of each path. */
export function under(prefix: FaultPath, faults: readonly Fault[]): Fault[] {
  return faults.map((found) => ({ ...found, path: [...prefix, ...found.path] }));
}
