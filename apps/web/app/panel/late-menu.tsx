import { lazy, Suspense, useState } from 'react';
import type { EntryMenuProps } from './entry-menu.tsx';

const EntryMenu = lazy(() => import('./entry-menu.tsx').then((module) => ({ default: module.EntryMenu })));

/** A menu that is loaded when it is opened for the first time: pages start without any. It is open while it has an anchor. */
export function LateMenu(props: EntryMenuProps) {
  const [isLoaded, setIsLoaded] = useState(false);
  if (props.anchor && !isLoaded) setIsLoaded(true);
  if (!isLoaded) return null;
  return (
    <Suspense>
      <EntryMenu {...props} />
    </Suspense>
  );
}
