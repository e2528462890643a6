import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { FormatProvider } from '~/format/format-context.tsx';
import { feedIds } from '~/live/feeds.server.ts';
import { LiveEventsProvider } from '~/live/live-events.tsx';
import { LiveNotificationPanel, useNotificationToasts } from '~/notification/live-notifications.tsx';
import { usePalette } from '~/palette/use-palette.ts';
import { usePreferences } from '~/preference/preferences-context.tsx';
import { PhoneConnection } from '~/telephony/phone-connection.tsx';
import type { PhoneData } from '~/telephony/phone-operations.ts';
import { readPhone } from '~/telephony/read-phone.server.ts';
import { ErrorPage } from './error-page.tsx';
import { readShell } from './read-shell.server.ts';
import type { ShellData } from './shell-data.ts';
import { ShellFrame } from './shell-frame.tsx';

export const handle = { i18n: ['shell', 'notification', 'telephony', 'form', 'job'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const shell = await readShell(request);
  const phone = shell.permissions.includes('call.use') ? await readPhone(request) : null;
  return { shell, phone, feedIds, now: Date.now() };
}

function Frame({ shell, phone, children }: { shell: ShellData; phone: PhoneData | null; children: ReactNode }) {
  const { actions, search } = usePalette();
  useNotificationToasts();
  return (
    <ShellFrame
      data={shell}
      search={search}
      actions={actions}
      phone={phone && <PhoneConnection initial={phone} />}
      notifications={(close) => <LiveNotificationPanel onClose={close} />}
    >
      {children}
    </ShellFrame>
  );
}

function Shell({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('shell/shell-layout');
  const { preferences, locale } = usePreferences();
  if (!data) return <ErrorPage isWholePage />;
  const { shell, phone, now } = data;
  return (
    <FormatProvider locale={locale} timeZone={preferences.timeZone ?? shell.timeZone} now={now}>
      <LiveEventsProvider
        viewerId={shell.viewer.id}
        feedIds={data.feedIds}
        hasPhone={shell.permissions.includes('call.use')}
      >
        <Frame shell={shell} phone={phone}>
          {children}
        </Frame>
      </LiveEventsProvider>
    </FormatProvider>
  );
}

export default function ShellLayout() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

/** A page that fails stands inside its shell; only without the shell's own facts the whole screen is the error's. */
export function ErrorBoundary() {
  return (
    <Shell>
      <ErrorPage />
    </Shell>
  );
}
