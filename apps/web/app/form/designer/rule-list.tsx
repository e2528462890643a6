import type { FormDefinition, FormRule } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import { Plus, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { freeKey } from '~/ticket-type/designer/free-key.ts';

interface RuleListProps {
  form: FormDefinition;
  selected: string | null;
  onSelect: (key: string) => void;
  onChange: (form: FormDefinition) => void;
}

/** The rules between fields, each named by what it does. */
export function RuleList({ form, selected, onSelect, onChange }: RuleListProps) {
  const { t, i18n } = useTranslation('form-designer');
  const fields = formFields(form);
  const nameOf = (key: string) => {
    const label = fields.find((field) => field.key === key)?.label;
    return label ? localize(label, i18n.language) : key;
  };
  const words = (rule: FormRule) =>
    rule.name
      ? localize(rule.name, i18n.language)
      : rule.then
          .map((action) => `${t(`action.${action.action}`)}: ${targetsOf(action).map(nameOf).join(', ')}`)
          .join(' · ');
  const add = () => {
    const [first, second] = fields;
    if (!first) return;
    const key = freeKey('rule', form.rules);
    const target = (second ?? first).key;
    const rule: FormRule = {
      key,
      when: { field: first.key, op: 'is_not_empty' },
      then: [{ action: 'show', fields: [target] }],
    };
    onChange({ ...form, rules: [...form.rules, rule] });
    onSelect(key);
  };
  return (
    <section className="outline" aria-label={t('rules')}>
      <h2>{t('rules')}</h2>
      {form.rules.length === 0 && <p className="small quiet">{t('noRules')}</p>}
      <ul className="outline-fields">
        {form.rules.map((rule) => (
          <li key={rule.key} className="outline-field" data-selected={rule.key === selected}>
            <Zap size={14} aria-hidden="true" />
            <button
              type="button"
              className="outline-name cut"
              aria-pressed={rule.key === selected}
              onClick={() => onSelect(rule.key)}
            >
              {words(rule)}
            </button>
          </li>
        ))}
      </ul>
      <div className="admin-acts">
        <Button startIcon={<Plus size={16} />} onClick={add}>
          {t('addRule')}
        </Button>
      </div>
    </section>
  );
}
