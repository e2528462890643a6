import type { Action } from '@handoff/core/automation/action/action';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { actionKinds, newAction } from './action-choices.ts';
import { ActionFields } from './action-fields.tsx';
import { useAutomationNames } from './automation-names.tsx';

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
          <div
            key={index}
            className="condition-part automation-part"
            role="group"
            aria-label={t('actionOf', { number: index + 1 })}
          >
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
            <MoveButtons
              up={t('up', { name: t(`action.${action.kind}`) })}
              down={t('down', { name: t(`action.${action.kind}`) })}
              isFirst={index === 0}
              isLast={index === actions.length - 1}
              onMove={(by) => moved(index, by)}
            />
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
