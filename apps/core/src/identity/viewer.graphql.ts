import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { requireAgent, type Actor } from './actor.ts';
import { Agent } from './agent.graphql.ts';
import { changePassword, changePasswordInput } from './sign-in/change-password.ts';
import { TooManyAttemptsError } from './sign-in/login-limit.ts';
import { loadPreferences } from './load-preferences.ts';
import { revokeSession, revokeSessionInput, signOut } from './sign-in/revoke-session.ts';
import { setPreference, setPreferenceInput } from './set-preference.ts';
import { signIn, signInInput } from './sign-in/sign-in.ts';

interface SessionRow {
  id: string;
  ip: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
}

const Session = builder.objectRef<SessionRow>('Session').implement({
  description: 'A browser in which the viewer is signed in.',
  fields: (t) => ({
    id: t.id({ resolve: (session) => toGlobalId('Session', session.id) }),
    ip: t.exposeString('ip'),
    userAgent: t.exposeString('userAgent'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime' }),
    isCurrent: t.boolean({ resolve: (session, _args, { actor }) => session.id === actor.sessionId }),
  }),
});

const Viewer = builder.objectRef<Actor & { agentId: string }>('Viewer').implement({
  description: 'Who is asking, and what they may do.',
  fields: (t) => ({
    agent: t.field({ type: Agent, resolve: (viewer) => viewer.agentId }),
    permissions: t.stringList({
      description: 'The rights held through all roles; menus follow them, and every operation checks them again.',
      resolve: (viewer) => [...viewer.grants.keys()],
    }),
    mustChangePassword: t.boolean({ resolve: (viewer) => viewer.mustChangePassword ?? false }),
    preferences: t.field({
      type: 'JSON',
      description: 'What the viewer chose, by key.',
      resolve: (viewer, _args, { db }) => loadPreferences(db, viewer.agentId),
    }),
    sessions: t.field({
      type: [Session],
      resolve: (viewer, _args, context) =>
        context.db
          .selectFrom('session')
          .select(['id', 'ip', 'userAgent', 'createdAt', 'lastSeenAt'])
          .where('agentId', '=', viewer.agentId)
          .where('revokedAt', 'is', null)
          .where('expiresAt', '>', context.now())
          .orderBy('lastSeenAt', 'desc')
          .limit(50)
          .execute(),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Null until signed in.',
    resolve: (_root, _args, { actor }) => (actor.agentId ? { ...actor, agentId: actor.agentId } : null),
  }),
);

defineMutation({
  name: 'signIn',
  description: 'Opens a session. The token is shown once; the web app keeps it in an HttpOnly cookie.',
  input: signInInput.extend({ userAgent: z.string().max(300).optional() }),
  errors: [TooManyAttemptsError],
  isUnrepeatable: true,
  run: (context, { userAgent, ...input }) => signIn(context, input, userAgent ?? 'unknown'),
  fields: (t) => ({
    token: t.exposeString('token'),
    agentId: t.globalID({ resolve: (result) => ({ type: 'Agent', id: result.agentId }) }),
  }),
});

defineMutation({
  name: 'signOut',
  description: 'Ends the present session.',
  input: z.object({}),
  run: async (context) => {
    await signOut(context);
    return { isSignedOut: true };
  },
  fields: (t) => ({ isSignedOut: t.exposeBoolean('isSignedOut') }),
});

defineMutation({
  name: 'revokeSession',
  description: 'Signs one of the own browsers out.',
  input: revokeSessionInput,
  run: async (context, input) => ({ sessionId: await revokeSession(context, input) }),
  fields: (t) => ({ sessionId: t.id({ resolve: (result) => toGlobalId('Session', result.sessionId) }) }),
});

defineMutation({
  name: 'changePassword',
  description: 'Sets the own password and signs the other browsers out.',
  input: changePasswordInput,
  run: async (context, input) => {
    await changePassword(context, input);
    return { agentId: requireAgent(context.actor) };
  },
  fields: (t) => ({ agent: t.field({ type: Agent, nullable: true, resolve: (result) => result.agentId }) }),
});

defineMutation({
  name: 'setPreference',
  description:
    'Keeps one of the own choices: locale, theme, density, nav, timeZone, startPage, singleKeys, keyboard, and those of lists.',
  input: setPreferenceInput,
  run: async (context, input) => {
    await setPreference(context, input);
    return { key: input.key };
  },
  fields: (t) => ({ key: t.exposeString('key') }),
});
