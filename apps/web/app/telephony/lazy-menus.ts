import { lazy } from 'react';

/** Loaded when they are opened: their inputs are more than a bar needs. */
export const Keypad = lazy(() => import('./keypad.tsx').then((module) => ({ default: module.Keypad })));
export const TransferMenu = lazy(() =>
  import('./transfer-menu.tsx').then((module) => ({ default: module.TransferMenu })),
);
