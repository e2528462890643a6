import type { AssigneeRule } from '@handoff/core/flow/assignee-rule';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { PickerInput } from '~/form/picker-input.tsx';
import { findAccounts } from '~/form/find-choices.ts';
import { SelectInput, type SelectOption } from '~/form/select-input.tsx';
import { useDraft, type Choice } from '~/ticket-type/designer/draft-context.tsx';
import { useFlowDesign } from './design-context.tsx';
import { usePeopleSteps } from './use-people-steps.ts';

const kinds = [
  'group',
  'person',
  'role',
  'department_head',
  'reporting_manager',
  'creator',
  'handler_of',
  'form_field',
] as const satisfies readonly AssigneeRule['kind'][];
const strategies = ['claim', 'round_robin', 'least_busy'] as const;
const related = ['creator', 'handler'] as const;

const optionsOf = (choices: readonly Choice[]): SelectOption[] =>
  choices.map(({ key, name }) => ({ value: key, label: name }));

interface RuleInputProps {
  label: string;
  value: AssigneeRule;
  onChange: (rule: AssigneeRule) => void;
}

/** Who gets a step or a message: the kind of rule, and what that kind needs to know. */
export function RuleInput({ label, value, onChange }: RuleInputProps) {
  const { t } = useTranslation('flow-designer');
  const { lists } = useDraft();
  const { flow } = useFlowDesign();
  const begin = (kind: AssigneeRule['kind']): AssigneeRule => {
    switch (kind) {
      case 'group':
        return { kind, group: flow.fallbackGroup, strategy: 'claim' };
      case 'person':
        return { kind, account: '' };
      case 'role':
        return { kind, role: lists.roles[0]?.key ?? '' };
      case 'department_head':
      case 'reporting_manager':
        return { kind, of: 'handler' };
      case 'creator':
        return { kind };
      case 'handler_of':
        return { kind, node: '' };
      case 'form_field':
        return { kind, field: '' };
    }
  };
  return (
    <div className="flow-rule">
      <SelectInput
        name="rule"
        label={label}
        isRequired
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`rule.${kind}`) }))}
        onChange={(kind) => kind && onChange(begin(kind as AssigneeRule['kind']))}
      />
      <RuleDetail value={value} onChange={onChange} />
    </div>
  );
}

function RuleDetail({ value, onChange }: Omit<RuleInputProps, 'label'>) {
  const { t, i18n } = useTranslation('flow-designer');
  const { definition, lists } = useDraft();
  const steps = usePeopleSteps();
  const frame = { name: 'rule-detail', isRequired: true };
  switch (value.kind) {
    case 'group':
      return (
        <>
          <SelectInput
            {...frame}
            label={t('group')}
            value={value.group}
            options={optionsOf(lists.groups)}
            onChange={(group) => group && onChange({ ...value, group })}
          />
          <SelectInput
            {...frame}
            name="strategy"
            label={t('strategyLabel')}
            value={value.strategy}
            options={strategies.map((one) => ({ value: one, label: t(`strategy.${one}`) }))}
            onChange={(one) => onChange({ ...value, strategy: one as (typeof strategies)[number] })}
          />
        </>
      );
    case 'person':
      return (
        <PickerInput
          label={t('rule.person')}
          isRequired
          find={findAccounts}
          value={value.account === '' ? [] : [{ id: value.account, label: value.account }]}
          onChange={([choice]) => onChange({ ...value, account: choice?.id ?? '' })}
        />
      );
    case 'role':
      return (
        <SelectInput
          {...frame}
          label={t('rule.role')}
          value={value.role}
          options={optionsOf(lists.roles)}
          onChange={(role) => role && onChange({ ...value, role })}
        />
      );
    case 'department_head':
    case 'reporting_manager':
      return (
        <SelectInput
          {...frame}
          label={t('ofWhom')}
          value={value.of}
          options={related.map((one) => ({ value: one, label: t(`of.${one}`) }))}
          onChange={(of) => onChange({ ...value, of: of === 'creator' ? 'creator' : 'handler' })}
        />
      );
    case 'handler_of':
      return (
        <SelectInput
          {...frame}
          label={t('step')}
          value={value.node}
          options={steps}
          onChange={(node) => node && onChange({ ...value, node })}
        />
      );
    case 'form_field':
      return (
        <SelectInput
          {...frame}
          label={t('memberField')}
          hint={t('memberFieldHint')}
          value={value.field}
          options={formFields(definition.form).flatMap((field) =>
            field.type === 'member' ? [{ value: field.key, label: localize(field.label, i18n.language) }] : [],
          )}
          onChange={(field) => field && onChange({ ...value, field })}
        />
      );
    case 'creator':
      return null;
  }
}
