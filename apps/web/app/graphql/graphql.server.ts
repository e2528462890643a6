import { checkDocument, costOfOperation } from '@handoff/core/graphql/check-operation';
import { operationLimits } from '@handoff/core/graphql/limits';
import { schema } from '@handoff/core/graphql/schema';
import { lastTypedSchema, typedSchema } from '@handoff/core/ticket-type/typed-api/typed-schema';
import { measureOperation } from '@handoff/core/observe/measure-operation';
import type { Context } from '@handoff/core/platform/context';
import { DomainError, ValidationError } from '@handoff/core/platform/errors';
import { usePersistedOperations as persistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { DatabaseAwayError } from '@handoff/prisma';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type ParseOptions,
} from 'graphql';
import { createYoga, maskError, useExecutionCancellation as executionCancellation, type Plugin } from 'graphql-yoga';
import { findPersistedOperation } from '~/live/feeds.server.ts';
import { executeCompiled } from './compiled-execution.server.ts';
import { contextOf } from './context.server.ts';
import { environment } from './environment.server.ts';
import { graphiqlOptions, guardGraphiql, renderGraphiql } from './graphiql.server.ts';
import { services } from './services.server.ts';
import { subscribeWithFreshContext } from './subscribe.server.ts';

const openToAll = new Set([
  '__typename',
  '__schema',
  '__type',
  'viewer',
  'signIn',
  'externalFormPage',
  'externalFormChallenge',
  'submitExternalForm',
]);

const rootFields = (document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD ? selection.name.value : '…',
        )
      : [],
  );

/** Whoever has not signed in may ask who they are, sign in, and fill in a form whose link they have; nothing else. */
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
    if (!isByCookie || request.method === 'GET' || request.headers.has('x-handoff-csrf')) return;
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

/** What is too large is refused before it is validated, which takes longer than reading it. */
const limitText: Plugin<Context> = {
  onParse({ setParseFn }) {
    setParseFn((source: string, options?: ParseOptions) =>
      parse(source, { ...options, maxTokens: operationLimits.tokens }),
    );
  },
  onValidate({ params }) {
    checkDocument(params.documentAST as DocumentNode);
  },
};

/** Where GraphiQL is off, nobody is told of the schema either. */
const hideSchema: Plugin<Context> = {
  onValidate({ addValidationRule }) {
    if (environment.GRAPHIQL === 'off') addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};

const isSubscription = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION,
  );

/** Ends an operation when its time is up. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const giveUp = (): void =>
      reject(
        new GraphQLError(`This took longer than ${operationLimits.timeMs / 1000} s and was given up.`, {
          extensions: { code: 'TIMED_OUT' },
        }),
      );
    timer = setTimeout(giveUp, operationLimits.timeMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Our own pages send the ids of their operations; an integrator sends text. */
const nameOperations: Plugin<Context> = persistedOperations({
  allowArbitraryOperations: true,
  getPersistedOperation: findPersistedOperation,
  customErrors: {
    keyNotFound: {
      message: 'Send "query" with the text of an operation.',
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    },
  },
});

/** An operation has a price and a time, and both are limited; a subscription lives on. */
const limitExecution: Plugin<Context> = {
  onExecute({ args, executeFn, setExecuteFn }) {
    const { schema, document, operationName, variableValues, contextValue } = args as ExecutionArgs;
    if (isSubscription(document)) return;
    const cost = costOfOperation(schema, document, {
      context: contextValue as Context,
      ...(operationName ? { operationName } : {}),
      ...(variableValues ? { variables: variableValues } : {}),
    });
    setExecuteFn(async (executed) => {
      const interpret = executeFn as (args: ExecutionArgs) => Promise<ExecutionResult>;
      const execution = () => executeCompiled(executed, interpret);
      const result = await inTime(measureOperation(document, execution));
      return { ...result, extensions: { ...result.extensions, cost } } as never;
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

/** The database is away: nobody can say whether a change was kept, but its idempotency key makes a repeat safe. */
function awayOf(error: unknown): GraphQLError | null {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (!(cause instanceof DatabaseAwayError)) return null;
  const text = {
    en: 'The database does not answer. Try again in a moment; repeat a change with the same idempotency key.',
    zh: '数据库暂时没有响应，请稍后重试；重复提交修改时请使用相同的幂等键。',
  };
  return new GraphQLError(text.en, {
    extensions: {
      code: 'DATABASE_AWAY',
      isRetryable: true,
      text,
      http: { status: 503, headers: { 'retry-after': '5' } },
    },
  });
}

/** With the typed mutations of the ticket types; without a database the last one, and the context says what is wrong. */
const servedSchema = async (request: Request): Promise<GraphQLSchema> => {
  try {
    return await typedSchema(schema, await contextOf(request));
  } catch (error) {
    if (error instanceof DatabaseAwayError) return lastTypedSchema(schema);
    throw error;
  }
};

/** The endpoint for integrators and for the browser's own live updates. */
export const graphql = createYoga<object, Context>({
  schema: ({ request }) => servedSchema(request),
  graphqlEndpoint: '/graphql',
  landingPage: false,
  graphiql: environment.GRAPHIQL === 'on' ? graphiqlOptions : false,
  renderGraphiQL: renderGraphiql,
  batching: { limit: operationLimits.batch },
  cors: false,
  context: ({ request }) => contextOf(request),
  parserAndValidationCache: true,
  maskedErrors: {
    maskError(error, _message, isDev) {
      const refusal = refusalOf(error) ?? awayOf(error);
      if (refusal) return refusal;
      const masked = maskError(error, 'Unexpected fault. Give the request id to your administrator.', isDev);
      if (masked !== error) services.log.error({ err: error }, 'an operation failed unexpectedly');
      return masked;
    },
  },
  logging: false,
  plugins: [
    guardGraphiql,
    refuseForgedRequests,
    nameOperations,
    requireSignIn,
    limitExecution,
    executionCancellation(),
    limitText,
    hideSchema,
  ],
});
