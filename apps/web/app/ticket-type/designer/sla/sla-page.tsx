import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import { localize } from '@handoff/core/platform/text/localize';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '~/condition/condition-editor.tsx';
import { SlaPreview } from '~/sla/sla-preview.tsx';
import { usePolicyFields } from '~/sla/use-policy-fields.ts';
import { WhichPolicy } from '~/sla/which-policy.tsx';
import { useDraft } from '../draft-context.tsx';
import { offeredFields, withCustomerFields } from './customer-fields.ts';
import { SlaPolicyForm } from './sla-policy-form.tsx';
import { SlaPolicyList } from './sla-policy-list.tsx';

/** The policies of the type in their order, and the one that is looked at. */
export default function DesignerSlaPage() {
  const { t, i18n } = useTranslation('designer');
  const { definition, edit, lists } = useDraft();
  const { policies } = definition.sla;
  const [selected, setSelected] = useState(policies[0]?.key ?? '');
  const offered = useMemo(
    () => offeredFields(lists.customerFields, definition.sla.customerFields),
    [lists.customerFields, definition.sla.customerFields],
  );
  const fields = usePolicyFields(definition.form, lists.customers, offered);
  const policy = policies.find(({ key }) => key === selected) ?? policies[0];
  const write = (next: SlaPolicy[], move?: string) =>
    edit({ ...definition, sla: withCustomerFields(next, offered) }, move);
  if (!policy) return null;
  const change = (next: Partial<SlaPolicy>, move?: string) =>
    write(
      policies.map((one) => (one.key === policy.key ? { ...one, ...next } : one)),
      move && `${policy.key}.${move}`,
    );
  const isLast = policy === policies.at(-1);
  return (
    <div className="designer-page">
      <SlaPolicyList
        policies={policies}
        fields={fields}
        selected={policy.key}
        onSelect={setSelected}
        onChange={write}
      />
      <section className="designer-policy" key={policy.key} aria-label={localize(policy.name, i18n.language)}>
        {isLast && !policy.when ? (
          <p className="quiet">{policies.length > 1 && t('sla.whenText')}</p>
        ) : (
          <ConditionEditor
            label={t('sla.when')}
            fields={fields}
            value={policy.when}
            onChange={(when) => {
              const { when: _before, ...rest } = policy;
              write(
                policies.map((one) => (one.key === policy.key ? (when ? { ...rest, when } : rest) : one)),
                `${policy.key}.when`,
              );
            }}
          />
        )}
        <SlaPolicyForm policy={policy} onChange={change} />
        <SlaPreview sla={policy} />
      </section>
      <WhichPolicy plan={definition.sla} form={definition.form} fields={fields} onSelect={setSelected} />
    </div>
  );
}
