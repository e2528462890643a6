import { schema } from '@handoff/core/graphql/schema';
import { measureOperation } from '@handoff/core/observe/measure-operation';
import { DatabaseAwayError } from '@handoff/prisma';
import { redirect } from '@remix-run/node';
import { GraphQLError, validate, type DocumentNode } from 'graphql';
import type { TadaDocumentNode } from 'gql.tada';
import { executeCompiled } from './compiled-execution.server.ts';
import { contextOf } from './context.server.ts';
import { services } from './services.server.ts';

const checked = new WeakSet<DocumentNode>();

/**
 * Runs one of the web app's own operations in-process, as the person who sent the request.
 * Throws a redirect to the sign-in page for a stranger, a 503 while the database is away, and what went wrong otherwise.
 */
export async function executeOperation<Result, Variables>(
  request: Request,
  document: TadaDocumentNode<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  try {
    return await executeAs(request, document, variables);
  } catch (error) {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    throw cause instanceof DatabaseAwayError ? new Response(null, { status: 503 }) : error;
  }
}

async function executeAs<Result, Variables>(
  request: Request,
  document: TadaDocumentNode<Result, Variables>,
  variables: unknown,
): Promise<Result> {
  const context = await contextOf(request);
  if (context.actor.kind === 'anonymous' && !/^\/(login|f\/)/.test(new URL(request.url).pathname)) {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/login?to=${encodeURIComponent(pathname + search)}`);
  }
  if (!checked.has(document)) {
    const [fault] = validate(schema, document);
    if (fault) throw fault;
    checked.add(document);
  }
  const result = await measureOperation(document, () =>
    executeCompiled({
      schema,
      document,
      contextValue: { ...context, memo: new Map(context.memo) },
      variableValues: variables as Record<string, unknown> | undefined,
    }),
  );
  const [error] = result.errors ?? [];
  if (error) {
    services.log.error({ err: error.originalError ?? error, path: error.path }, 'an operation of the web app failed');
    throw error;
  }
  return result.data as Result;
}
