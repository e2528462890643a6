import { GraphQLScalarType, parseValue } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

it('takes variables inside a JSON value written out in the operation', () => {
  const json = schema.getType('JSON');
  if (!(json instanceof GraphQLScalarType)) throw new Error('there is no scalar JSON');
  const written = parseValue('{ phone: $phone, kinds: [LEAK, "noise", 2, 1.5, true, null] }');
  expect(json.parseLiteral(written, { phone: '+8613800138000' })).toEqual({
    phone: '+8613800138000',
    kinds: ['LEAK', 'noise', 2, 1.5, true, null],
  });
});
