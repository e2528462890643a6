import type { Action, Recipient } from '@handoff/core/automation/action/action';
import { URGENCIES } from '@handoff/core/platform/urgency';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionValue } from '~/condition/condition-value.tsx';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { actionKinds, handlerKinds, newAction, recipientKinds, type RecipientKind } from './action-choices.ts';
import { formOf, useAutomationNames } from './automation-names.tsx';

type ActionOf<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

interface PartProps<Kind extends Action['kind']> {
  action: ActionOf<Kind>;
  typeId: string | null;
  onChange: (action: Action) => void;
}

interface ActionEditorProps {
  actions: readonly Action[];
  /** The type of the tickets that they are for; null for all. */
  typeId: string | null;
  onChange: (actions: Action[]) => void;
}

/** What is done, one after the other. */
export function ActionEditor({ actions, typeId, onChange }: ActionEditorProps) {
  const { t } = useTranslation('automation');
  const { facts } = useAutomationNames();
  const moved = (index: number, by: 1 | -1) => {
    const next = [...actions];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + by, 0, one);
    onChange(next);
  };
  return (
    <fieldset className="condition">
      <legend>{t('actions')}</legend>
      <div className="condition-group">
        {actions.map((action, index) => (
          <div key={index} className="condition-part" role="group" aria-label={t('actionOf', { number: index + 1 })}>
            <div className="automation-action">
              <SelectInput
                name="kind"
                label={t('do')}
                isRequired
                value={action.kind}
                options={actionKinds.map((kind) => ({ value: kind, label: t(`action.${kind}`) }))}
                onChange={(kind) =>
                  onChange(actions.with(index, newAction(actionKinds.find((each) => each === kind) ?? 'notify')))
                }
              />
              <ActionFields
                key={action.kind}
                action={action}
                typeId={typeId}
                onChange={(next) => onChange(actions.with(index, next))}
              />
            </div>
            <IconButton
              size="small"
              disabled={index === 0}
              aria-label={t('up', { name: t(`action.${action.kind}`) })}
              onClick={() => moved(index, -1)}
            >
              <ArrowUp size={14} />
            </IconButton>
            <IconButton
              size="small"
              disabled={index === actions.length - 1}
              aria-label={t('down', { name: t(`action.${action.kind}`) })}
              onClick={() => moved(index, 1)}
            >
              <ArrowDown size={14} />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('removeAction')}
              onClick={() => onChange(actions.toSpliced(index, 1))}
            >
              <X size={14} />
            </IconButton>
          </div>
        ))}
        <div className="condition-acts">
          <Button
            size="small"
            startIcon={<Plus size={14} />}
            onClick={() => onChange([...actions, newAction('notify')])}
          >
            {t('addAction')}
          </Button>
        </div>
        <p className="small quiet">
          {t('placeholders')} {facts.placeholders.map((name) => `{{${name}}}`).join(' ')}
        </p>
      </div>
    </fieldset>
  );
}

function ActionFields({ action, typeId, onChange }: PartProps<Action['kind']>) {
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

/** Finds a person, and keeps what they are called. */
function AgentPicker({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('automation');
  const { names } = useAutomationNames();
  const [known, setKnown] = useState<PickerChoice | null>(null);
  const chosen = known?.id === id ? known : id ? { id, label: names[id] ?? t('gone') } : null;
  return (
    <PickerInput
      label={t('person')}
      isRequired
      value={chosen ? [chosen] : []}
      find={findAgents}
      onChange={([choice]) => {
        setKnown(choice ?? null);
        onChange(choice?.id ?? '');
      }}
    />
  );
}

function NotifyFields({ action, onChange }: PartProps<'notify'>) {
  const { t } = useTranslation('automation');
  const { facts } = useAutomationNames();
  const set = (index: number, to: Recipient) => onChange({ ...action, to: action.to.with(index, to) });
  const begin = (kind: RecipientKind): Recipient =>
    kind === 'agent' || kind === 'role' || kind === 'group' ? { kind, id: '' } : { kind };
  return (
    <>
      {action.to.map((to, index) => (
        <div key={index} className="automation-line">
          <SelectInput
            name="to"
            label={t('whom')}
            isRequired
            value={to.kind}
            options={recipientKinds.map((kind) => ({ value: kind, label: t(`recipient.${kind}`) }))}
            onChange={(kind) => set(index, begin(recipientKinds.find((each) => each === kind) ?? 'handler'))}
          />
          {to.kind === 'agent' && <AgentPicker id={to.id} onChange={(id) => set(index, { kind: 'agent', id })} />}
          {(to.kind === 'role' || to.kind === 'group') && (
            <SelectInput
              name="which"
              label={t(`recipient.${to.kind}`)}
              isRequired
              value={to.id || null}
              options={(to.kind === 'role' ? facts.roles : facts.serviceGroups).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              onChange={(id) => set(index, { kind: to.kind, id: id ?? '' })}
            />
          )}
          <IconButton
            size="small"
            disabled={action.to.length === 1}
            aria-label={t('removeRecipient')}
            onClick={() => onChange({ ...action, to: action.to.toSpliced(index, 1) })}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() => onChange({ ...action, to: [...action.to, { kind: 'handler' }] })}
        >
          {t('addRecipient')}
        </Button>
      </div>
      <TextInput
        name="message"
        label={t('message')}
        isRequired
        maxLength={500}
        value={action.message}
        onChange={(message) => onChange({ ...action, message })}
      />
    </>
  );
}

function ReassignFields({ action, onChange }: PartProps<'reassign'>) {
  const { t } = useTranslation('automation');
  const { to } = action;
  return (
    <div className="automation-line">
      <SelectInput
        name="to"
        label={t('whom')}
        isRequired
        value={to.kind}
        options={handlerKinds.map((kind) => ({ value: kind, label: t(`recipient.${kind}`) }))}
        onChange={(kind) =>
          onChange({
            ...action,
            to: kind === 'agent' ? { kind, id: '' } : { kind: kind === 'manager' ? 'manager' : 'creator' },
          })
        }
      />
      {to.kind === 'agent' && (
        <AgentPicker id={to.id} onChange={(id) => onChange({ ...action, to: { kind: 'agent', id } })} />
      )}
    </div>
  );
}

function FieldFields({ action, typeId, onChange }: PartProps<'set_field'>) {
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
