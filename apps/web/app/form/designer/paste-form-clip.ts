import { checkCondition } from '@handoff/core/condition/check-condition';
import type { Condition } from '@handoff/core/condition/condition';
import type { Expression } from '@handoff/core/form/expression';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition, FormRule, RuleAction } from '@handoff/core/form/form-definition';
import { formFields, formKinds } from '@handoff/core/form/form-fields';
import { keepOrFreeKey } from '~/ticket-type/designer/free-key.ts';
import { clipFields, type FormClip } from './form-clip.ts';
import { insertFields, type DropPlace } from './place-fields.ts';

/** What a form is pasted into knows besides its own parts. */
export interface PasteGround {
  /** The steps at which fields may have permissions of their own. */
  nodes: ReadonlySet<string>;
  /** The keys of the fields that forms share. */
  shared: ReadonlySet<string>;
}

export interface Pasted {
  form: FormDefinition;
  /** What was pasted, to be selected. */
  fields: string[];
  section: string | null;
  /** How many rules stayed out because they ask for what this form has not. */
  lostRules: number;
}

type Names = ReadonlyMap<string, string>;

const MOST = { sections: 50, fields: 200, rules: 500 };

/** Whether a form has no more of anything than a form may have. */
const fits = ({ sections, rules }: FormDefinition) =>
  sections.length <= MOST.sections &&
  rules.length <= MOST.rules &&
  sections.every(({ fields }) => fields.length <= MOST.fields);

/**
 * Puts what was copied into a form: fields at a place, sections behind the one of that place. Keys that the form has
 * already become new ones, in rules and formulas too. Null where a form can't hold that much.
 */
export function pasteFormClip(
  form: FormDefinition,
  clip: FormClip,
  place: DropPlace,
  ground: PasteGround,
): Pasted | null {
  const names = namesFor(form, clipFields(clip));
  const renew = (field: FieldDefinition) => renewed(field, names, ground);
  const fields = clip.fields.map(renew);
  const sections: FormDefinition['sections'] = [];
  for (const section of clip.sections) {
    const key = keepOrFreeKey(section.key, [...form.sections, ...sections]);
    sections.push({ ...section, key, fields: section.fields.map(renew) });
  }
  const withFields = insertFields(form, fields, place);
  const grown = { ...withFields, sections: withFields.sections.toSpliced(place.section + 1, 0, ...sections) };
  const rules = pastedRules(grown, clip.rules, names);
  const pasted = { ...grown, rules: [...form.rules, ...rules] };
  if (!fits(pasted)) return null;
  return {
    form: pasted,
    fields: fields.map(({ key }) => key),
    section: sections[0]?.key ?? null,
    lostRules: clip.rules.length - rules.length,
  };
}

/** The key of each pasted field: its own where that is free. */
function namesFor(form: FormDefinition, fields: readonly FieldDefinition[]): Names {
  const taken: { key: string }[] = [...formFields(form)];
  const names = new Map<string, string>();
  for (const { key } of fields) {
    const name = keepOrFreeKey(key, taken);
    names.set(key, name);
    taken.push({ key: name });
  }
  return names;
}

function renewed(field: FieldDefinition, names: Names, { nodes, shared }: PasteGround): FieldDefinition {
  const { nodes: access, ...facts } = field;
  const kept = Object.entries(access ?? {}).filter(([node]) => node === '*' || nodes.has(node));
  const key = names.get(field.key) ?? field.key;
  const renewedField = { ...facts, key, ...(kept.length > 0 && { nodes: Object.fromEntries(kept) }) };
  if (renewedField.type === 'divider') return renewedField;
  if (renewedField.type === 'formula') renewedField.expression = renamedTerms(renewedField.expression, names);
  if (renewedField.isShared && (key !== field.key || !shared.has(key))) {
    const { isShared: _isShared, ...own } = renewedField;
    return own;
  }
  return renewedField;
}

function pastedRules(form: FormDefinition, rules: readonly FormRule[], names: Names): FormRule[] {
  const kinds = formKinds(form);
  const pasted: FormRule[] = [];
  for (const rule of rules) {
    const when = renamedCondition(rule.when, names);
    if (checkCondition(when, kinds, []).length > 0) continue;
    const key = keepOrFreeKey(rule.key, [...form.rules, ...pasted]);
    pasted.push({ ...rule, key, when, then: rule.then.map((action) => renamedAction(action, names)) });
  }
  return pasted;
}

const nameIn = (names: Names) => (key: string) => names.get(key) ?? key;

const renamedAction = (action: RuleAction, names: Names): RuleAction =>
  'fields' in action
    ? { ...action, fields: action.fields.map(nameIn(names)) }
    : { ...action, field: nameIn(names)(action.field) };

/** A condition that asks for other fields. */
export function renamedCondition(tree: Condition, names: Names): Condition {
  if ('all' in tree) return { all: tree.all.map((part) => renamedCondition(part, names)) };
  if ('any' in tree) return { any: tree.any.map((part) => renamedCondition(part, names)) };
  if ('not' in tree) return { not: renamedCondition(tree.not, names) };
  return { ...tree, field: nameIn(names)(tree.field) };
}

function renamedTerms(tree: Expression, names: Names): Expression {
  const name = nameIn(names);
  const inner = (part: Expression) => renamedTerms(part, names);
  if ('field' in tree) return { field: name(tree.field) };
  if ('linesTotal' in tree) return { linesTotal: name(tree.linesTotal) };
  if ('linesQuantity' in tree) return { linesQuantity: name(tree.linesQuantity) };
  if ('sum' in tree) return { sum: tree.sum.map(inner) };
  if ('product' in tree) return { product: tree.product.map(inner) };
  if ('difference' in tree) return { difference: [inner(tree.difference[0]), inner(tree.difference[1])] };
  if ('quotient' in tree) return { quotient: [inner(tree.quotient[0]), inner(tree.quotient[1])] };
  return tree;
}
