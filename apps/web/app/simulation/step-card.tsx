import type { Answers } from '@handoff/core/form/answers';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { newRecordSources, findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { useDraft, type Choice } from '~/ticket-type/designer/draft-context.tsx';
import type { OpenStep, Simulation } from './simulation-operations.ts';
import type { Run } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

interface StepCardProps {
  step: OpenStep;
  simulation: Simulation;
  run: Run;
}

/** Service groups by their keys, as definitions name them, and people. */
const findReceivers =
  (groups: readonly Choice[]) =>
  async (query: string): Promise<PickerChoice[]> => [
    ...groups
      .filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()))
      .map(({ key, name }) => ({ id: key, label: name, kind: 'group' as const })),
    ...(await findAgents(query)),
  ];

const filling = new Set(['SUBMIT', 'APPROVE', 'REJECT']);
const toSomebody = new Set(['REASSIGN', 'COUNTERSIGN']);
const primary = new Set(['ACCEPT', 'SUBMIT', 'APPROVE']);

/** One step that the made-up ticket is at: its form, who acts, and what they do. */
export function StepCard({ step, simulation, run }: StepCardProps) {
  const { t } = useTranslation('simulation');
  const { definition, lists } = useDraft();
  const { nodeName } = useRunWords();
  const find = useMemo(() => findReceivers(lists.groups), [lists.groups]);
  const people = step.candidates?.flatMap((agent) => (agent ? [agent] : [])) ?? [];
  const [agentId, setAgentId] = useState<string | null>(step.assignee?.id ?? people[0]?.id ?? null);
  const [reason, setReason] = useState('');
  const [toNodeId, setToNodeId] = useState<string | null>(step.rollbackTo[0] ?? null);
  const [to, setTo] = useState<PickerChoice | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answers = simulation.answers as Answers;
  const state = useDesignedForm({ form: definition.form, nodeId: step.nodeId, previous: answers });
  const acts: readonly string[] = step.acts;
  const hasForm = acts.some((act) => filling.has(act));
  const act = async (name: string, more: Record<string, unknown> = {}) => {
    if (filling.has(name) && !(await state.submit()).ok) return setRefusals(refusals + 1);
    run.act({
      act: name,
      nodeId: step.nodeId,
      ...(agentId && name !== 'FINISH_AUTOMATIC' ? { agentId } : {}),
      ...(filling.has(name) ? { answers: state.values } : {}),
      ...(reason ? { reason } : {}),
      ...(name === 'ROLL_BACK' && toNodeId ? { toNodeId } : {}),
      ...(toSomebody.has(name) && to ? (to.kind === 'group' ? { toGroup: to.id } : { toAgentId: to.id }) : {}),
      ...more,
    });
  };
  /** Only a person can approve as well. */
  const suits = (name: string) => to !== null && (name === 'REASSIGN' || to.kind !== 'group');
  const mayAct = (name: string) => !run.isRunning && (!toSomebody.has(name) || suits(name));
  return (
    <section className="run-part run-step" aria-label={nodeName(step.nodeId)}>
      <h2>{nodeName(step.nodeId)}</h2>
      {step.isFallback && <p className="tone-warn">{t('fallback')}</p>}
      {people.length > 0 && (
        <SelectInput
          name={`agent-${step.nodeId}`}
          label={t('who')}
          isRequired
          value={agentId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAgentId}
        />
      )}
      {people.length === 0 && acts.includes('REASSIGN') && <p className="tone-warn">{t('nobody')}</p>}
      {hasForm && <DesignedForm state={state} sources={newRecordSources} refusals={refusals} />}
      <div className="admin-acts">
        {acts.map((name) =>
          name === 'FINISH_AUTOMATIC' ? (
            [true, false].map((succeeded) => (
              <Button
                key={String(succeeded)}
                variant={succeeded ? 'contained' : 'outlined'}
                color={succeeded ? 'primary' : 'inherit'}
                disabled={run.isRunning}
                onClick={() => void act(name, { succeeded })}
              >
                {t(succeeded ? 'automatic.succeeds' : 'automatic.fails')}
              </Button>
            ))
          ) : (
            <Button
              key={name}
              variant={primary.has(name) ? 'contained' : 'outlined'}
              color={primary.has(name) ? 'primary' : 'inherit'}
              disabled={!mayAct(name)}
              onClick={() => void act(name)}
            >
              {t(`act.${name as 'SUBMIT'}`)}
            </Button>
          ),
        )}
      </div>
      {(acts.includes('ROLL_BACK') || acts.includes('REASSIGN')) && (
        <details className="run-more">
          <summary>{t('more')}</summary>
          <TextInput name="reason" label={t('reason')} value={reason} onChange={setReason} maxLength={1000} />
          {acts.includes('ROLL_BACK') && (
            <SelectInput
              name="toNode"
              label={t('backTo')}
              isRequired
              value={toNodeId}
              options={step.rollbackTo.map((id) => ({ value: id, label: nodeName(id) }))}
              onChange={setToNodeId}
            />
          )}
          {acts.includes('REASSIGN') && (
            <PickerInput
              label={t(acts.includes('COUNTERSIGN') ? 'colleague' : 'reassignTo')}
              value={to ? [to] : []}
              find={find}
              onChange={([choice]) => setTo(choice ?? null)}
            />
          )}
        </details>
      )}
    </section>
  );
}
