import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { FormatProvider } from '~/format/format-context.tsx';
import { LiveEventsProvider } from '~/live/live-events.tsx';
import { LiveNotificationPanel, useNotificationToasts } from '~/notification/live-notifications.tsx';
import { usePalette } from '~/palette/use-palette.ts';
import { usePreferences } from '~/preference/preferences-context.tsx';
import { PhoneConnection } from '~/telephony/phone-connection.tsx';
import { ErrorPage } from './error-page.tsx';
import { readShell } from './read-shell.server.ts';
import type { ShellData } from './shell-data.ts';
import { ShellFrame } from './shell-frame.tsx';

export const handle = { i18n: ['shell', 'notification', 'telephony'] };

export async function loader({ request }: LoaderFunctionArgs) {
  return { shell: await readShell(request), now: Date.now() };
}

function Frame({ shell }: { shell: ShellData }) {
  const { actions, search } = usePalette();
  useNotificationToasts();
  return (
    <ShellFrame
      data={shell}
      search={search}
      actions={actions}
      phone={shell.permissions.includes('call.use') && <PhoneConnection />}
      notifications={(close) => <LiveNotificationPanel onClose={close} />}
    >
      <Outlet />
    </ShellFrame>
  );
}

export default function ShellLayout() {
  const { shell, now } = useLoaderData<typeof loader>();
  const { preferences, locale } = usePreferences();
  return (
    <FormatProvider locale={locale} timeZone={preferences.timeZone ?? shell.timeZone} now={now}>
      <LiveEventsProvider viewerId={shell.viewer.id} hasPhone={shell.permissions.includes('call.use')}>
        <Frame shell={shell} />
      </LiveEventsProvider>
    </FormatProvider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage isWholePage />;
}
