import type { Condition } from '@handoff/core/condition/condition';
import type { FormRule, RuleAction } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '~/condition/condition-editor.tsx';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { RuleValueInput } from './rule-value-input.tsx';

const kinds = ['show', 'hide', 'read_only', 'editable', 'require', 'set_value', 'set_options'] as const;
type Kind = (typeof kinds)[number];

/** The same targets, done something else to. */
function actionOf(kind: Kind, targets: readonly string[]): RuleAction {
  const [field = ''] = targets;
  if (kind === 'set_value') return { action: kind, field, value: null, mode: 'when_empty' };
  if (kind === 'set_options') return { action: kind, field, options: [] };
  return { action: kind, fields: [...targets] };
}

interface RuleInspectorProps {
  rule: FormRule;
  onChange: (rule: FormRule) => void;
  onRemove: () => void;
}

/** A rule as sentences: when this holds, do that. */
export function RuleInspector({ rule, onChange, onRemove }: RuleInspectorProps) {
  const { t, i18n } = useTranslation('form-designer');
  const { form } = useDraft().definition;
  const fields = formFields(form);
  const first = fields[0]?.key ?? '';
  const setAction = (index: number, action: RuleAction) => onChange({ ...rule, then: rule.then.with(index, action) });
  const choices = fields.map(({ key, label }) => ({ value: key, label: label ? localize(label, i18n.language) : key }));
  return (
    <div className="inspector" role="group" aria-label={t('rule.title')}>
      <h2>{t('rule.title')}</h2>
      <ConditionEditor
        fields={formConditionFields(form, i18n.language)}
        value={rule.when}
        label={t('rule.when')}
        onChange={(when: Condition | undefined) => {
          if (when) onChange({ ...rule, when });
        }}
      />
      <fieldset className="grant">
        <legend>{t('rule.then')}</legend>
        <ul className="ladder">
          {rule.then.map((action, index) => {
            const targets = targetsOf(action);
            return (
              <li key={index} className="rung">
                <SelectInput
                  name={`action-${index}`}
                  label={t('rule.action')}
                  value={action.action}
                  options={kinds.map((kind) => ({ value: kind, label: t(`action.${kind}`) }))}
                  onChange={(kind) => kind && setAction(index, actionOf(kind as Kind, targets))}
                />
                {'fields' in action ? (
                  <fieldset className="grant">
                    <legend>{t('rule.fields')}</legend>
                    <div className="rule-fields">
                      {choices.map(({ value, label }) => (
                        <label key={value} className="admin-option">
                          <input
                            type="checkbox"
                            className="check"
                            checked={action.fields.includes(value)}
                            onChange={({ target }) =>
                              setAction(index, {
                                ...action,
                                fields: target.checked
                                  ? [...action.fields, value]
                                  : action.fields.filter((one) => one !== value),
                              })
                            }
                          />
                          {label}
                        </label>
                      ))}
                    </div>
                  </fieldset>
                ) : (
                  <>
                    <SelectInput
                      name={`target-${index}`}
                      label={t('rule.field')}
                      value={action.field}
                      options={choices}
                      onChange={(field) => field && setAction(index, actionOf(action.action, [field]))}
                    />
                    <RuleValueInput
                      action={action}
                      field={fields.find(({ key }) => key === action.field)}
                      onChange={(next) => setAction(index, next)}
                    />
                  </>
                )}
                <IconButton
                  aria-label={t('rule.removeAction')}
                  disabled={rule.then.length === 1}
                  onClick={() => onChange({ ...rule, then: rule.then.toSpliced(index, 1) })}
                >
                  <Trash2 size={16} />
                </IconButton>
              </li>
            );
          })}
        </ul>
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() => onChange({ ...rule, then: [...rule.then, { action: 'show', fields: [first] }] })}
        >
          {t('rule.addAction')}
        </Button>
      </fieldset>
      <Button className="tone-bad" onClick={onRemove}>
        {t('rule.remove')}
      </Button>
    </div>
  );
}
