import { URGENCIES } from '@handoff/core/platform/urgency';
import { EXTENSION_STARTS } from '@handoff/core/sla/policy/extension-start';
import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '../draft-context.tsx';
import { DurationInput } from '../duration-input.tsx';
import { LocalizedInput } from '../localized-input.tsx';
import { NodeTargets } from './node-targets.tsx';
import { SlaBreaches } from './sla-breaches.tsx';
import { SlaLadder } from './sla-ladder.tsx';
import { SlaReminders } from './sla-reminders.tsx';

const targets = ['firstResponseSeconds', 'stepSeconds', 'completionSeconds'] as const;
const pausing = ['pending', 'in_progress', 'returned', 'suspended'] as const;

interface SlaPolicyFormProps {
  policy: SlaPolicy;
  onChange: (next: Partial<SlaPolicy>, move?: string) => void;
}

/** What a policy promises at each urgency, when the clocks stand still, and who is told when. */
export function SlaPolicyForm({ policy: sla, onChange: change }: SlaPolicyFormProps) {
  const { t } = useTranslation('designer');
  const { lists } = useDraft();
  const setTarget = (urgency: (typeof URGENCIES)[number], kind: (typeof targets)[number], seconds?: number) => {
    const { [kind]: _before, ...rest } = sla.targets[urgency];
    const next = seconds === undefined ? rest : { ...rest, [kind]: seconds };
    change({ targets: { ...sla.targets, [urgency]: next } }, `${urgency}.${kind}`);
  };
  return (
    <>
      <LocalizedInput
        name="policy"
        label={t('sla.name')}
        isRequired
        value={sla.name}
        onChange={(name) => change({ name: name ?? { en: '', zh: '' } }, 'policy')}
      />
      <SelectInput
        name="calendar"
        label={t('part.calendar')}
        value={sla.calendar}
        options={lists.calendars.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(calendar) => calendar && change({ calendar })}
      />
      <section className="admin-section">
        <h2>{t('sla.targets')}</h2>
        <p className="quiet">{t('sla.targetsText')}</p>
        {[...URGENCIES].reverse().map((urgency) => (
          <fieldset key={urgency} className="grant">
            <legend>
              <b>{t(`urgency.${urgency}`)}</b>
            </legend>
            <div className="targets">
              {targets.map((kind) => (
                <DurationInput
                  isServiceTime
                  key={kind}
                  name={`${urgency}-${kind}`}
                  label={t(`part.${kind}`)}
                  value={sla.targets[urgency][kind]}
                  onChange={(seconds) => setTarget(urgency, kind, seconds)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </section>
      <NodeTargets policy={sla} onChange={change} />
      <fieldset className="grant">
        <legend>
          <b>{t('sla.pausesIn')}</b>
        </legend>
        <div className="admin-options">
          {pausing.map((status) => (
            <label key={status} className="admin-option">
              <input
                type="checkbox"
                className="check"
                checked={sla.pausesIn.includes(status)}
                onChange={({ target }) =>
                  change({
                    pausesIn: target.checked ? [...sla.pausesIn, status] : sla.pausesIn.filter((one) => one !== status),
                  })
                }
              />
              {t(`status.${status}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <SelectInput
        name="extensionsFrom"
        label={t('sla.extensionsFrom')}
        hint={t('sla.extensionsHint')}
        isRequired
        value={sla.extensionsFrom ?? 'approaching'}
        options={EXTENSION_STARTS.map((value) => ({ value, label: t(`sla.extensions.${value}`) }))}
        onChange={(start) =>
          change({ extensionsFrom: EXTENSION_STARTS.find((value) => value === start) }, 'extensionsFrom')
        }
      />
      <SlaReminders policy={sla} onChange={change} />
      <SlaBreaches policy={sla} onChange={change} />
      <SlaLadder policy={sla} onChange={change} />
    </>
  );
}
