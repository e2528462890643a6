import { schema } from '@handoff/core/graphql/schema';
import { measureOperation } from '@handoff/core/observe/measure-operation';
import type { Context } from '@handoff/core/platform/context';
import { DomainError, ValidationError } from '@handoff/core/platform/errors';
import { GraphQLError, Kind, OperationTypeNode, parse, type DocumentNode, type ParseOptions } from 'graphql';
import { createYoga, maskError, useExecutionCancellation as executionCancellation, type Plugin } from 'graphql-yoga';
import { contextOf } from './context.server.ts';
import { environment } from './environment.server.ts';
import { graphiqlExamples } from './graphiql-examples.ts';
import { services } from './services.server.ts';
import { subscribeWithFreshContext } from './subscribe.server.ts';

const openToAll = new Set(['__typename', '__schema', '__type', 'viewer', 'signIn']);
const maxTokens = 4_000;
const timeoutMs = 15_000;

const rootFields = (document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD ? selection.name.value : '…',
        )
      : [],
  );

/** Whoever has not signed in may ask who they are and sign in, nothing else. */
const requireSignIn: Plugin<Context> = {
  onExecute({ args }) {
    const context = args.contextValue as Context;
    if (
      context.actor.kind !== 'anonymous' ||
      rootFields(args.document as DocumentNode).every((name) => openToAll.has(name))
    )
      return;
    throw new GraphQLError(
      'Sign in first: send a session cookie, or "Authorization: Bearer …" with an API token (hk_…) or the token that signIn gave (hs_…).',
      {
        extensions: { code: 'NOT_SIGNED_IN', http: { status: 401 } },
      },
    );
  },
  onSubscribe({ args, setSubscribeFn }) {
    const context = args.contextValue as Context;
    if (context.actor.kind === 'anonymous') {
      throw new GraphQLError('Sign in first.', { extensions: { code: 'NOT_SIGNED_IN', http: { status: 401 } } });
    }
    setSubscribeFn(subscribeWithFreshContext);
  },
};

/** A browser's cookie alone is not enough to change anything: a script of ours must have set the header too. */
const refuseForgedRequests: Plugin<Context> = {
  onRequest({ request, fetchAPI, endResponse }) {
    const isByCookie = request.headers.has('cookie') && !request.headers.has('authorization');
    if (request.method !== 'POST' || !isByCookie || request.headers.has('x-handoff-csrf')) return;
    endResponse(
      new fetchAPI.Response(
        JSON.stringify({
          errors: [{ message: 'Send the header x-handoff-csrf with a cookie.', extensions: { code: 'CSRF' } }],
        }),
        { status: 403, headers: { 'content-type': 'application/json' } },
      ),
    );
  },
};

const limitTokens: Plugin<Context> = {
  onParse({ setParseFn }) {
    setParseFn((source: string, options?: ParseOptions) => parse(source, { ...options, maxTokens }));
  },
};

/** No operation takes longer than 15 s; a subscription lives on. */
const limitTime: Plugin<Context> = {
  onExecute({ args, executeFn, setExecuteFn }) {
    const isQuick = (args.document as DocumentNode).definitions.every(
      (definition) =>
        definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.SUBSCRIPTION,
    );
    if (!isQuick) return;
    setExecuteFn(async (executed) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new GraphQLError('This took longer than 15 s and was given up.', { extensions: { code: 'TIMED_OUT' } }),
            ),
          timeoutMs,
        );
      });
      try {
        const execution = () => executeFn(executed) as Promise<unknown>;
        const measured = measureOperation(args.document as DocumentNode, execution);
        return (await Promise.race([measured, late])) as never;
      } finally {
        clearTimeout(timer);
      }
    });
  },
};

/** What a list says of its own arguments: a page too large, a cursor of another list, a view that is not there. */
function refusalOf(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof DomainError)) return null;
  const { code, text } = error.originalError;
  const issues = error.originalError instanceof ValidationError ? error.originalError.issues : [];
  return new GraphQLError(text.en, {
    nodes: error.nodes,
    path: error.path,
    extensions: { code: code.toUpperCase(), issues: issues.map(({ path, code }) => ({ path, code })) },
  });
}

/** The endpoint for integrators and for the browser's own live updates. */
export const yoga = createYoga<{ request: Request }, Context>({
  schema,
  graphqlEndpoint: '/graphql',
  landingPage: false,
  graphiql: environment.GRAPHIQL === 'on' ? { title: 'Handoff GraphQL', defaultQuery: graphiqlExamples } : false,
  batching: { limit: 20 },
  cors: false,
  context: ({ request }) => contextOf(request),
  parserAndValidationCache: true,
  maskedErrors: {
    maskError(error, _message, isDev) {
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      const masked = maskError(error, 'Unexpected fault. Give the request id to your administrator.', isDev);
      if (masked !== error) services.log.error({ err: error }, 'an operation failed unexpectedly');
      return masked;
    },
  },
  logging: false,
  plugins: [refuseForgedRequests, requireSignIn, limitTime, executionCancellation(), limitTokens],
});
