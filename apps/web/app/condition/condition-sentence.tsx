import type { ConditionLeaf, Operator } from '@handoff/core/condition/condition';
import { OPERATORS_OF_KIND } from '@handoff/core/condition/operators';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { ConditionValue } from './condition-value.tsx';
import { withField, withOperator, type ConditionField } from './edit-condition.ts';

interface ConditionSentenceProps {
  fields: readonly ConditionField[];
  leaf: ConditionLeaf;
  onChange: (leaf: ConditionLeaf) => void;
}

/** Field, comparison and value, each a choice of its own. */
export function ConditionSentence({ fields, leaf, onChange }: ConditionSentenceProps) {
  const { t } = useTranslation('condition');
  const field = fields.find(({ key }) => key === leaf.field);
  const choices = fields.map(({ key, label }) => ({ value: key, label }));
  const gone = { value: leaf.field, label: t('gone', { field: leaf.field }) };
  const fitting = field ? OPERATORS_OF_KIND[field.kind] : [leaf.op];
  // A comparison that no longer fits stays in sight until another is chosen.
  const operators = fitting.includes(leaf.op) ? fitting : [leaf.op, ...fitting];
  return (
    <div className="condition-sentence">
      <SelectInput
        name="field"
        label={t('field')}
        isRequired
        value={leaf.field}
        options={field ? choices : [gone, ...choices]}
        onChange={(key) => {
          const next = fields.find((one) => one.key === key);
          if (next) onChange(withField(leaf, field, next));
        }}
      />
      <SelectInput
        name="operator"
        label={t('compare')}
        isRequired
        value={leaf.op}
        options={operators.map((one) => ({ value: one, label: t(`operator.${one}`) }))}
        onChange={(operator) => onChange(withOperator(leaf, operator as Operator))}
      />
      {field && <ConditionValue leaf={leaf} field={field} onChange={onChange} />}
    </div>
  );
}
