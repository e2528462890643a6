import { checkCondition } from '../condition/check-condition.ts';
import type { Kinds } from '../condition/condition.ts';
import { fault, under, type Fault, type FaultPath } from '../platform/fault.ts';
import { fieldsOfExpression } from './expression-fields.ts';
import type { FieldDefinition, ValueField } from './field-definition.ts';
import type { FormDefinition, RuleAction } from './form-definition.ts';
import { formFields, formKinds, targetsOf } from './form-fields.ts';
import { formOrder } from './form-order.ts';
import { checkOptionTree } from './option-tree.ts';
import { parseValue } from './parse-value.ts';

/** Every fault of a form whose shape is right: keys, limits, defaults, formulas, rules and cycles between them. */
export function checkForm(form: FormDefinition): Fault[] {
  const kinds = formKinds(form);
  return [
    ...duplicates(
      form.sections.map((section) => section.key),
      (index) => ['sections', index, 'key'],
    ),
    ...duplicates(
      form.rules.map((rule) => rule.key),
      (index) => ['rules', index, 'key'],
    ),
    ...checkFields(form, kinds),
    ...form.rules.flatMap((rule, index) => [
      ...checkCondition(rule.when, kinds, ['rules', index, 'when']),
      ...rule.then.flatMap((action, at) => checkAction(form, action, ['rules', index, 'then', at])),
    ]),
    ...checkCycles(form),
  ];
}

function checkFields(form: FormDefinition, kinds: Kinds): Fault[] {
  const places = form.sections.flatMap((section, at) =>
    section.fields.map((field, index) => ({ field, path: ['sections', at, 'fields', index] })),
  );
  return [
    ...duplicates(
      places.map(({ field }) => field.key),
      (index) => [...(places[index]?.path ?? []), 'key'],
    ),
    ...places.flatMap(({ field, path }) => under(path, checkField(field, kinds))),
  ];
}

function checkField(field: FieldDefinition, kinds: Kinds): Fault[] {
  if (field.type === 'divider') return [];
  return [...checkOptions(field), ...checkLimits(field), ...checkDefault(field), ...checkFormula(field, kinds)];
}

function checkOptions(field: ValueField): Fault[] {
  return 'options' in field ? under(['options'], checkOptionTree(field.options)) : [];
}

const LIMITS = [
  ['minLength', 'maxLength'],
  ['min', 'max'],
  ['minMinor', 'maxMinor'],
  ['minCount', 'maxCount'],
] as const;

function checkLimits(field: ValueField): Fault[] {
  return LIMITS.flatMap(([low, high]) => {
    const least: unknown = Reflect.get(field, low);
    const most: unknown = Reflect.get(field, high);
    if (least === undefined || most === undefined || String(least) === String(most)) return [];
    const isOrdered = typeof least === 'number' ? least < Number(most) : String(least) < String(most);
    if (isOrdered) return [];
    return [
      fault(
        [low],
        'limits_crossed',
        `In “${field.key}”, ${low} is greater than ${high}. Swap them.`,
        `字段“${field.key}”的 ${low} 大于 ${high},请对调。`,
      ),
    ];
  });
}

function checkDefault(field: ValueField): Fault[] {
  if (!('default' in field) || field.default === undefined) return [];
  const parsed = parseValue(field, field.default);
  if (parsed.ok) return [];
  const { en, zh } = parsed.message;
  return [
    fault(
      ['default'],
      'default_does_not_fit',
      `The default of “${field.key}” does not fit: ${en}`,
      `字段“${field.key}”的默认值不合要求:${zh}`,
    ),
  ];
}

function checkFormula(field: ValueField, kinds: Kinds): Fault[] {
  if (field.type !== 'formula') return [];
  return fieldsOfExpression(field.expression)
    .filter((key) => kinds[key] !== 'number' && kinds[key] !== 'list')
    .map((key) =>
      fault(
        ['expression'],
        'formula_field_not_a_number',
        `The formula “${field.key}” reads “${key}”, which is not a number, amount, formula or product-lines field.`,
        `公式“${field.key}”引用的“${key}”不是数字、金额、公式或商品明细字段。`,
      ),
    );
}

function checkAction(form: FormDefinition, action: RuleAction, path: FaultPath): Fault[] {
  const fields = new Map(formFields(form).map((field) => [field.key, field]));
  const unknown = targetsOf(action).filter((key) => !fields.has(key));
  if (unknown.length > 0) {
    return unknown.map((key) =>
      fault(
        path,
        'unknown_field',
        `The rule acts on the field “${key}”, which does not exist. Choose an existing field.`,
        `规则作用于不存在的字段“${key}”,请选择已有字段。`,
      ),
    );
  }
  if (action.action === 'set_value') return checkSetValue(fields.get(action.field), action.value, path);
  if (action.action === 'set_options') return checkSetOptions(fields.get(action.field), action.options, path);
  return [];
}

function checkSetValue(field: FieldDefinition | undefined, value: unknown, path: FaultPath): Fault[] {
  if (!field || field.type === 'divider')
    return [fault([...path, 'field'], 'no_value', 'A divider has no value to set.', '分隔线没有值,不能赋值。')];
  const parsed = parseValue(field, value);
  if (parsed.ok) return [];
  const { en, zh } = parsed.message;
  return [
    fault(
      [...path, 'value'],
      'value_does_not_fit',
      `The value set on “${field.key}” does not fit: ${en}`,
      `给字段“${field.key}”赋的值不合要求:${zh}`,
    ),
  ];
}

function checkSetOptions(field: FieldDefinition | undefined, values: readonly string[], path: FaultPath): Fault[] {
  if (!field || !('options' in field)) {
    return [
      fault(
        [...path, 'field'],
        'no_options',
        'Options can only be set on a field that has options.',
        '只有带选项的字段才能设置可选项。',
      ),
    ];
  }
  const known = new Set(field.options.map((option) => option.value));
  return values
    .filter((value) => !known.has(value))
    .map((value) =>
      fault(
        [...path, 'options'],
        'unknown_option',
        `“${field.key}” has no option “${value}”.`,
        `字段“${field.key}”没有选项“${value}”。`,
      ),
    );
}

function checkCycles(form: FormDefinition): Fault[] {
  const { cyclic } = formOrder(form);
  if (cyclic.length === 0) return [];
  const names = cyclic.join(', ');
  return [
    fault(
      ['rules'],
      'cycle',
      `These fields depend on each other in a circle: ${names}. Remove one of the rules or formulas between them.`,
      `以下字段的规则或公式互相依赖,形成循环:${names}。请去掉其中一条。`,
    ),
  ];
}

function duplicates(keys: readonly string[], pathOf: (index: number) => FaultPath): Fault[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          fault(
            pathOf(index),
            'duplicate',
            `“${key}” is used twice. Give each its own.`,
            `“${key}”重复,请使用不同的名称。`,
          ),
        ],
  );
}
