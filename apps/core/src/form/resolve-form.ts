import type { Kinds, Values } from '../condition/condition.ts';
import { evaluateCondition, isEmpty, type Reason, type Verdict } from '../condition/evaluate-condition.ts';
import { evaluateFormula } from './evaluate-expression.ts';
import type { FieldDefinition, NodeAccess, ValueField } from './field-definition.ts';
import type { FormDefinition, FormRule, RuleAction } from './form-definition.ts';
import { formFields, formKinds, targetsOf } from './form-fields.ts';
import { formOrder } from './form-order.ts';
import { oncePerForm } from './once-per-form.ts';

/** Where a form is filled in: at which node of the flow, and over which stored answers. */
export interface FormSituation {
  nodeId?: string;
  previous?: Values;
}

/** A rule that speaks about a field: what it would do, whether it does, and the comparisons that decided it. */
export interface RuleReason {
  rule: string;
  action: RuleAction['action'];
  holds: boolean;
  reasons: Reason[];
}

export interface ResolvedField {
  key: string;
  visible: boolean;
  /** Not visible because of a rule, so that what was entered no longer applies (a node only keeps it from view). */
  isRuledOut: boolean;
  editable: boolean;
  required: boolean;
  /** The values on offer, for fields with options. */
  options: string[] | null;
  value: unknown;
  because: RuleReason[];
}

export type ResolvedForm = Readonly<Record<string, ResolvedField>>;

interface Spoken {
  rule: FormRule;
  action: RuleAction;
}

type Judged = Spoken & Verdict;

/** What one resolution works on; `current` grows field by field. */
interface Resolution {
  kinds: Kinds;
  spoken: ReadonlyMap<string, readonly Spoken[]>;
  current: Record<string, unknown>;
  values: Values;
  situation: FormSituation;
}

/**
 * What every field of a form is like for these values at this node. A field shown by some rules is hidden until one of
 * them holds; hiding wins over showing, and a node's own restriction over every rule. A hidden field counts as empty to
 * other rules. A field absent from `values` keeps its previous value, else has its default. One pass in dependency
 * order reaches the fixpoint, because a checked form has no cycles.
 */
export function resolveForm(form: FormDefinition, values: Values, situation: FormSituation = {}): ResolvedForm {
  const run: Resolution = { kinds: formKinds(form), spoken: rulesByTarget(form), current: {}, values, situation };
  const fields = fieldsByKey(form);
  const { order, cyclic } = formOrder(form);
  for (const key of [...order, ...cyclic]) {
    const field = fields.get(key);
    if (field && field.type !== 'divider') settleValue(run, field);
  }
  return Object.fromEntries([...fields].map(([key, field]) => [key, resolveField(run, field)]));
}

const fieldsByKey = oncePerForm(
  (form): ReadonlyMap<string, FieldDefinition> => new Map(formFields(form).map((field) => [field.key, field])),
);

/** Gives a field its value in `current`, unless a rule hides it. */
function settleValue(run: Resolution, field: ValueField): void {
  const judged = judge(run, field.key);
  if (!allows(judged, 'show', 'hide')) return;
  const value = field.type === 'formula' ? evaluateFormula(field, run.current) : valueOf(run, field, judged);
  if (value !== undefined) run.current[field.key] = value;
}

function valueOf(run: Resolution, field: ValueField, judged: readonly Judged[]): unknown {
  const { values, situation } = run;
  const isSent = Object.hasOwn(values, field.key) && isEditable(run, field, judged);
  let value = isSent ? values[field.key] : situation.previous?.[field.key];
  if (value === undefined && 'default' in field) value = field.default;
  for (const { holds, action } of judged) {
    if (!holds || action.action !== 'set_value') continue;
    if (action.mode === 'always' || isEmpty(value)) value = action.value;
  }
  return value;
}

/** The final look of a field: by now every value is settled, so requirements and options can be told. */
function resolveField(run: Resolution, field: FieldDefinition): ResolvedField {
  const judged = judge(run, field.key);
  const access = accessOf(field, run.situation);
  const isRuledOut = !allows(judged, 'show', 'hide');
  const visible = access !== 'hidden' && !isRuledOut;
  const editable = field.type !== 'divider' && visible && isEditable(run, field, judged);
  const isRequired = ('required' in field && field.required === true) || access === 'required';
  return {
    key: field.key,
    visible,
    isRuledOut,
    editable,
    required: editable && (isRequired || judged.some(({ holds, action }) => holds && action.action === 'require')),
    options: 'options' in field ? optionsOf(field.options, judged) : null,
    value: visible ? run.current[field.key] : undefined,
    because: judged.map(reasonOf),
  };
}

function isEditable(run: Resolution, field: ValueField, judged: readonly Judged[]): boolean {
  if (field.type === 'formula' || field.type === 'serial_number') return false;
  const access = accessOf(field, run.situation);
  if (access === 'hidden' || access === 'read_only') return false;
  const isForced = judged.some(
    ({ holds, action }) => holds && action.action === 'set_value' && action.mode === 'always',
  );
  return !isForced && allows(judged, 'editable', 'read_only');
}

function optionsOf(options: readonly { value: string }[], judged: readonly Judged[]): string[] {
  const values = options.map((option) => option.value);
  const narrowed = judged.findLast(({ holds, action }) => holds && action.action === 'set_options')?.action;
  if (narrowed?.action !== 'set_options') return values;
  return values.filter((value) => narrowed.options.includes(value));
}

function judge(run: Resolution, key: string): Judged[] {
  const spoken = run.spoken.get(key) ?? [];
  return spoken.map((one) => ({ ...one, ...evaluateCondition(one.rule.when, run.current, run.kinds) }));
}

/** Permitted unless something holding forbids it, or something permits it under conditions of which none holds. */
function allows(judged: readonly Judged[], permit: RuleAction['action'], forbid: RuleAction['action']): boolean {
  if (judged.some(({ holds, action }) => holds && action.action === forbid)) return false;
  const permits = judged.filter(({ action }) => action.action === permit);
  return permits.length === 0 || permits.some(({ holds }) => holds);
}

function accessOf(field: FieldDefinition, { nodeId }: FormSituation): NodeAccess {
  return (nodeId === undefined ? undefined : field.nodes?.[nodeId]) ?? field.nodes?.['*'] ?? 'editable';
}

const rulesByTarget = oncePerForm((form): ReadonlyMap<string, readonly Spoken[]> => {
  const spoken = new Map<string, Spoken[]>();
  for (const rule of form.rules) {
    for (const action of rule.then) {
      for (const key of targetsOf(action)) spoken.set(key, [...(spoken.get(key) ?? []), { rule, action }]);
    }
  }
  return spoken;
});

function reasonOf({ rule, action, holds, because }: Judged): RuleReason {
  return { rule: rule.key, action: action.action, holds, reasons: because };
}
