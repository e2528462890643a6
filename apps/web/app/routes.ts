import { route, type RouteConfig } from '@remix-run/route-config';

export default [
  route('login', 'login/login-page.tsx'),
  route('preferences', 'preference/preferences-action.ts'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig;
