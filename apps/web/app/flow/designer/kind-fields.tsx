import type { AssigneeRule } from '@handoff/core/flow/assignee-rule';
import type { FlowNode, NodeOf } from '@handoff/core/flow/flow-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from '~/form/choice-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { ChannelChoice } from '~/notifier/channel-choice.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { DurationInput } from '~/ticket-type/designer/duration-input.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { RuleInput } from './rule-input.tsx';
import { PeopleFields } from './people-fields.tsx';
import { SubTicketFields } from './sub-ticket-fields.tsx';
import { useFormFields } from './use-form-fields.ts';

export interface KindFieldsProps<Kind extends FlowNode = FlowNode> {
  node: Kind;
  onChange: (node: FlowNode, move?: string) => void;
}

/** What a node of its kind needs to know. */
export function KindFields({ node, onChange }: KindFieldsProps) {
  switch (node.kind) {
    case 'handle':
    case 'approve':
      return <PeopleFields node={node} onChange={onChange} />;
    case 'cc':
    case 'notify':
      return <MessageFields node={node} onChange={onChange} />;
    case 'wait':
      return <WaitFields node={node} onChange={onChange} />;
    case 'webhook':
      return <WebhookFields node={node} onChange={onChange} />;
    case 'sub_ticket':
      return <SubTicketFields node={node} onChange={onChange} />;
    case 'end':
      return <EndFields node={node} onChange={onChange} />;
    default:
      return null;
  }
}

function MessageFields({ node, onChange }: KindFieldsProps<NodeOf<'cc'> | NodeOf<'notify'>>) {
  const { t } = useTranslation('flow-designer');
  const { lists } = useDraft();
  const set = (to: AssigneeRule[]) => onChange({ ...node, to });
  return (
    <>
      {node.to.map((rule, index) => (
        <div key={index} className="flow-audience">
          <RuleInput
            label={t('audience', { number: index + 1 })}
            value={rule}
            onChange={(next) => set(node.to.with(index, next))}
          />
          <IconButton
            size="small"
            aria-label={t('removeAudience', { number: index + 1 })}
            disabled={node.to.length === 1}
            onClick={() => set(node.to.toSpliced(index, 1))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="small" startIcon={<Plus size={14} />} onClick={() => set([...node.to, { kind: 'creator' }])}>
          {t('addAudience')}
        </Button>
      </div>
      {node.kind === 'notify' && (
        <LocalizedInput
          name="message"
          label={t('message')}
          isRequired
          rows={2}
          value={node.message}
          onChange={(message) => onChange({ ...node, message: message ?? { en: '', zh: '' } }, `${node.id}.message`)}
        />
      )}
      <ChannelChoice
        channels={lists.notifierChannels}
        value={node.channelIds}
        onChange={(channelIds) => {
          const { channelIds: _before, ...rest } = node;
          onChange(channelIds ? { ...rest, channelIds } : rest);
        }}
      />
    </>
  );
}

function WaitFields({ node, onChange }: KindFieldsProps<NodeOf<'wait'>>) {
  const { t } = useTranslation('flow-designer');
  const dates = useFormFields(['date', 'datetime']);
  const { waitFor } = node;
  return (
    <>
      <SelectInput
        name="waitFor"
        label={t('waitLabel')}
        isRequired
        value={waitFor.kind}
        options={(['duration', 'until_field'] as const).map((kind) => ({ value: kind, label: t(`wait.${kind}`) }))}
        onChange={(kind) =>
          onChange({
            ...node,
            waitFor:
              kind === 'until_field'
                ? { kind, field: dates[0]?.value ?? '' }
                : { kind: 'duration', seconds: 86_400, clock: 'elapsed' },
          })
        }
      />
      {waitFor.kind === 'duration' ? (
        <>
          <DurationInput
            key={node.id}
            name="seconds"
            label={t('howLong')}
            value={waitFor.seconds}
            onChange={(seconds) =>
              onChange({ ...node, waitFor: { ...waitFor, seconds: seconds ?? 0 } }, `${node.id}.seconds`)
            }
          />
          <SelectInput
            name="clock"
            label={t('clockLabel')}
            isRequired
            value={waitFor.clock}
            options={(['service', 'elapsed'] as const).map((one) => ({ value: one, label: t(`clock.${one}`) }))}
            onChange={(clock) =>
              onChange({ ...node, waitFor: { ...waitFor, clock: clock === 'service' ? 'service' : 'elapsed' } })
            }
          />
        </>
      ) : (
        <SelectInput
          name="field"
          label={t('dateField')}
          isRequired
          value={waitFor.field}
          options={dates}
          onChange={(field) => field && onChange({ ...node, waitFor: { ...waitFor, field } })}
        />
      )}
    </>
  );
}

function WebhookFields({ node, onChange }: KindFieldsProps<NodeOf<'webhook'>>) {
  const { t } = useTranslation('flow-designer');
  return (
    <>
      <TextInput
        name="url"
        label={t('url')}
        type="url"
        isRequired
        placeholder="https://"
        value={node.url}
        onChange={(url) => onChange({ ...node, url }, `${node.id}.url`)}
      />
      <ChoiceInput
        label={t('sentFields')}
        kind="checkbox"
        options={useFormFields()}
        value={node.fields}
        onChange={(fields) => onChange({ ...node, fields })}
      />
    </>
  );
}

function EndFields({ node, onChange }: KindFieldsProps<NodeOf<'end'>>) {
  const { t } = useTranslation('flow-designer');
  return (
    <SelectInput
      name="end"
      label={t('endLabel')}
      isRequired
      value={node.outcome}
      options={(['completed', 'cancelled'] as const).map((one) => ({ value: one, label: t(`end.${one}`) }))}
      onChange={(outcome) => onChange({ ...node, outcome: outcome === 'cancelled' ? 'cancelled' : 'completed' })}
    />
  );
}
