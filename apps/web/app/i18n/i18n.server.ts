import type { EntryContext } from '@remix-run/node';
import { createInstance, type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { RemixI18Next } from 'remix-i18next/server';
import { locales, type Locale } from '~/preference/preferences.ts';
import { readPreferences } from '~/preference/preferences.server.ts';
import { i18nOptions } from './i18n.ts';

const files = import.meta.glob<ResourceLanguage>('./{en,zh}/*.json', { eager: true, import: 'default' });

function collectResources(): Resource {
  const resources: Resource = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, language, namespace] = /^\.\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
    if (language && namespace) resources[language] = { ...resources[language], [namespace]: texts };
  }
  return resources;
}

const resources = collectResources();

function fromAcceptLanguage(header: string | null): Locale {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => locales.filter((locale) => locale === tag))[0] ?? 'en';
}

export const remixI18n = new RemixI18Next({
  detection: {
    supportedLanguages: i18nOptions.supportedLngs,
    fallbackLanguage: i18nOptions.fallbackLng,
    order: ['custom'],
    findLocale: async (request) =>
      (await readPreferences(request)).locale ?? fromAcceptLanguage(request.headers.get('accept-language')),
  },
  i18next: { ...i18nOptions, resources },
});

/** The language of a request: the person's choice, else the browser's, else English. */
export async function localeOf(request: Request): Promise<Locale> {
  return (await remixI18n.getLocale(request)) === 'zh' ? 'zh' : 'en';
}

/** A translator for one document, holding every namespace so that rendering never waits. */
export async function createServerI18n(locale: Locale, context: EntryContext) {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    ...i18nOptions,
    resources,
    lng: locale,
    ns: remixI18n.getRouteNamespaces(context),
  });
  return instance;
}
