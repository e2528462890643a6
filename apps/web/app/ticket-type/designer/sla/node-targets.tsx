import { isPeopleNode } from '@handoff/core/flow/flow-graph';
import { localize } from '@handoff/core/platform/text/localize';
import { URGENCIES } from '@handoff/core/platform/urgency';
import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '../draft-context.tsx';
import { DurationInput } from '../duration-input.tsx';

interface NodeTargetsProps {
  policy: SlaPolicy;
  onChange: (next: Partial<SlaPolicy>, move?: string) => void;
}

type Targets = NonNullable<SlaPolicy['nodeTargets']>;

/** Targets of steps that are to be faster or slower than the others. */
export function NodeTargets({ policy: { nodeTargets = {} }, onChange }: NodeTargetsProps) {
  const { t, i18n } = useTranslation('designer');
  const { definition } = useDraft();
  const steps = definition.flow.nodes
    .filter(isPeopleNode)
    .map(({ id, name }) => ({ value: id, label: localize(name, i18n.language) }));
  const nameOf = (id: string) => steps.find(({ value }) => value === id)?.label ?? t('sla.stepGone', { key: id });
  const write = (next: Targets, move?: string) => onChange({ nodeTargets: next }, move);
  const set = (id: string, urgency: (typeof URGENCIES)[number], seconds: number | undefined) => {
    const { [urgency]: _before, ...rest } = nodeTargets[id] ?? {};
    write({ ...nodeTargets, [id]: seconds === undefined ? rest : { ...rest, [urgency]: seconds } }, `${id}.${urgency}`);
  };
  const remove = (id: string) => {
    const { [id]: _gone, ...rest } = nodeTargets;
    write(rest);
  };
  const free = steps.filter(({ value }) => !(value in nodeTargets));
  return (
    <section className="admin-section">
      <h2>{t('sla.nodeTargets')}</h2>
      <p className="quiet">{t('sla.nodeTargetsText')}</p>
      {Object.keys(nodeTargets).map((id) => (
        <fieldset key={id} className="grant">
          <legend className="node-target">
            <b>{nameOf(id)}</b>
            <Button size="small" aria-label={t('sla.removeNode', { name: nameOf(id) })} onClick={() => remove(id)}>
              {t('remove')}
            </Button>
          </legend>
          <div className="targets">
            {[...URGENCIES].reverse().map((urgency) => (
              <DurationInput
                isServiceTime
                key={urgency}
                name={`${id}-${urgency}`}
                label={t(`urgency.${urgency}`)}
                value={nodeTargets[id]?.[urgency]}
                onChange={(seconds) => set(id, urgency, seconds)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {free.length > 0 && (
        <SelectInput
          name="node-target"
          label={t('sla.addNode')}
          value={null}
          options={free}
          onChange={(id) => id && write({ ...nodeTargets, [id]: {} })}
        />
      )}
    </section>
  );
}
