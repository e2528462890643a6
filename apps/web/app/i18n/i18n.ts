import type { InitOptions } from 'i18next';

export const i18nOptions = {
  supportedLngs: ['en', 'zh'],
  fallbackLng: 'en',
  defaultNS: 'shell',
  fallbackNS: false,
  load: 'languageOnly',
  returnNull: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: true },
} satisfies InitOptions;
