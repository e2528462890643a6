import { schema as served } from '@handoff/core/graphql/schema';
import {
  buildSchema,
  execute,
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { compile, executeCompiled } from './compiled-execution.server.ts';

const schema = buildSchema(`
  scalar JSON
  enum Kind { GOOD BAD }
  input Filter { and: [Filter!], kind: Kind, most: Int = 5 }
  interface Thing { id: ID! }
  type Book implements Thing { id: ID!, title: String, must: String! }
  type Author implements Thing { id: ID!, name(upper: Boolean = false): String }
  union Found = Book | Author
  type Query { things: [Thing!]!, found(filter: Filter, first: Int! = 2): [Found], echo(filter: Filter): JSON, fails: String! }
`);
const books = { 1: 'Tea', 2: new Error('no title') };
const people = [
  { __typename: 'Book', id: '1' },
  { __typename: 'Book', id: '2' },
  { __typename: 'Author', id: '3' },
] as const;

/** What the served schema does in its place: each field that is worked out has a function of its own. */
const resolvers: Record<string, Record<string, GraphQLFieldResolver<{ id: 1 | 2 }, unknown>>> = {
  Query: {
    things: () => [people[0], people[2]],
    found: (_root, { first }: { first: number }) => Promise.resolve(people.slice(0, first)),
    echo: (_root, { filter }: { filter: unknown }) => filter,
    fails: () => Promise.reject(new Error('fails')),
  },
  Book: {
    title: async ({ id }) => {
      const title = await Promise.resolve(books[id]);
      if (title instanceof Error) throw title;
      return title;
    },
    must: ({ id }) => (books[id] instanceof Error ? null : 'yes'),
  },
  Author: { name: (_author, { upper }: { upper: boolean }) => (upper ? 'LU' : 'Lu') },
};
for (const [type, fields] of Object.entries(resolvers))
  for (const [field, resolve] of Object.entries(fields)) {
    const known = (schema.getType(type) as GraphQLObjectType).getFields()[field];
    if (known) known.resolve = resolve;
  }
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What an operation answers the first time, when it is interpreted, and once it is compiled. */
async function bothWays(text: string, variableValues?: Record<string, unknown>) {
  const args: ExecutionArgs = { schema, document: parse(text), variableValues };
  const first = plain(await executeCompiled(args));
  await executeCompiled(args);
  let isInterpreted = false;
  const interpret = (again: ExecutionArgs) => {
    isInterpreted = true;
    return execute(again);
  };
  const third = plain(await executeCompiled(args, interpret));
  expect(isInterpreted).toBe(false);
  return { first, third };
}

describe('a query that comes again', () => {
  it.each([
    ['{ things { __typename id ... on Author { name(upper: true) } } }'],
    ['query ($first: Int) { found(first: $first) { ... on Thing { id } ... on Book { title } } }', { first: 1 }],
    ['query ($on: Boolean!) { things { id @include(if: $on) ... on Book @skip(if: $on) { title } } }', { on: true }],
    ['query ($filter: Filter) { echo(filter: $filter) }', { filter: { and: [{ kind: 'GOOD' }], most: 1 } }],
    ['query ($filter: Filter = { kind: BAD }) { echo(filter: $filter) }'],
    ['query ($first: Int) { found(first: $first) { __typename } }'],
  ])('answers what it answered when it was interpreted: %s', async (text, variables?) => {
    const { first, third } = await bothWays(text, variables);
    expect(third).toEqual(first);
    expect(first).not.toHaveProperty('errors');
  });

  it.each([
    ['{ found(first: 3) { ... on Book { id title must } } }'],
    ['{ things { id } fails }'],
    ['query ($filter: Filter) { echo(filter: $filter) }', { filter: { and: [{ kind: 'NONE' }] } }],
    ['query ($first: Int!) { found(first: $first) { __typename } }', {}],
  ])('fails as it failed: %s', async (text, variables?) => {
    const { first, third } = (await bothWays(text, variables)) as Record<'first' | 'third', { errors: object[] }>;
    const known = ({ errors, ...rest }: { errors: object[] }) => ({
      ...rest,
      errors: errors.map(
        (error) => expect.objectContaining({ ...error, message: expect.any(String) as string }) as object,
      ),
    });
    expect(third).toEqual(known(first));
  });
});

it('is interpreted where a variable within an input need not be given: the compiler would take it for null', () => {
  const query = (text: string) => compile({ schema, document: parse(text) });
  expect(query('query ($kind: Kind) { echo(filter: { kind: $kind }) }')).toBeUndefined();
  expect(query('query ($most: Int) { echo(filter: { and: [{ most: $most }] }) }')).toBeUndefined();
  expect(query('query ($kind: Kind!) { echo(filter: { kind: $kind }) }')).toBeDefined();
  expect(query('query ($filter: Filter) { echo(filter: $filter) }')).toBeDefined();
});

it('can be each query of the web app', () => {
  const files = import.meta.glob<Record<string, unknown>>('../**/*operations.ts', { eager: true });
  const isQuery = (part: unknown): part is DocumentNode =>
    (part as DocumentNode | null)?.kind === Kind.DOCUMENT &&
    getOperationAST(part as DocumentNode)?.operation === OperationTypeNode.QUERY;
  const queries = Object.values(files).flatMap((file) => Object.entries(file).filter(([, part]) => isQuery(part)));
  expect(queries.length).toBeGreaterThan(50);
  const left = queries.filter(([, document]) => !compile({ schema: served, document: document as DocumentNode }));
  expect(left.map(([name]) => name)).toEqual([]);
});
