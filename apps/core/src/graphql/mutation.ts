import type { InputRef, ObjectFieldsShape } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import { type z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { DomainError } from '../platform/errors.ts';
import { builder, type ApiTypes } from './builder.ts';
import { mutationErrors } from './errors.graphql.ts';
import { once } from '../platform/idempotency.ts';
import { decodeIds, zodInput, type ExtraFields } from './zod-input.ts';

type ErrorClass = new (...args: never[]) => DomainError;

interface MutationOptions<Schema extends z.ZodObject, Result> {
  name: string;
  description: string;
  /** The use-case's own schema; ids in it come in as Relay ids. */
  input: Schema;
  /** What the success shows. */
  fields: ObjectFieldsShape<ApiTypes, Result>;
  errors?: readonly ErrorClass[];
  /** Must not be repeated from memory, such as showing a secret once or signing in. */
  isUnrepeatable?: boolean;
  run: (context: Context, input: z.output<Schema>, schema: GraphQLSchema) => Promise<Result>;
}

const clientMutationId: ExtraFields = (t) => ({
  clientMutationId: t.string({
    required: false,
    description: 'Makes a repeat within 24 hours answer the first result, like the Idempotency-Key header.',
  }),
});

/**
 * Publishes a use-case as a mutation: reads the input, calls once per idempotency key, answers a union of
 * success and errors. `run` returns plain data (record ids), which is what a repeat is answered from.
 */
export function defineMutation<Schema extends z.ZodObject, Result extends object>(
  options: MutationOptions<Schema, Result>,
): void {
  const { name, input: schema, run } = options;
  const pascal = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const Input = zodInput(`${pascal}Input`, schema, clientMutationId) as InputRef<Record<string, unknown>>;
  const Success = builder.objectRef<object>(`${pascal}Success`);
  Success.implement({ fields: options.fields as ObjectFieldsShape<ApiTypes, object> });
  builder.mutationField(name, (t) =>
    t.field({
      type: Success,
      description: options.description,
      args: { input: t.arg({ type: Input, required: true }) },
      errors: {
        types: [...mutationErrors, ...(options.errors ?? [])],
        directResult: true,
        union: { name: `${pascal}Result` },
      },
      resolve: async (_root, args, context, info) => {
        const { clientMutationId: ownKey, ...rest } = args.input;
        const input = decodeIds(schema, rest) as z.output<Schema>;
        const header = context.origin?.idempotencyKey;
        const key = typeof ownKey === 'string' ? ownKey : header && `${header}:${String(info.path.key)}`;
        return key && !options.isUnrepeatable
          ? once(context, { key: key.slice(0, 191), operation: name, input: rest }, (inner) =>
              run(inner, input, info.schema),
            )
          : run(context, input, info.schema);
      },
    }),
  );
}
