import type { LocalizedText } from './localized-text.ts';

/** The text for a locale such as `zh-CN` or `en`; every locale that is not Chinese reads English. */
export function localize(text: LocalizedText, locale: string): string {
  return locale.toLowerCase().startsWith('zh') ? text.zh : text.en;
}
