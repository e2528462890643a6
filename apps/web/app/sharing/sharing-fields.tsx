import { useTranslation } from 'react-i18next';
import { PickerInput } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';

export const sharings = ['NOBODY', 'GROUPS', 'ALL'] as const;
export type Sharing = (typeof sharings)[number];

export interface Shared {
  sharing: Sharing;
  groupIds: readonly string[];
}

interface SharingFieldsProps {
  value: Shared;
  groups: readonly { id: string; name: string }[];
  error?: string;
  onChange: (value: Shared) => void;
}

/** With whom something is shared. */
export function SharingFields({ value, groups, error, onChange }: SharingFieldsProps) {
  const { t } = useTranslation('list');
  const options = groups.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <SelectInput
        name="sharing"
        label={t('view.sharing.label')}
        isRequired
        value={value.sharing}
        options={sharings.map((each) => ({ value: each, label: t(`view.sharing.${each}`) }))}
        onChange={(next) => onChange({ ...value, sharing: sharings.find((each) => each === next) ?? 'NOBODY' })}
      />
      {value.sharing === 'GROUPS' && (
        <PickerInput
          label={t('view.groups')}
          isRequired
          isMultiple
          options={options}
          value={options.filter(({ id }) => value.groupIds.includes(id))}
          error={error}
          onChange={(chosen) => onChange({ ...value, groupIds: chosen.map(({ id }) => id) })}
        />
      )}
    </>
  );
}
