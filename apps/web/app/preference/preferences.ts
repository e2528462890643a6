export const locales = ['zh', 'en'] as const;
export const themeModes = ['light', 'dark', 'system'] as const;
export const densities = ['auto', 'compact', 'standard', 'touch'] as const;
export const navWidths = ['full', 'rail'] as const;

/** What a person chose for this device; the server knows it before the first paint. */
export interface Preferences {
  locale: (typeof locales)[number] | null;
  theme: (typeof themeModes)[number];
  density: (typeof densities)[number];
  nav: (typeof navWidths)[number];
  singleKeys: boolean;
  timeZone: string | null;
}

export type Locale = (typeof locales)[number];
export type ThemeMode = Preferences['theme'];

export const defaultPreferences: Preferences = {
  locale: null,
  theme: 'system',
  density: 'auto',
  nav: 'full',
  singleKeys: true,
  timeZone: null,
};

export const languageTags: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };
