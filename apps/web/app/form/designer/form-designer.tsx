import './form-designer.css';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { changeField } from './edit-form.ts';
import { FieldInspector } from './field-inspector.tsx';
import { FieldOutline } from './field-outline.tsx';
import { FormPreview } from './form-preview.tsx';
import { RuleInspector } from './rule-inspector.tsx';
import { RuleList } from './rule-list.tsx';

type Selected = { kind: 'field' | 'rule'; key: string };

/** Fields and rules on the left, the running form in the middle, what is selected on the right. */
export function FormDesigner() {
  const { t } = useTranslation('form-designer');
  const { definition, edit } = useDraft();
  const { form } = definition;
  const [selected, setSelected] = useState<Selected | null>(null);
  const change = (next: FormDefinition, move?: string) => edit({ ...definition, form: next }, move);
  const field = formFields(form).find(({ key }) => selected?.kind === 'field' && key === selected.key);
  const rule = form.rules.find(({ key }) => selected?.kind === 'rule' && key === selected.key);
  return (
    <div className="form-designer">
      <div className="form-designer-left">
        <FieldOutline
          form={form}
          selected={field?.key ?? null}
          onSelect={(key) => setSelected({ kind: 'field', key })}
          onChange={change}
        />
        <RuleList
          form={form}
          selected={rule?.key ?? null}
          onSelect={(key) => setSelected({ kind: 'rule', key })}
          onChange={change}
        />
      </div>
      <FormPreview />
      <aside className="form-designer-right" aria-label={t('details')}>
        <Suspense>
          {field && (
            <FieldInspector
              key={field.key}
              field={field}
              onChange={(next, move) => change(changeField(form, field.key, next), move)}
            />
          )}
          {rule && (
            <RuleInspector
              key={rule.key}
              rule={rule}
              onChange={(next) =>
                change({ ...form, rules: form.rules.map((one) => (one.key === next.key ? next : one)) })
              }
              onRemove={() => change({ ...form, rules: form.rules.filter((one) => one.key !== rule.key) })}
            />
          )}
          {!field && !rule && <p className="quiet">{t('selectSomething')}</p>}
        </Suspense>
      </aside>
    </div>
  );
}
