import { fieldsOf } from '../condition/condition-fields.ts';
import { fieldsOfExpression } from './expression-fields.ts';
import type { ValueField } from './field-definition.ts';
import type { FormDefinition, RuleAction } from './form-definition.ts';
import { formFields, targetsOf } from './form-fields.ts';
import { oncePerForm } from './once-per-form.ts';

/** Fields that hold a value, and for each one the fields that its value, visibility or editability depends on. */
export function formDependencies(form: FormDefinition): Map<string, Set<string>> {
  const dependencies = new Map<string, Set<string>>();
  for (const field of valueFields(form)) {
    dependencies.set(field.key, new Set(field.type === 'formula' ? fieldsOfExpression(field.expression) : []));
  }
  for (const rule of form.rules) {
    const read = fieldsOf(rule.when);
    for (const target of rule.then.filter(changesValue).flatMap(targetsOf)) {
      for (const key of read) dependencies.get(target)?.add(key);
    }
  }
  return dependencies;
}

/** The field keys in an order in which each comes after what it depends on, and the keys left over in cycles. */
export const formOrder = oncePerForm((form): { order: readonly string[]; cyclic: readonly string[] } => {
  const dependencies = formDependencies(form);
  const order: string[] = [];
  const placed = new Set<string>();
  let waiting = [...dependencies.keys()];
  while (waiting.length > 0) {
    const ready = waiting.filter((key) => isReady(dependencies.get(key), placed, dependencies));
    if (ready.length === 0) break;
    for (const key of ready) placed.add(key);
    order.push(...ready);
    waiting = waiting.filter((key) => !placed.has(key));
  }
  return { order, cyclic: waiting };
});

export function valueFields(form: FormDefinition): ValueField[] {
  return formFields(form).filter((field): field is ValueField => field.type !== 'divider');
}

/** Requiring a field or narrowing its options never changes a value, so it cannot be part of a cycle. */
function changesValue(action: RuleAction): boolean {
  return action.action !== 'require' && action.action !== 'set_options';
}

function isReady(needs: Set<string> | undefined, placed: Set<string>, known: Map<string, unknown>): boolean {
  return [...(needs ?? [])].every((key) => placed.has(key) || !known.has(key));
}
