import { redirect } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { pagesOf } from '~/navigation/pages-of.ts';
import type { ShellData } from './shell-data.ts';
import { shellQuery } from './shell-operations.ts';

/** What stands around every page. Throws a redirect: a stranger to sign in, a first password to be changed. */
export async function readShell(request: Request): Promise<ShellData> {
  const { company, systemStatus, viewer, notifications, tickets } = await executeOperation(request, shellQuery);
  if (!viewer) throw redirect('/login');
  if (viewer.mustChangePassword && new URL(request.url).pathname !== '/me/profile') throw redirect('/me/profile');
  const { agent, permissions } = viewer;
  return {
    companyName: company.shortName,
    timeZone: company.zone,
    viewer: {
      id: agent.id,
      name: agent.name,
      login: agent.loginName,
      departmentName: agent.department?.name ?? null,
    },
    permissions,
    pages: pagesOf(permissions),
    counts: { tickets: tickets.totalCount.value },
    unreadNotifications: notifications.totalCount.value,
    system: systemStatus.isReady ? null : { state: 'engine_away', since: systemStatus.workflowEngineAwaySince },
  };
}
