import { route, type RouteConfig } from '@remix-run/route-config';

export default [
  route('graphql', 'graphql/graphql-route.ts'),
  route('healthz', 'health/healthz.ts'),
  route('readyz', 'health/readyz.ts'),
  route('login', 'login/login-page.tsx'),
  route('preferences', 'preference/preferences-action.ts'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig;
