import i18next, { type BackendModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { getInitialNamespaces } from 'remix-i18next/client';
import { i18nOptions } from './i18n.ts';

const files = import.meta.glob<ResourceLanguage>('./{en,zh}/*.json', { import: 'default' });

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts for ${language}/${namespace}`), false);
    load().then(
      (texts) => done(null, texts),
      (error: Error) => done(error, true),
    );
  },
};

/** Loads the texts of the routes on screen, so that hydration finds what the server wrote. */
export async function startClientI18n() {
  await i18next
    .use(initReactI18next)
    .use(chunks)
    .init({ ...i18nOptions, lng: document.documentElement.lang.slice(0, 2), ns: getInitialNamespaces() });
  return i18next;
}
