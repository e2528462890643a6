import type { Expression } from './expression.ts';

/** The keys of the fields that an expression reads. */
export function fieldsOfExpression(tree: Expression): string[] {
  if ('constant' in tree) return [];
  if ('field' in tree) return [tree.field];
  if ('linesTotal' in tree) return [tree.linesTotal];
  if ('linesQuantity' in tree) return [tree.linesQuantity];
  return operandsOf(tree).flatMap(fieldsOfExpression);
}

type Operation = Extract<
  Expression,
  { sum: unknown } | { product: unknown } | { difference: unknown } | { quotient: unknown }
>;

export function operandsOf(tree: Operation): Expression[] {
  if ('sum' in tree) return tree.sum;
  if ('product' in tree) return tree.product;
  return 'difference' in tree ? tree.difference : tree.quotient;
}
