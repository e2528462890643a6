import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelledForm } from '~/parameter/labelled-form.tsx';
import type { ServiceTemplate } from './service-operations.ts';

interface TemplateFormProps {
  /** Null makes a new one. */
  template: ServiceTemplate | null;
  parameters: readonly { id: string; label: { text: string } }[];
  groups: readonly { id: string; name: string }[];
  onSaved: () => void;
}

type Ask = 'no' | 'optional' | 'required';
const asks = ['no', 'optional', 'required'] as const;

/** Which lists a template asks for, how urgently, and for which groups. */
export function TemplateForm({ template, parameters, groups, onSaved }: TemplateFormProps) {
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
  const [isDefault, setIsDefault] = useState(template?.isDefault ?? false);
  const parts = parameters
    .filter(({ id }) => (asked[id] ?? 'no') !== 'no')
    .map(({ id }) => ({ parameterId: id, isRequired: asked[id] === 'required' }));
  const fixed = {
    parts,
    groupIds,
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
        {parameters.map(({ id, label }) => (
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
            {label.text}
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
      <fieldset className="grant">
        <legend>{t('groups')}</legend>
        <div className="admin-options">
          {groups.map(({ id, name }) => (
            <label key={id} className="admin-option">
              <input
                type="checkbox"
                className="check"
                checked={groupIds.includes(id)}
                onChange={({ target }) =>
                  setGroupIds((before) => (target.checked ? [...before, id] : before.filter((each) => each !== id)))
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </LabelledForm>
  );
}
