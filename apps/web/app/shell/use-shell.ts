import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from './shell-layout.tsx';

/** Who is signed in and what they may do, for any page inside the shell. */
export function useShell() {
  const data = useRouteLoaderData<typeof loader>('shell/shell-layout');
  if (!data) throw new Error('useShell is for pages inside the shell');
  return data.shell;
}
