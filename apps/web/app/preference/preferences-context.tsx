import { useColorScheme } from '@mui/material/styles';
import { useFetcher } from '@remix-run/react';
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { defaultPreferences, type Locale, type Preferences } from './preferences.ts';

interface PreferencesContextValue {
  preferences: Preferences;
  /** The language on screen, also where the person has chosen none. */
  locale: Locale;
}

const PreferencesContext = createContext<PreferencesContextValue>({ preferences: defaultPreferences, locale: 'en' });

interface PreferencesProviderProps extends PreferencesContextValue {
  children: ReactNode;
}

export function PreferencesProvider({ preferences, locale, children }: PreferencesProviderProps) {
  const value = useMemo(() => ({ preferences, locale }), [preferences, locale]);
  return <PreferencesContext.Provider value={value}>{children}</PreferencesContext.Provider>;
}

export const usePreferences = () => useContext(PreferencesContext);

/** Keeps a choice with the person and shows it at once. */
export function useChangePreference() {
  const fetcher = useFetcher();
  const { setMode } = useColorScheme();
  const submit = fetcher.submit;
  return useCallback(
    (change: Partial<Preferences>) => {
      if (change.theme) setMode(change.theme);
      submit(JSON.stringify(change), { method: 'post', action: '/preferences', encType: 'application/json' });
    },
    [setMode, submit],
  );
}
