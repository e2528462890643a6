import type { Context } from '@handoff/core/platform/context';
import { createSourceEventStream, execute, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { Repeater } from 'graphql-yoga';
import { watchSubscriber } from './watch-subscribers.server.ts';

/**
 * Executes each item of a subscription in a context of its own, so that no answer is remembered from an earlier one,
 * with the rights that the subscriber has then; ends within seconds of the session's or the token's revocation.
 */
export const subscribeWithFreshContext = async (
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> => {
  // The source keeps this context and asks it whom it speaks to at every event.
  const context = { ...(args.contextValue as Context) };
  const source = await createSourceEventStream({ ...args, contextValue: context });
  if (!(Symbol.asyncIterator in source)) return source;
  return new Repeater<ExecutionResult>(async (push, stop) => {
    const iterator = source[Symbol.asyncIterator]();
    const unwatch = watchSubscriber(context.actor, (actor) => {
      if (actor) context.actor = actor;
      else stop(new GraphQLError('Signed out.', { extensions: { code: 'NOT_SIGNED_IN' } }));
    });
    void stop.then(() => {
      unwatch();
      void iterator.return?.();
    });
    try {
      for (let item = await iterator.next(); !item.done; item = await iterator.next()) {
        const contextValue: Context = { ...context, memo: new Map() };
        await push(await execute({ ...args, rootValue: item.value, contextValue }));
      }
    } finally {
      unwatch();
    }
  });
};
