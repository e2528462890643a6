import type { FlowNode, PeopleNode, TimeLimit } from '@handoff/core/flow/flow-definition';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from '~/form/choice-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { DurationInput } from '~/ticket-type/designer/duration-input.tsx';
import { ApprovalModeFields } from './approval-mode-fields.tsx';
import { AssigneePreview } from './assignee-preview.tsx';
import { CheckBox } from './check-box.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { RuleInput } from './rule-input.tsx';
import { usePeopleSteps } from './use-people-steps.ts';

const clocks = ['service', 'elapsed'] as const;
const ends = ['notify_manager', 'offer_to_fallback', 'approve', 'reject', 'proceed'] as const;
const rollbacks = ['previous', 'initiator', 'none'] as const;

interface PeopleFieldsProps {
  node: PeopleNode;
  onChange: (node: FlowNode, move?: string) => void;
}

/** The node without one of its optional parts. */
function without(
  node: PeopleNode,
  part: 'timeLimit' | 'rollbackTo' | 'allowSuspend' | 'commitsFirstResponse' | 'checklist',
) {
  const { [part]: _part, ...rest } = node;
  return rest as PeopleNode;
}

/** Who acts at a step and under which terms. */
export function PeopleFields({ node, onChange }: PeopleFieldsProps) {
  const { t } = useTranslation('flow-designer');
  return (
    <>
      <RuleInput label={t('assignee')} value={node.assignee} onChange={(assignee) => onChange({ ...node, assignee })} />
      <AssigneePreview rule={node.assignee} />
      {node.kind === 'approve' && (
        <ApprovalModeFields mode={node.mode} onChange={(mode) => onChange({ ...node, mode })} />
      )}
      <LimitFields node={node} onChange={onChange} />
      <RollbackFields node={node} onChange={onChange} />
      <CheckBox
        label={t('allowSuspend')}
        checked={node.allowSuspend ?? false}
        onChange={(isOn) => onChange(isOn ? { ...node, allowSuspend: true } : without(node, 'allowSuspend'))}
      />
      <CheckBox
        label={t('firstResponse')}
        checked={node.commitsFirstResponse ?? false}
        onChange={(isOn) =>
          onChange(isOn ? { ...node, commitsFirstResponse: true } : without(node, 'commitsFirstResponse'))
        }
      />
      <ChecklistFields
        lines={node.checklist ?? []}
        onChange={(checklist, move) =>
          onChange(
            checklist.length > 0 ? { ...node, checklist } : without(node, 'checklist'),
            move && `${node.id}.checklist.${move}`,
          )
        }
      />
    </>
  );
}

function LimitFields({ node, onChange }: PeopleFieldsProps) {
  const { t } = useTranslation('flow-designer');
  const { timeLimit } = node;
  const set = (next: TimeLimit) => onChange({ ...node, timeLimit: next }, `${node.id}.timeLimit`);
  const fitting = node.kind === 'approve' ? ends : ends.filter((one) => one !== 'approve' && one !== 'reject');
  return (
    <div className="flow-rule">
      <DurationInput
        key={node.id}
        name="timeLimit"
        label={t('timeLimit')}
        value={timeLimit?.seconds}
        onChange={(seconds) => {
          if (seconds === undefined) onChange(without(node, 'timeLimit'), `${node.id}.timeLimit`);
          else set({ clock: 'service', then: 'notify_manager', ...timeLimit, seconds });
        }}
      />
      {timeLimit && (
        <>
          <SelectInput
            name="clock"
            label={t('clockLabel')}
            isRequired
            value={timeLimit.clock}
            options={clocks.map((one) => ({ value: one, label: t(`clock.${one}`) }))}
            onChange={(clock) => set({ ...timeLimit, clock: clock as TimeLimit['clock'] })}
          />
          <SelectInput
            name="then"
            label={t('thenLabel')}
            isRequired
            value={timeLimit.then}
            options={fitting.map((one) => ({ value: one, label: t(`then.${one}`) }))}
            onChange={(then) => set({ ...timeLimit, then: then as TimeLimit['then'] })}
          />
        </>
      )}
    </div>
  );
}

function RollbackFields({ node, onChange }: PeopleFieldsProps) {
  const { t } = useTranslation('flow-designer');
  const others = usePeopleSteps().filter(({ value }) => value !== node.id);
  const { rollbackTo } = node;
  const chosen = Array.isArray(rollbackTo) ? rollbackTo : null;
  const kinds = others.length > 0 || chosen ? [...rollbacks, 'steps' as const] : rollbacks;
  return (
    <div className="flow-rule">
      <SelectInput
        name="rollback"
        label={t('rollbackLabel')}
        placeholder={t('rollback.previous')}
        value={chosen ? 'steps' : ((rollbackTo as string | undefined) ?? null)}
        options={kinds.map((one) => ({ value: one, label: t(`rollback.${one}`) }))}
        onChange={(next) => {
          if (next === null) onChange(without(node, 'rollbackTo'));
          else if (next === 'steps') onChange({ ...node, rollbackTo: others.slice(0, 1).map(({ value }) => value) });
          else onChange({ ...node, rollbackTo: next as (typeof rollbacks)[number] });
        }}
      />
      {chosen && (
        <ChoiceInput
          label={t('rollbackSteps')}
          kind="checkbox"
          options={others}
          value={chosen}
          onChange={(steps) =>
            onChange(steps.length > 0 ? { ...node, rollbackTo: steps } : without(node, 'rollbackTo'))
          }
        />
      )}
    </div>
  );
}
