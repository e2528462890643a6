import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '~/preference/preferences-context.tsx';

/** Changes the texts in place when the person chooses the other language. */
export function useFollowLocale() {
  const { i18n } = useTranslation();
  const { locale } = usePreferences();
  useEffect(() => {
    if (i18n.language !== locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
}
