import './theme/base.css';
import './mark/mark.css';
import './mark/tabs.css';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import { LucideProvider } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormatProvider } from './format/format-context.tsx';
import { localeOf } from './i18n/i18n.server.ts';
import { useFollowLocale } from './i18n/use-follow-locale.ts';
import { useFollowNamespaces } from './i18n/use-follow-namespaces.ts';
import { noteEarlyEvents } from './shell/early-events.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { useNonce } from './shell/nonce.ts';
import { defaultPreferences, languageTags } from './preference/preferences.ts';
import { readPreferences } from './preference/preferences.server.ts';
import { PreferencesProvider } from './preference/preferences-context.tsx';
import { ShortcutProvider } from './shortcut/shortcuts.tsx';
import { ToastProvider } from './shell/toast.tsx';
import { theme } from './theme/theme.ts';
import { tokenStyles } from './theme/tokens.ts';

export const handle = { i18n: ['shell'] };

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];
export const meta: MetaFunction = () => [{ title: 'Handoff' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    locale: await localeOf(request),
    preferences: await readPreferences(request),
    requestCode: context.requestId.slice(0, 4).toUpperCase(),
    now: Date.now(),
  };
}

/** Before the first paint, and only for those who follow their system. */
const followSystemTheme =
  "document.documentElement.dataset.theme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'";

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const preferences = data?.preferences ?? defaultPreferences;
  const locale = data?.locale ?? 'en';
  const isSystem = preferences.theme === 'system';
  return (
    <html
      lang={languageTags[locale]}
      data-theme={isSystem ? 'light' : preferences.theme}
      data-density={preferences.density}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        {/* MUI adds it before React hydrates where it is missing, and what React finds then is not what it expects. */}
        <meta name="emotion-insertion-point" content="" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: noteEarlyEvents }} />
        {isSystem && (
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: followSystemTheme }} />
        )}
        <Meta />
        <Links />
      </head>
      <body>
        <ThemeProvider theme={theme} defaultMode={preferences.theme} storageManager={null}>
          <GlobalStyles styles={tokenStyles} />
          <LucideProvider size={16} strokeWidth={1.75}>
            <PreferencesProvider preferences={preferences} locale={locale}>
              <FormatProvider locale={locale} timeZone={preferences.timeZone ?? 'UTC'} now={data?.now}>
                <ShortcutProvider areSingleKeysOn={preferences.singleKeys} keyboard={preferences.keyboard}>
                  <ToastProvider>{children}</ToastProvider>
                </ShortcutProvider>
              </FormatProvider>
            </PreferencesProvider>
          </LucideProvider>
        </ThemeProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useFollowLocale();
  useFollowNamespaces();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage isWholePage />;
}
