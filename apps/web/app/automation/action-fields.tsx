import type { Action } from '@handoff/core/automation/action/action';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { useTranslation } from 'react-i18next';
import { ConditionValue } from '~/condition/condition-value.tsx';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { PickerInput } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { ActionPartProps } from './action-choices.ts';
import { formOf, useAutomationNames } from './automation-names.tsx';
import { NotifyFields, ReassignFields } from './people-fields.tsx';

/** What an action of this kind needs. */
export function ActionFields({ action, typeId, onChange }: ActionPartProps<Action['kind']>) {
  const { t } = useTranslation(['automation', 'ticket']);
  const { facts } = useAutomationNames();
  switch (action.kind) {
    case 'notify':
      return <NotifyFields action={action} typeId={typeId} onChange={onChange} />;
    case 'comment':
      return (
        <TextInput
          name="body"
          label={t('note')}
          isRequired
          rows={3}
          maxLength={4_000}
          value={action.body}
          onChange={(body) => onChange({ ...action, body })}
        />
      );
    case 'change_urgency':
      return (
        <SelectInput
          name="urgency"
          label={t('urgency')}
          isRequired
          value={action.urgency}
          options={URGENCIES.map((value) => ({ value, label: t(`ticket:urgency.${value}`) }))}
          onChange={(value) =>
            onChange({ ...action, urgency: URGENCIES.find((each) => each === value) ?? action.urgency })
          }
        />
      );
    case 'set_field':
      return <FieldFields action={action} typeId={typeId} onChange={onChange} />;
    case 'add_tags':
    case 'remove_tags':
      return (
        <PickerInput
          label={t('tags')}
          isRequired
          isMultiple
          options={facts.tags
            .filter(({ isOffered }) => isOffered || action.kind === 'remove_tags')
            .map(({ id, path }) => ({ id, label: path }))}
          value={action.tagIds.map((id) => ({ id, label: facts.tags.find((tag) => tag.id === id)?.path ?? t('gone') }))}
          onChange={(tags) => onChange({ ...action, tagIds: tags.map(({ id }) => id) })}
        />
      );
    case 'reassign':
      return <ReassignFields action={action} typeId={typeId} onChange={onChange} />;
    case 'create_sub_ticket':
      return (
        <>
          <SelectInput
            name="typeId"
            label={t('ticketType')}
            isRequired
            value={action.typeId || null}
            options={facts.ticketTypes.map(({ id, name }) => ({ value: id, label: name.text }))}
            onChange={(typeId) => onChange({ ...action, typeId: typeId ?? '' })}
          />
          <TextInput
            name="title"
            label={t('subTitle')}
            isRequired
            maxLength={200}
            value={action.title}
            onChange={(title) => onChange({ ...action, title })}
          />
        </>
      );
    case 'call_webhook':
      return (
        <TextInput
          name="url"
          type="url"
          label={t('url')}
          hint={t('urlHint')}
          isRequired
          maxLength={2_000}
          value={action.url}
          onChange={(url) => onChange({ ...action, url })}
        />
      );
  }
}

function FieldFields({ action, typeId, onChange }: ActionPartProps<'set_field'>) {
  const { t, i18n } = useTranslation('automation');
  const { facts, names } = useAutomationNames();
  const form = formOf(facts, typeId);
  if (!form) return <p className="small quiet">{t('fieldNeedsType')}</p>;
  const fields = formConditionFields(form, i18n.language)
    .filter(({ kind }) => kind !== 'list')
    .map((one) => ({ ...one, names }));
  const field = fields.find(({ key }) => key === action.field);
  const isMany = field?.kind === 'choices';
  return (
    <div className="automation-line">
      <SelectInput
        name="field"
        label={t('whichField')}
        isRequired
        value={action.field || null}
        options={fields.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key) => onChange({ kind: 'set_field', field: key ?? '', value: null })}
      />
      {field && (
        <ConditionValue
          field={field}
          leaf={{
            field: field.key,
            op: isMany ? 'in' : 'equals',
            ...(action.value !== null && { value: action.value as string }),
          }}
          onChange={({ value }) => onChange({ ...action, value: value ?? null })}
        />
      )}
    </div>
  );
}
