import { loadActor } from '@handoff/core/identity/load-actor';
import { anonymousActor } from '@handoff/core/identity/actor';
import type { Context } from '@handoff/core/platform/context';
import { createSourceEventStream, execute, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { Repeater } from 'graphql-yoga';
import { services } from './services.server.ts';

const recheckMs = 3_000;

async function isStillSignedIn(context: Context): Promise<boolean> {
  const { sessionId } = context.actor;
  if (!sessionId) return true;
  const session = await services.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return session !== undefined;
}

/**
 * Executes each item of a subscription in a context of its own, so that no answer is remembered from an earlier one,
 * with the rights that the subscriber has then; ends within seconds of the session's revocation.
 */
export const subscribeWithFreshContext = async (
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> => {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const context = args.contextValue as Context;
  let actor = context.actor;
  return new Repeater<ExecutionResult>(async (push, stop) => {
    const iterator = source[Symbol.asyncIterator]();
    const recheck = setInterval(() => {
      const agentId = context.actor.agentId ?? '';
      Promise.all([isStillSignedIn(context), loadActor(services.db, agentId)])
        .then(([isSignedIn, present]) => {
          if (!isSignedIn || !present)
            return stop(new GraphQLError('Signed out.', { extensions: { code: 'NOT_SIGNED_IN' } }));
          actor = context.actor.kind === 'agent' ? { ...context.actor, ...present } : context.actor;
        })
        .catch((error: unknown) => services.log.warn({ err: error }, 'could not check a subscriber'));
    }, recheckMs);
    void stop.then(() => {
      clearInterval(recheck);
      void iterator.return?.();
    });
    try {
      for (let item = await iterator.next(); !item.done; item = await iterator.next()) {
        const contextValue: Context = { ...context, actor: actor ?? anonymousActor, memo: new Map() };
        await push(await execute({ ...args, rootValue: item.value, contextValue }));
      }
    } finally {
      clearInterval(recheck);
    }
  });
};
