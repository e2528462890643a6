import type { ApprovalMode } from '@handoff/core/flow/flow-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

const kinds = ['any', 'all', 'n_of_m', 'one_after_another', 'by_weight'] as const;

type Weighted = Extract<ApprovalMode, { kind: 'by_weight' }>;

const begin = (kind: ApprovalMode['kind']): ApprovalMode => {
  if (kind === 'n_of_m') return { kind, n: 2 };
  return kind === 'by_weight' ? { kind, needed: 2, weights: [] } : { kind };
};

const whole = (text: string, most: number): number => Math.min(most, Math.max(1, Math.round(Number(text)) || 1));

interface ApprovalModeFieldsProps {
  mode: ApprovalMode;
  onChange: (mode: ApprovalMode) => void;
}

/** How the votes of several approvers count. */
export function ApprovalModeFields({ mode, onChange }: ApprovalModeFieldsProps) {
  const { t } = useTranslation('flow-designer');
  return (
    <div className="flow-rule">
      <SelectInput
        name="mode"
        label={t('modeLabel')}
        isRequired
        value={mode.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`mode.${kind}`) }))}
        onChange={(kind) => onChange(begin(kind as ApprovalMode['kind']))}
      />
      {mode.kind === 'n_of_m' && (
        <TextInput
          name="votes"
          label={t('votes')}
          type="number"
          min={1}
          max={100}
          value={String(mode.n)}
          onChange={(text) => onChange({ ...mode, n: whole(text, 100) })}
        />
      )}
      {mode.kind === 'by_weight' && <WeightFields mode={mode} onChange={onChange} />}
    </div>
  );
}

function WeightFields({ mode, onChange }: { mode: Weighted; onChange: (mode: ApprovalMode) => void }) {
  const { t } = useTranslation('flow-designer');
  const { lists } = useDraft();
  const { weights } = mode;
  const nameOf = (key: string) => lists.roles.find((role) => role.key === key)?.name ?? key;
  const free = lists.roles.filter(({ key }) => !weights.some(({ role }) => role === key));
  const set = (next: Weighted['weights']) => onChange({ ...mode, weights: next });
  return (
    <>
      <TextInput
        name="needed"
        label={t('neededWeight')}
        hint={t('weightHint')}
        type="number"
        min={1}
        max={10_000}
        value={String(mode.needed)}
        onChange={(text) => onChange({ ...mode, needed: whole(text, 10_000) })}
      />
      {weights.map(({ role, weight }, place) => (
        <div key={role} className="flow-weight">
          <SelectInput
            name={`weight-role-${place}`}
            label={t('weights')}
            isRequired
            value={role}
            options={lists.roles
              .filter(({ key }) => key === role || free.some((each) => each.key === key))
              .map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(next) => next && set(weights.with(place, { role: next, weight }))}
          />
          <TextInput
            name={`weight-${place}`}
            label={t('weightOf', { role: nameOf(role) })}
            type="number"
            min={1}
            max={100}
            value={String(weight)}
            onChange={(text) => set(weights.with(place, { role, weight: whole(text, 100) }))}
          />
          <IconButton
            aria-label={t('removeWeight', { role: nameOf(role) })}
            onClick={() => set(weights.toSpliced(place, 1))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {free[0] && (
        <Button
          size="small"
          startIcon={<Plus />}
          onClick={() => set([...weights, { role: free[0]?.key ?? '', weight: 2 }])}
        >
          {t('addWeight')}
        </Button>
      )}
    </>
  );
}
