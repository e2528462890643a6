import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { agentIds, Integrator } from '@handoff/e2e/support/integrator.ts';
import { cookieValueOf, openSession } from '@handoff/e2e/support/sign-in.ts';
import { milliseconds, type Verdict } from '../verdict.ts';

const mostMilliseconds = 5_000;
const subscription = 'subscription { ticketEvents { eventId } }';
const viewerQuery = '{ viewer { mustChangePassword sessions { id isCurrent } } }';
const HOUR = 3_600_000;

/** Waits for the server to end a stream. Resolves to the milliseconds since the revocation. */
async function ends(stream: Response, since: () => number): Promise<number> {
  await stream.text();
  return milliseconds(since());
}

async function isOut(headers: Record<string, string>): Promise<boolean> {
  const answer = await new Integrator(headers).post({ query: '{ tickets(first: 1) { edges { node { id } } } }' });
  return (await answer.text()).includes('NOT_SIGNED_IN');
}

async function afterRevocation(
  kind: string,
  headers: Record<string, string>,
  revoke: () => Promise<unknown>,
): Promise<Verdict> {
  const stream = await new Integrator(headers).post({ query: subscription }, { accept: 'text/event-stream' });
  let revokedAt = 0;
  const ended = ends(stream, () => revokedAt);
  await revoke();
  revokedAt = performance.now();
  const api = await isOut(headers);
  const page = await fetch(`${handoffUrl()}/tickets`, { headers, redirect: 'manual' });
  const subscriptionMilliseconds = await ended;
  const faults = [
    ...(api ? [] : [`a revoked ${kind} still reads through the API`]),
    ...(page.headers.get('location')?.startsWith('/login') ? [] : [`a revoked ${kind} still opens pages`]),
    ...(subscriptionMilliseconds > mostMilliseconds ? [`a revoked ${kind} is told of events for too long`] : []),
  ];
  return { rows: [{ revoked: kind, api: 'at once', page: 'at once', subscriptionMilliseconds }], faults };
}

/** Revokes a session and a token and sees how soon they are out of the API, pages and subscriptions. */
export async function measureRevocations(admin: Integrator): Promise<Verdict> {
  const token = await openSession('zhou.min');
  const bySession = { cookie: `handoff_session=${cookieValueOf(token)}`, 'x-handoff-csrf': '1' };
  const { viewer } = await new Integrator(bySession).query<{
    viewer: { sessions: { id: string; isCurrent: boolean }[] };
  }>(viewerQuery);
  const sessionId = viewer.sessions.find(({ isCurrent }) => isCurrent)?.id;
  const otherBrowser = {
    cookie: `handoff_session=${cookieValueOf(await openSession('zhou.min'))}`,
    'x-handoff-csrf': '1',
  };
  const session = await afterRevocation('session', bySession, () =>
    new Integrator(otherBrowser).act('revokeSession', { sessionId }, 'sessionId'),
  );
  const made = await admin.act<{ token: string; apiCredential: { id: string } }>(
    'createApiCredential',
    {
      name: 'To be revoked',
      agentId: (await agentIds(admin)).get('admin'),
      scopes: ['ticket.read'],
      expiresAt: new Date(Date.now() + HOUR).toISOString(),
    },
    'token apiCredential { id }',
  );
  const credential = await afterRevocation('token', { authorization: `Bearer ${made.token}` }, () =>
    admin.act('revokeApiCredential', { credentialId: made.apiCredential.id }, 'apiCredential { id }'),
  );
  return { rows: [...session.rows, ...credential.rows], faults: [...session.faults, ...credential.faults] };
}
