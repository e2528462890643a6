import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Chip } from '~/mark/chip.tsx';

/** Whether a shared field is offered to forms, or when its values go. */
export function FieldState({ field }: { field: { isActive: boolean; purgeAt: string | null } }) {
  const { t } = useTranslation('shared-field');
  const { date } = useFormat();
  if (field.purgeAt) return <Chip tone="bad">{t('deleting', { date: date(field.purgeAt) })}</Chip>;
  return <Chip tone={field.isActive ? 'ok' : 'mute'}>{t(field.isActive ? 'inUse' : 'outOfUse')}</Chip>;
}
