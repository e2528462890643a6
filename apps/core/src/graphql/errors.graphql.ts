import {
  ConflictError,
  type DomainError,
  NotFoundError,
  NotPermittedError,
  ValidationError,
  type Issue,
} from '../platform/errors.ts';
import { TooManyAttemptsError } from '../identity/sign-in/login-limit.ts';
import { builder } from './builder.ts';

const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'A rule said no: `code` for programs, `message` for people in their language.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.string({ resolve: (error, _args, { locale }) => error.text[locale] }),
    isRetryable: t.exposeBoolean('isRetryable', { description: 'Whether the same request may succeed later.' }),
  }),
});

const IssueType = builder.objectRef<Issue>('Issue').implement({
  description: 'One fault of an input.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Where in the input, from the outside in.' }),
    code: t.exposeString('code'),
    message: t.string({ resolve: (issue, _args, { locale }) => issue.message[locale] }),
  }),
});

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: 'The input has faults. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ issues: t.field({ type: [IssueType], resolve: (error) => error.issues }) }),
});

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'Somebody or something was there first. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({ type: 'JSON', description: 'What is there now.', resolve: (error) => error.current }),
  }),
});

builder.objectType(NotPermittedError, {
  name: 'NotPermittedError',
  interfaces: [ErrorInterface],
  fields: (t) => ({ permission: t.exposeString('permission', { description: 'The right that is missing.' }) }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  interfaces: [ErrorInterface],
  fields: (t) => ({ record: t.exposeString('record') }),
});

builder.objectType(TooManyAttemptsError, {
  name: 'TooManyAttemptsError',
  interfaces: [ErrorInterface],
  fields: (t) => ({ retryAfterSeconds: t.exposeInt('retryAfterSeconds') }),
});

/** The errors that every mutation may answer. */
export const mutationErrors = [ValidationError, ConflictError, NotPermittedError, NotFoundError];
