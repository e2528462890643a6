import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { FormatProvider } from '~/format/format-context.tsx';
import { usePreferences } from '~/preference/preferences-context.tsx';
import { ErrorPage } from './error-page.tsx';
import { readShell } from './read-shell.server.ts';
import { ShellFrame } from './shell-frame.tsx';

export const handle = { i18n: ['shell', 'notification'] };

export async function loader({ request }: LoaderFunctionArgs) {
  return { shell: await readShell(request), now: Date.now() };
}

const noSearch = () => Promise.resolve([]);

export default function ShellLayout() {
  const { shell, now } = useLoaderData<typeof loader>();
  const { preferences, locale } = usePreferences();
  return (
    <FormatProvider locale={locale} timeZone={preferences.timeZone ?? shell.timeZone} now={now}>
      <ShellFrame data={shell} search={noSearch} actions={[]} notifications={() => null}>
        <Outlet />
      </ShellFrame>
    </FormatProvider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage isWholePage />;
}
