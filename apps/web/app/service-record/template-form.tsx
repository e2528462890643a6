import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelledForm } from '~/admin/labelled-form.tsx';
import type { ServiceTemplate } from './service-operations.ts';

interface TemplateFormProps {
  /** Null makes a new one. */
  template: ServiceTemplate | null;
  parameters: readonly { id: string; isActive: boolean; label: { text: string } }[];
  groups: readonly { id: string; name: string }[];
  customerTypes: readonly { id: string; isOffered: boolean; label: { text: string } }[];
  onSaved: () => void;
}

type Ask = 'no' | 'optional' | 'required';
const asks = ['no', 'optional', 'required'] as const;

/** Which lists a template asks for, how urgently, and for which groups and types of customers. */
export function TemplateForm({ template, parameters, groups, customerTypes, onSaved }: TemplateFormProps) {
  const { t } = useTranslation('service-record');
  const [asked, setAsked] = useState<Record<string, Ask>>(() =>
    Object.fromEntries(
      (template?.parts ?? []).map(({ parameter, isRequired }) => [
        parameter?.id ?? '',
        isRequired ? 'required' : 'optional',
      ]),
    ),
  );
  const [groupIds, setGroupIds] = useState(template?.groups.map(({ id }) => id) ?? []);
  const [customerTypeIds, setCustomerTypeIds] = useState(template?.customerTypes.map(({ id }) => id) ?? []);
  const [isDefault, setIsDefault] = useState(template?.isDefault ?? false);
  const parts = parameters
    .filter(({ id }) => (asked[id] ?? 'no') !== 'no')
    .map(({ id }) => ({ parameterId: id, isRequired: asked[id] === 'required' }));
  const fixed = {
    parts,
    groupIds,
    customerTypeIds,
    isDefault,
    ...(template && { templateId: template.id, expectedVersion: template.version }),
  };
  return (
    <LabelledForm
      intent={template ? 'update' : 'create'}
      record={template}
      keyHint={t('keyHint')}
      fixed={fixed}
      submitLabel={t(template ? 'saveTemplate' : 'createTemplate')}
      onSaved={onSaved}
    >
      <fieldset className="grant">
        <legend>{t('asksFor')}</legend>
        {parameters.map(({ id, label, isActive }) => (
          <label key={id} className="admin-option">
            <select
              className="plain-select"
              value={asked[id] ?? 'no'}
              onChange={({ target }) => setAsked((before) => ({ ...before, [id]: target.value as Ask }))}
            >
              {asks.map((ask) => (
                <option key={ask} value={ask}>
                  {t(`ask.${ask}`)}
                </option>
              ))}
            </select>
            {isActive ? label.text : t('listOutOfUse', { name: label.text })}
          </label>
        ))}
      </fieldset>
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          checked={isDefault}
          onChange={({ target }) => setIsDefault(target.checked)}
        />
        {t('default')}
      </label>
      <Choices
        legend={t('customerTypes')}
        options={customerTypes
          .filter(({ id, isOffered }) => isOffered || customerTypeIds.includes(id))
          .map(({ id, label }) => ({ id, name: label.text }))}
        chosen={customerTypeIds}
        onChange={setCustomerTypeIds}
      />
      <Choices legend={t('groups')} options={groups} chosen={groupIds} onChange={setGroupIds} />
    </LabelledForm>
  );
}

interface ChoicesProps {
  legend: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Choices({ legend, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="grant">
      <legend>{legend}</legend>
      <div className="admin-options">
        {options.map(({ id, name }) => (
          <label key={id} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
