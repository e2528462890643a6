import type { Recipient } from '@handoff/core/automation/action/action';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { ChannelChoice } from '~/notifier/channel-choice.tsx';
import { handlerKinds, recipientKinds, type ActionPartProps, type RecipientKind } from './action-choices.ts';
import { useAutomationNames } from './automation-names.tsx';

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

interface WhichSelectProps {
  kind: 'role' | 'group';
  id: string;
  onChange: (id: string) => void;
}

/** Chooses a role or a group. */
function WhichSelect({ kind, id, onChange }: WhichSelectProps) {
  const { t } = useTranslation('automation');
  const { facts } = useAutomationNames();
  return (
    <SelectInput
      name="which"
      label={t(`recipient.${kind}`)}
      isRequired
      value={id || null}
      options={(kind === 'role' ? facts.roles : facts.serviceGroups).map((each) => ({
        value: each.id,
        label: each.name,
      }))}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

/** Who is told, and what. */
export function NotifyFields({ action, onChange }: ActionPartProps<'notify'>) {
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
            <WhichSelect kind={to.kind} id={to.id} onChange={(id) => set(index, { kind: to.kind, id })} />
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
      <ChannelChoice
        channels={facts.notifierChannels}
        value={action.channelIds}
        onChange={(channelIds) => {
          const { channelIds: _before, ...rest } = action;
          onChange(channelIds ? { ...rest, channelIds } : rest);
        }}
      />
    </>
  );
}

/** Who gets a ticket. */
export function ReassignFields({ action, onChange }: ActionPartProps<'reassign'>) {
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
            to:
              kind === 'agent' || kind === 'group'
                ? { kind, id: '' }
                : { kind: kind === 'manager' ? 'manager' : 'creator' },
          })
        }
      />
      {to.kind === 'agent' && (
        <AgentPicker id={to.id} onChange={(id) => onChange({ ...action, to: { kind: 'agent', id } })} />
      )}
      {to.kind === 'group' && (
        <WhichSelect kind="group" id={to.id} onChange={(id) => onChange({ ...action, to: { kind: 'group', id } })} />
      )}
    </div>
  );
}
