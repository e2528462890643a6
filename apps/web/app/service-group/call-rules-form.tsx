import { useTranslation } from 'react-i18next';
import { RecordForm } from '~/admin/record-form.tsx';
import type { FormField } from '~/admin/form-field.ts';
import { useToast } from '~/shell/toast.tsx';

interface Choice {
  id: string;
  isActive: boolean;
  label: { text: string };
}

interface CallRulesFormProps {
  fixed: Record<string, unknown>;
  rules: {
    ringSeconds: number;
    wrapUpSeconds: number;
    isDispositionRequired: boolean;
    afterHoursGroup: { id: string } | null;
    missedReason: { id: string } | null;
    dispositions: readonly { id: string }[];
  };
  /** The other groups that serve calls. */
  groups: readonly { id: string; name: string }[];
  reasons: readonly Choice[];
  dispositions: readonly Choice[];
}

/** How the calls of a group ring, wrap up and end. */
export function CallRulesForm({ fixed, rules, groups, reasons, dispositions }: CallRulesFormProps) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const options = (choices: readonly Choice[]) =>
    choices.map(({ id, isActive, label }) => ({
      value: id,
      label: isActive ? label.text : t('choice.namedOutOfUse', { name: label.text }),
    }));
  const fields: FormField[] = [
    { name: 'ringSeconds', label: t('group.ringSeconds'), kind: 'number', isRequired: true, hint: t('group.ringHint') },
    { name: 'wrapUpSeconds', label: t('group.wrapUpSeconds'), kind: 'number', isRequired: true },
    {
      name: 'isDispositionRequired',
      label: t('group.isDispositionRequired'),
      kind: 'flag',
      isRequired: true,
      hint: t('group.requiredHint'),
    },
    {
      name: 'afterHoursGroupId',
      label: t('group.afterHours'),
      kind: 'select',
      hint: t('group.afterHoursHint'),
      options: groups.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'missedReasonId',
      label: t('group.missedReason'),
      kind: 'select',
      hint: t('group.missedHint'),
      options: options(reasons),
    },
    {
      name: 'dispositionIds',
      label: t('group.dispositions'),
      kind: 'many',
      hint: t('group.dispositionsHint'),
      options: options(dispositions),
    },
  ];
  return (
    <section className="admin-section" aria-labelledby="call-rules">
      <h2 id="call-rules">{t('group.calls')}</h2>
      <RecordForm
        intent="update"
        fields={fields}
        fixed={fixed}
        submitLabel={t('group.saveCalls')}
        onSaved={() => toast(t('saved'))}
        initial={{
          ringSeconds: String(rules.ringSeconds),
          wrapUpSeconds: String(rules.wrapUpSeconds),
          isDispositionRequired: rules.isDispositionRequired ? 'true' : 'false',
          afterHoursGroupId: rules.afterHoursGroup?.id ?? '',
          missedReasonId: rules.missedReason?.id ?? '',
          dispositionIds: rules.dispositions.map(({ id }) => id),
        }}
      />
    </section>
  );
}
