import { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';
import { loadVersion } from '../load-version.ts';
import { typedMutations, type TypedType } from './typed-mutations.ts';

const untyped = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema that a served one was made from. */
export const untypedOf = (schema: GraphQLSchema): GraphQLSchema => untyped.get(schema) ?? schema;

/**
 * The schema with typed mutations of these ticket types. Types whose keys make the same name (`a-b`, `ab`) would have
 * the same mutations; the first one has them.
 */
export function withTypedMutations(base: GraphQLSchema, types: readonly TypedType[]): GraphQLSchema {
  const config = base.toConfig();
  const mutation = config.mutation?.toConfig();
  if (!mutation) throw new Error('the schema has no mutations');
  const typed = types.reduceRight((fields, type) => ({ ...fields, ...typedMutations(base, type) }), {});
  const Mutation = new GraphQLObjectType({ ...mutation, fields: { ...typed, ...mutation.fields } });
  const schema = new GraphQLSchema({
    ...config,
    mutation: Mutation,
    types: config.types.filter(({ name }) => name !== mutation.name),
  });
  untyped.set(schema, base);
  return schema;
}

const made = new WeakMap<GraphQLSchema, { versions: string; schema: GraphQLSchema }>();

const publishedTypes = (context: Context) =>
  keepForAMoment(context.pool, 'typed-schema', () =>
    context.db
      .selectFrom('ticketType')
      .select(['id', 'currentVersionId'])
      .where('isActive', '=', true)
      .where('deletedAt', 'is', null)
      .where('currentVersionId', 'is not', null)
      .orderBy('key')
      .limit(500)
      .$narrowType<{ currentVersionId: string }>()
      .execute(),
  );

/** The schema as it is served now: with the typed mutations of every type that takes tickets. */
export async function typedSchema(base: GraphQLSchema, context: Context): Promise<GraphQLSchema> {
  const known = made.get(base);
  const published = await publishedTypes(context);
  const versions = published.map(({ currentVersionId }) => currentVersionId).join();
  if (known?.versions === versions) return known.schema;
  const types = await Promise.all(
    published.map(async ({ id, currentVersionId }) => {
      const { definition } = await loadVersion(context, currentVersionId);
      return { typeId: id, definition };
    }),
  );
  const schema = withTypedMutations(base, types);
  made.set(base, { versions, schema });
  return schema;
}

/** The schema that was served last; for while the database does not answer. */
export const lastTypedSchema = (base: GraphQLSchema): GraphQLSchema => made.get(base)?.schema ?? base;
