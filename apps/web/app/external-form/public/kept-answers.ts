/** What somebody has filled in and not sent, on this device alone. */
export interface KeptAnswers {
  submissionKey: string;
  answers: Record<string, unknown>;
  contactName: string;
  contactPhone: string;
  /** What the uploaded files are called, by id. */
  names: Record<string, string>;
  /** Epoch milliseconds. */
  at: number;
}

export interface Sent {
  number: string;
}

/** Uploads that were not sent are removed after a day, and what is kept here would name them. */
const KEPT_MILLISECONDS = 20 * 60 * 60 * 1000;

// The end of the token tells links apart; the whole of it is in the address anyway.
const keyOf = (token: string, what: 'answers' | 'sent') => `form-${what}:${token.slice(-12)}`;

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

function write(key: string, value: object | null): void {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}

export function readAnswers(token: string): KeptAnswers | null {
  const kept = read(keyOf(token, 'answers')) as KeptAnswers | null;
  return kept && Date.now() - kept.at < KEPT_MILLISECONDS ? kept : null;
}

export const keepAnswers = (token: string, kept: KeptAnswers | null) => write(keyOf(token, 'answers'), kept);
export const readSent = (token: string) => read(keyOf(token, 'sent')) as Sent | null;
export const keepSent = (token: string, sent: Sent) => write(keyOf(token, 'sent'), sent);
