import { TooManyAttemptsError } from '@handoff/core/identity/sign-in/login-limit';
import { GraphQLError } from 'graphql';

/** What somebody outside asks for. Throws a 429 that says when to come back, once they ask too often. */
export async function forStranger<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (!(cause instanceof TooManyAttemptsError)) throw error;
    throw new Response(null, { status: 429, headers: { 'retry-after': String(cause.retryAfterSeconds) } });
  }
}
