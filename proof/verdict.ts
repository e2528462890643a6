/** What a part of the proof found: what it measured, and what is not as it should be. */
export interface Verdict {
  rows: object[];
  faults: string[];
}

export const milliseconds = (since: number): number => Math.round((performance.now() - since) * 10) / 10;
