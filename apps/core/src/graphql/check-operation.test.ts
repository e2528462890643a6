import { getIntrospectionQuery, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { checkDocument, costOfOperation } from './check-operation.ts';
import { operationLimits } from './limits.ts';
import { schema } from './schema.ts';

const codeOf = (check: () => unknown): unknown => {
  try {
    check();
    return 'taken';
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
};
const check = (text: string): unknown => codeOf(() => checkDocument(parse(text)));
const repeat = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (depth: number): string => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;

describe('a document', () => {
  it.each([
    ['the introspection of tools', getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }), 'taken'],
    ['as deep as is taken', nested(operationLimits.depth), 'taken'],
    ['one level deeper', nested(operationLimits.depth + 1), 'OPERATION_TOO_LARGE'],
    ['introspection without end', `{ __schema ${nested(operationLimits.introspectionDepth)} }`, 'OPERATION_TOO_LARGE'],
    ['as many root aliases as are taken', `{ ${repeat(operationLimits.rootAliases, (at) => `a${at}: a`)} }`, 'taken'],
    [
      'one root alias more',
      `{ ${repeat(operationLimits.rootAliases + 1, (at) => `a${at}: a`)} }`,
      'OPERATION_TOO_LARGE',
    ],
    ['one alias more', `{ a { ${repeat(operationLimits.aliases + 1, (at) => `a${at}: a`)} } }`, 'OPERATION_TOO_LARGE'],
    ['the same field too often', `{ ${repeat(operationLimits.breadth + 1, () => 'a')} }`, 'OPERATION_TOO_LARGE'],
    [
      'aliases behind fragments',
      `{ ${repeat(201, () => '...F')} } fragment F on Query { b: a }`,
      'OPERATION_TOO_LARGE',
    ],
    ['a fragment that spreads itself', '{ ...F } fragment F on Query { a ...F }', 'FRAGMENT_CYCLE'],
    ['a circle that no operation spreads', '{ a } fragment F on Q { ...G } fragment G on Q { ...F }', 'FRAGMENT_CYCLE'],
    [
      'fragments that double thirty times',
      `{ ...F0 } ${repeat(30, (at) => `fragment F${at} on Q { ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Q { a }`,
      'OPERATION_TOO_LARGE',
    ],
  ])('%s', (_name, text, answer) => expect(check(text)).toBe(answer));
});

describe('the cost of an operation', () => {
  const context = { actor: systemActor } as Context;
  const lists = 'serviceGroups { members { serviceGroups { members { id } } } }';

  it('counts what is in lists', () => {
    const cost = (text: string) => costOfOperation(schema, parse(text), { context });
    expect(cost('{ viewer { mustChangePassword } }')).toEqual({ requested: 2, limit: operationLimits.complexity });
    expect(cost('{ roles { id } }').requested).toBe(11);
  });

  it('is that of the operation which is asked for', () => {
    const document = parse(`query Small { viewer { mustChangePassword } } query Large { ${lists} }`);
    expect(costOfOperation(schema, document, { context, operationName: 'Small' }).requested).toBe(2);
    expect(costOfOperation(schema, document, { context, operationName: 'Large' }).requested).toBeGreaterThan(10_000);
  });

  it('is bounded', () => {
    const document = parse(`{ ${lists} again: ${lists} }`);
    expect(codeOf(() => costOfOperation(schema, document, { context }))).toBe('OPERATION_TOO_COSTLY');
  });
});
