export const locales = ['zh', 'en'] as const;
export const themeModes = ['light', 'dark', 'system'] as const;
export const densities = ['auto', 'compact', 'standard', 'touch'] as const;
export const navWidths = ['full', 'rail'] as const;
export const startPages = ['workbench', 'tickets', 'customers'] as const;

/** What a person chose; the server knows it before the first paint, in whichever browser they sign in. */
export interface Preferences {
  locale: (typeof locales)[number] | null;
  theme: (typeof themeModes)[number];
  density: (typeof densities)[number];
  nav: (typeof navWidths)[number];
  /** Null is the company's. */
  timeZone: string | null;
  startPage: (typeof startPages)[number];
  singleKeys: boolean;
  /** Shortcuts by their name: other keys than the usual ones, or null for none. */
  keyboard: Readonly<Record<string, string | null>>;
  /** What they hear of the tickets that they watch. */
  watching: { comments: boolean; progress: boolean };
  /** The columns of a ticket's page that are out of the way. */
  foldedTicketColumns: readonly ('left' | 'right')[];
}

export type Locale = (typeof locales)[number];
export type ThemeMode = Preferences['theme'];

export const defaultPreferences: Preferences = {
  locale: null,
  theme: 'system',
  density: 'auto',
  nav: 'full',
  timeZone: null,
  startPage: 'workbench',
  singleKeys: true,
  keyboard: {},
  watching: { comments: true, progress: true },
  foldedTicketColumns: [],
};

export const languageTags: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };
