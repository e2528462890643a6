import type { LocalizedText } from './localized-text.ts';

/** Something a plugin could not do. `isRetryable` says whether the same command may succeed later. */
export class PluginError extends Error {
  constructor(
    readonly code: string,
    readonly text: LocalizedText,
    readonly isRetryable: boolean,
    /** How long the vendor asks to be left alone (s), where it says so. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(text.en);
    this.name = 'PluginError';
  }
}
