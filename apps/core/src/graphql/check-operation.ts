import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from '../platform/context.ts';
import { operationLimits } from './limits.ts';

/** What an operation asks for, each fragment counted wherever it is spread. */
interface Extent {
  fields: number;
  aliases: number;
  depth: number;
}

const refuse = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 413 } } });

const overLimit = (what: string, found: number, limit: number, advice: string): GraphQLError =>
  refuse('OPERATION_TOO_LARGE', `This operation has ${found} ${what}; ${limit} are taken. ${advice}`);

const asksForSchema = (name: string): boolean => name === '__schema' || name === '__type';

/**
 * Measures a document before it is validated, since validation itself takes long where fields and fragments are many.
 * Each fragment is measured once, so it costs no more than reading the text.
 * Throws GraphQLError that says what to change, for what is over a limit and for fragments that spread themselves.
 */
export function checkDocument(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const measured = new Map<string, Extent>();
  const open = new Set<string>();

  const extentOfFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known) return known;
    if (open.has(name)) throw refuse('FRAGMENT_CYCLE', `The fragment ${name.slice(0, 60)} spreads itself.`);
    const fragment = fragments.get(name);
    if (!fragment) return { fields: 0, aliases: 0, depth: 0 };
    open.add(name);
    const extent = extentOf(fragment.selectionSet);
    open.delete(name);
    measured.set(name, extent);
    return extent;
  };

  const extentOf = (selections: SelectionSetNode): Extent => {
    const sum: Extent = { fields: 0, aliases: 0, depth: 0 };
    for (const selection of selections.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? extentOfFragment(selection.name.value)
          : selection.selectionSet
            ? extentOf(selection.selectionSet)
            : { fields: 0, aliases: 0, depth: 0 };
      sum.fields += inner.fields + (isField ? 1 : 0);
      sum.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0));
    }
    return sum;
  };

  // Fragments that no operation spreads are validated too.
  for (const name of fragments.keys()) extentOfFragment(name);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { selectionSet } = definition;
    const { fields, aliases, depth } = extentOf(selectionSet);
    const roots = selectionSet.selections;
    const isOfSchema = roots.some((one) => one.kind === Kind.FIELD && asksForSchema(one.name.value));
    const deepest = isOfSchema ? operationLimits.introspectionDepth : operationLimits.depth;
    const rootAliases = roots.filter((one) => one.kind === Kind.FIELD && one.alias).length;
    if (rootAliases > operationLimits.rootAliases)
      throw overLimit('aliases at its root', rootAliases, operationLimits.rootAliases, 'Send several operations.');
    if (aliases > operationLimits.aliases)
      throw overLimit('aliases', aliases, operationLimits.aliases, 'Send several operations.');
    if (depth > deepest) throw overLimit('levels', depth, deepest, 'Ask for what is deeper by its id.');
    if (fields > operationLimits.breadth)
      throw overLimit('fields', fields, operationLimits.breadth, 'Ask for fewer, or send several operations.');
  }
}

interface Asked {
  operationName?: string | null;
  variables?: Record<string, unknown>;
  context: Context;
}

/** What has been reckoned already: no field's cost depends on its arguments, so a document costs the same each time. */
const mostNames = 20;
const reckoned = new WeakMap<DocumentNode, Map<string, number>>();

/**
 * What an operation of a valid document costs: a field is one, what is in a list counts ten times.
 * Throws GraphQLError that says what to change if it costs more than one operation may.
 */
export function costOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  asked: Asked,
): { requested: number; limit: number } {
  const name = asked.operationName ?? '';
  const costs = reckoned.get(document) ?? new Map<string, number>();
  const requested = costs.get(name) ?? reckon(schema, document, asked);
  if (costs.size < mostNames) reckoned.set(document, costs.set(name, requested));
  const limit = operationLimits.complexity;
  if (requested > limit)
    throw refuse(
      'OPERATION_TOO_COSTLY',
      `This operation costs ${requested}; ${limit} are taken. Ask for fewer lists within lists.`,
    );
  return { requested, limit };
}

function reckon(schema: GraphQLSchema, document: DocumentNode, asked: Asked): number {
  const isAsked = (one: DocumentNode['definitions'][number]): boolean =>
    one.kind !== Kind.OPERATION_DEFINITION || !asked.operationName || one.name?.value === asked.operationName;
  return complexityFromQuery(
    { ...document, definitions: document.definitions.filter(isAsked) },
    { schema, ctx: asked.context, variables: asked.variables ?? {} },
  ).complexity;
}
