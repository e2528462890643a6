import type { FieldOf, TreeOption } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

export function parseChoice(field: FieldOf<'single_select' | 'radio'>, raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  if (typeof raw !== 'string' || !field.options.some((option) => option.value === raw)) return notAnOption();
  return accepted(raw);
}

/** Several options, each once, in the order of the definition. */
export function parseChoices(field: FieldOf<'multi_select' | 'checkbox'>, raw: unknown): ParsedValue {
  if (!Array.isArray(raw) || raw.length > field.options.length) return notAnOption();
  const chosen = new Set<unknown>(raw);
  const values = field.options.map((option) => option.value).filter((value) => chosen.has(value));
  if (values.length !== chosen.size) return notAnOption();
  const { minCount = 0, maxCount = Infinity } = field;
  if (values.length > 0 && values.length < minCount) {
    return refused('too_few', `Choose at least ${minCount}.`, `至少选择 ${minCount} 项。`);
  }
  if (values.length > maxCount) return refused('too_many', `Choose at most ${maxCount}.`, `最多选择 ${maxCount} 项。`);
  return accepted(values);
}

/** A path through a tree of options, from its root. */
export function parsePath(field: FieldOf<'cascading_select'>, raw: unknown): ParsedValue {
  if (!Array.isArray(raw)) return notAnOption();
  const path: string[] = [];
  let level: TreeOption[] | undefined = field.options;
  for (const step of raw) {
    const found: TreeOption | undefined = level?.find((option) => option.value === step);
    if (!found) return notAnOption();
    path.push(found.value);
    level = found.children;
  }
  if (field.mustReachLeaf && path.length > 0 && level && level.length > 0) {
    return refused('not_a_leaf', 'Choose down to the last level.', '请选择到最后一级。');
  }
  return accepted(path);
}

function notAnOption(): ParsedValue {
  return refused('not_an_option', 'Choose one of the options.', '请从选项中选择。');
}
