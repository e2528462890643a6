import {
  execute,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type ListValueNode,
  type NamedTypeNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  type TypeNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

type Answer = ExecutionResult | Promise<ExecutionResult>;
type Execute = (args: ExecutionArgs) => Answer;

interface Known {
  times: number;
  /** Absent for what is interpreted. */
  compiled?: Execute;
}

/** An operation that comes that often is worth the milliseconds that compiling it takes. */
const worthwhile = 3;
const mostFaults = { maxErrors: 50 };
const operations = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string, Known>>>();

function knownOf({ schema, document, operationName }: ExecutionArgs): Known {
  const ofSchema = operations.get(schema) ?? new WeakMap<DocumentNode, Map<string, Known>>();
  operations.set(schema, ofSchema);
  const ofDocument = ofSchema.get(document) ?? new Map<string, Known>();
  ofSchema.set(document, ofDocument);
  const known = ofDocument.get(operationName ?? '') ?? { times: 0 };
  ofDocument.set(operationName ?? '', known);
  return known;
}

const anything: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } };
const isBoolean = (type: TypeNode): boolean =>
  type.kind === Kind.NAMED_TYPE
    ? type.name.value === 'Boolean'
    : type.kind === Kind.NON_NULL_TYPE && isBoolean(type.type);

/**
 * Takes any value for its variables: the compiler can't read a filter within a filter, and they are coerced before. Those
 * that include or skip parts have to stay what they are.
 */
const withLooseVariables = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable, type }): VariableDefinitionNode => ({
      kind,
      variable,
      type: isBoolean(type) ? type : anything,
    }),
  });

const bind =
  (query: CompiledQuery['query'], { variableDefinitions = [] }: OperationDefinitionNode): Execute =>
  ({ schema, rootValue, contextValue, variableValues }) => {
    const { coerced, errors } = getVariableValues(schema, variableDefinitions, variableValues ?? {}, mostFaults);
    return errors ? { errors } : query(rootValue, contextValue, coerced);
  };

/** Whether a variable that need not be given stands within an input: the compiler takes it for null then. */
function hasOptionalWithin(document: DocumentNode, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  const optional = new Set(
    variableDefinitions.flatMap(({ variable, type, defaultValue }) =>
      type.kind === Kind.NON_NULL_TYPE || defaultValue ? [] : [variable.name.value],
    ),
  );
  let isFound = false;
  const note = ({ name }: VariableNode) => {
    isFound ||= optional.has(name.value);
  };
  const look = (node: ObjectValueNode | ListValueNode) => void visit(node, { Variable: note });
  visit(document, { ObjectValue: look, ListValue: look });
  return isFound;
}

/** The query as a function; undefined for what is no query, or can't be compiled. */
export function compile({ schema, document, operationName }: ExecutionArgs): Execute | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || hasOptionalWithin(document, operation)) return undefined;
  const compiled = compileQuery(schema, withLooseVariables(document), operationName ?? undefined);
  return isCompiledQuery(compiled) ? bind(compiled.query, operation) : undefined;
}

/**
 * Executes a validated operation. A query that comes again and again is compiled to a function, which takes a third less
 * time for a list than interpreting it field by field. Throws what `interpret` throws.
 */
export function executeCompiled(args: ExecutionArgs, interpret: Execute = execute): Answer {
  const known = knownOf(args);
  known.times += 1;
  if (known.times === worthwhile) known.compiled = compile(args);
  return (known.compiled ?? interpret)(args);
}
