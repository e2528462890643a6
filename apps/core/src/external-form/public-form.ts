import { fieldsOf } from '../condition/condition-fields.ts';
import type { FieldType, ValueField } from '../form/field-definition.ts';
import type { FormDefinition, FormRule, RuleAction } from '../form/form-definition.ts';
import { targetsOf } from '../form/form-fields.ts';
import { valueFields } from '../form/form-order.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { SHARED_TYPES } from '../field/shared-field.ts';
import type { ChosenField, ExternalFormDefinition } from './external-form-definition.ts';

/** Chosen from the company's own records, or text that brings its own looks. */
const inside: ReadonlySet<FieldType> = new Set<FieldType>(['member', 'department', 'customer', 'rich_text']);

/** What a stranger can be asked for: nothing that is chosen from the company's own records, or that the system fills in. */
const offeredTypes: ReadonlySet<FieldType> = new Set<FieldType>(SHARED_TYPES.filter((type) => !inside.has(type)));

const startAccess = (type: TicketTypeDefinition, field: ValueField) => {
  const start = type.flow.nodes.find(({ kind }) => kind === 'start');
  return field.nodes?.[start?.id ?? ''] ?? field.nodes?.['*'] ?? 'editable';
};

const isNeeded = (type: TicketTypeDefinition, field: ValueField): boolean =>
  field.required === true || startAccess(type, field) === 'required';

/** The fields of a ticket type that an external form can have: those that its start asks for, of kinds fit for strangers. */
export const offeredFields = (type: TicketTypeDefinition): ValueField[] =>
  valueFields(type.form).filter(
    (field) => offeredTypes.has(field.type) && ['editable', 'required'].includes(startAccess(type, field)),
  );

/** What a new form asks for: all that a ticket of the type needs from the start. */
export const neededFields = (type: TicketTypeDefinition): ChosenField[] =>
  offeredFields(type)
    .filter((field) => isNeeded(type, field))
    .map(({ key }) => ({ key, isRequired: false }));

function fieldFor(
  type: TicketTypeDefinition,
  field: ValueField,
  chosen: ChosenField,
  { maxFiles, maxFileMegabytes }: ExternalFormDefinition,
): ValueField {
  const { nodes: _nodes, isShared: _shared, searchable: _searchable, ...plain } = field;
  const asked = {
    ...plain,
    label: chosen.label ?? field.label,
    required: isNeeded(type, field) || chosen.isRequired,
    span: 1,
  } as ValueField;
  if (asked.type !== 'attachment' && asked.type !== 'image') return asked;
  const maxBytes = maxFileMegabytes * 1024 * 1024;
  return {
    ...asked,
    maxCount: Math.min(asked.maxCount ?? maxFiles, Math.max(1, maxFiles)),
    maxBytes: Math.min(asked.maxBytes ?? maxBytes, maxBytes),
  };
}

/** The part of an action that speaks of chosen fields; null if none does. */
function actionOn(action: RuleAction, isChosen: (key: string) => boolean): RuleAction | null {
  if (!('fields' in action)) return isChosen(action.field) ? action : null;
  const fields = action.fields.filter(isChosen);
  return fields.length > 0 ? { ...action, fields } : null;
}

const speaksOf = (rule: FormRule, isChosen: (key: string) => boolean): boolean =>
  rule.then.some((action) => targetsOf(action).some(isChosen));

/**
 * The form as a stranger is shown it, and as what they send is read by: the chosen fields in their order, with those
 * rules that speak of them and read nothing else. It holds nothing of the type that was not chosen.
 */
export function publicForm(type: TicketTypeDefinition, definition: ExternalFormDefinition): FormDefinition {
  const offered = new Map(offeredFields(type).map((field) => [field.key, field]));
  const fields = definition.fields.flatMap((chosen) => {
    const field = offered.get(chosen.key);
    return field ? [fieldFor(type, field, chosen, definition)] : [];
  });
  const keys = new Set(fields.map(({ key }) => key));
  const isChosen = (key: string): boolean => keys.has(key);
  const rules = type.form.rules.flatMap(({ key, when, then }) => {
    if (![...fieldsOf(when)].every(isChosen)) return [];
    const actions = then.flatMap((action) => actionOn(action, isChosen) ?? []);
    return actions.length > 0 ? [{ key, when, then: actions }] : [];
  });
  return { sections: [{ key: 'form', label: definition.title, columns: 1, fields }], rules };
}

const labelOf = (type: TicketTypeDefinition, key: string): LocalizedText =>
  valueFields(type.form).find((field) => field.key === key)?.label ?? { en: key, zh: key };

/** Why a form may not be published as it is, or no longer fits its type, in sentences that say what to do. */
export function publicFormFaults(type: TicketTypeDefinition, { fields }: ExternalFormDefinition): LocalizedText[] {
  const offered = offeredFields(type);
  const keys = new Set(fields.map(({ key }) => key));
  const isChosen = (key: string): boolean => keys.has(key);
  const nothing =
    fields.length === 0 ? [{ en: 'The form asks for nothing. Add a field.', zh: '表单没有字段，请添加。' }] : [];
  const twice =
    fields.length > keys.size ? [{ en: 'A field stands in it twice. Remove one.', zh: '有字段重复，请删除。' }] : [];
  const gone = fields
    .filter(({ key }) => !offered.some((field) => field.key === key))
    .map(({ key }) => ({
      en: `The ticket type does not ask for “${labelOf(type, key).en}” at its start any more. Remove it.`,
      zh: `工单类型的开始步骤不再填写“${labelOf(type, key).zh}”，请移除。`,
    }));
  const missing = offered
    .filter((field) => isNeeded(type, field) && !isChosen(field.key))
    .map(({ label }) => ({
      en: `Every ticket of this type needs “${label.en}”. Add it.`,
      zh: `该类型的工单必须填写“${label.zh}”，请添加。`,
    }));
  const cut = type.form.rules
    .filter((rule) => speaksOf(rule, isChosen))
    .flatMap((rule) =>
      [...fieldsOf(rule.when)]
        .filter((key) => !isChosen(key) && offered.some((field) => field.key === key))
        .map((key) => ({
          en: `A rule about a field here reads “${labelOf(type, key).en}”. Add that field, so that the rule can work.`,
          zh: `此处字段的规则依赖“${labelOf(type, key).zh}”，请一并添加，规则才能生效。`,
        })),
    );
  const all = [...nothing, ...twice, ...gone, ...missing, ...cut];
  return all.filter((fault, index) => all.findIndex(({ en }) => en === fault.en) === index);
}
