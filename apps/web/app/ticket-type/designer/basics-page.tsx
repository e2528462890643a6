import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from './draft-context.tsx';
import { LocalizedInput } from './localized-input.tsx';

const icons = ['ticket', 'wrench', 'megaphone', 'shopping-cart', 'truck', 'package', 'phone', 'clipboard'];

/** Name, number prefix and what else people see of a type before they open it. */
export default function BasicsPage() {
  const { t } = useTranslation('designer');
  const { definition, edit } = useDraft();
  const { key, name, description, category, prefix, icon, isSalesOrder, holdsParent } = definition;
  const choices = icons.includes(icon) ? icons : [icon, ...icons];
  return (
    <div className="designer-page">
      <LocalizedInput
        name="name"
        label={t('part.name')}
        isRequired
        value={name}
        onChange={(next) => edit({ ...definition, name: next ?? { en: '', zh: '' } }, 'name')}
      />
      <LocalizedInput
        name="description"
        label={t('part.description')}
        rows={2}
        value={description}
        onChange={(next) => {
          const { description: _before, ...rest } = definition;
          edit(next ? { ...rest, description: next } : rest, 'description');
        }}
      />
      <LocalizedInput
        name="category"
        label={t('part.category')}
        value={category}
        onChange={(next) => {
          const { category: _before, ...rest } = definition;
          edit(next ? { ...rest, category: next } : rest, 'category');
        }}
      />
      <div className="localized">
        <TextInput
          name="prefix"
          label={t('part.prefix')}
          hint={t('hint.prefix')}
          isRequired
          maxLength={6}
          value={prefix}
          onChange={(next) => edit({ ...definition, prefix: next.toUpperCase() }, 'prefix')}
        />
        <TextInput name="key" label={t('part.key')} hint={t('hint.key')} value={key} isReadOnly />
        <SelectInput
          name="icon"
          label={t('part.icon')}
          value={icon}
          options={choices.map((one) => ({ value: one, label: one }))}
          onChange={(next) => edit({ ...definition, icon: next ?? 'ticket' })}
        />
      </div>
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          checked={isSalesOrder}
          onChange={({ target }) => edit({ ...definition, isSalesOrder: target.checked })}
        />
        {t('part.isSalesOrder')}
      </label>
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          checked={holdsParent ?? false}
          onChange={({ target }) => edit({ ...definition, holdsParent: target.checked })}
        />
        {t('part.holdsParent')}
      </label>
    </div>
  );
}
