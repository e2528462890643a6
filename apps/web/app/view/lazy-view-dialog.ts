import { lazy } from 'react';

/** Loaded when somebody names or changes a view: it brings the choosers of fields that lists do without. */
export const ViewDialog = lazy(() => import('./view-dialog.tsx').then((module) => ({ default: module.ViewDialog })));
