import { Kind, type DocumentNode, type ExecutionResult } from 'graphql';
import { operationSeconds } from './metrics.ts';

const nameOf = (document: DocumentNode): { operation: string; field: string } => {
  const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!definition) return { operation: 'none', field: 'none' };
  const [first] = definition.selectionSet.selections;
  return { operation: definition.operation, field: first?.kind === Kind.FIELD ? first.name.value : 'fragment' };
};

/**
 * Times the execution of a checked document; its root fields are the schema's own, so the labels are bounded.
 * Returns what `run` returns and throws what it throws.
 */
export async function measureOperation<Result>(document: DocumentNode, run: () => Result | Promise<Result>) {
  const stop = operationSeconds.startTimer(nameOf(document));
  try {
    const result = await run();
    const { errors } = result as ExecutionResult;
    stop({ outcome: errors?.length ? 'error' : 'ok' });
    return result;
  } catch (error) {
    stop({ outcome: 'error' });
    throw error;
  }
}
