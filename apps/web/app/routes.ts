import { index, layout, route, type RouteConfig } from '@remix-run/route-config';
import { adminResources, adminRoutes } from './admin/admin-routes.ts';

export default [
  route('graphql', 'graphql/graphql-route.ts'),
  route('healthz', 'health/healthz.ts'),
  route('readyz', 'health/readyz.ts'),
  route('metrics', 'health/metrics.ts'),
  route('files', 'file/upload-route.ts'),
  route('files/:id', 'file/download-route.ts'),
  route('recordings/:id', 'file/recording-route.ts'),
  route('login', 'login/login-page.tsx'),
  route('logout', 'login/logout-action.ts'),
  route('preferences', 'preference/preferences-action.ts'),
  route('lists/columns', 'list/columns/columns-action.ts'),
  route('notifications', 'notification/notifications-route.ts'),
  route('search', 'palette/search-route.ts'),
  route('phone', 'telephony/phone-route.ts'),
  route('phone/targets', 'telephony/transfer-targets-route.ts'),
  route('choices', 'form/find-choices-route.ts'),
  route('tickets/more', 'ticket/list/more-tickets-route.ts'),
  route('tickets/drafts', 'ticket/page/drafts-route.ts'),
  route('tickets/acts', 'ticket/act/acts-route.ts'),
  ...adminResources,
  layout('shell/shell-layout.tsx', [
    index('shell/start-page.ts'),
    route('workbench', 'workbench/workbench-page.tsx'),
    route('tickets', 'ticket/list/ticket-list-page.tsx'),
    route('tickets/new', 'ticket/new/new-ticket-page.tsx'),
    route('tickets/:number', 'ticket/page/ticket-page.tsx'),
    route('me', 'me/me-layout.tsx', [
      index('preference/preferences-page.tsx'),
      route('profile', 'me/profile-page.tsx'),
      route('sessions', 'me/sessions-page.tsx'),
    ]),
    ...adminRoutes,
    route('*', 'shell/not-found.tsx'),
  ]),
] satisfies RouteConfig;
