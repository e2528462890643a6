import { NODE_ACCESS, type FieldDefinition, type Option } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/localize';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { FormulaInput } from './formula-input.tsx';
import { OptionsInput } from './options-input.tsx';

type Part = string | number | boolean | object | undefined;

const numbers: Partial<Record<FieldDefinition['type'], readonly string[]>> = {
  text: ['minLength', 'maxLength'],
  multiline: ['minLength', 'maxLength'],
  rich_text: ['minLength', 'maxLength'],
  number: ['min', 'max', 'precision'],
  amount: ['minMinor', 'maxMinor'],
  multi_select: ['minCount', 'maxCount'],
  checkbox: ['minCount', 'maxCount'],
  attachment: ['maxCount', 'maxBytes'],
  image: ['maxCount', 'maxBytes'],
  product_lines: ['maxCount'],
  formula: ['precision'],
  serial_number: ['digits'],
};

const flags = ['required', 'unique', 'searchable'] as const;

interface FieldInspectorProps {
  field: FieldDefinition;
  onChange: (field: FieldDefinition, move?: string) => void;
}

/** Everything that an admin says about one field. */
export function FieldInspector({ field, onChange }: FieldInspectorProps) {
  const { t, i18n } = useTranslation('form-designer');
  const { definition } = useDraft();
  const parts = field as unknown as Readonly<Record<string, Part>>;
  /** What is left empty is not in the definition at all. */
  const set = (name: string, value: Part) => {
    const { [name]: _before, ...rest } = parts;
    onChange(
      (value === undefined ? rest : { ...parts, [name]: value }) as unknown as FieldDefinition,
      `${field.key}.${name}`,
    );
  };
  const textOf = (name: string) => parts[name] as { en: string; zh: string } | undefined;
  const isValue = field.type !== 'divider';
  const stops = definition.flow.nodes.filter(({ kind }) => kind === 'start' || kind === 'handle' || kind === 'approve');
  return (
    <div className="inspector" role="group" aria-label={t('inspector', { key: field.key })}>
      <h2>
        {t(`type.${field.type}`)} <span className="mono small quiet">{field.key}</span>
      </h2>
      <LocalizedInput
        name="label"
        label={t('label')}
        isRequired
        value={textOf('label')}
        onChange={(text) => set('label', text ?? { en: '', zh: '' })}
      />
      {isValue && (
        <>
          {flags.map((flag) => (
            <label key={flag} className="admin-option">
              <input
                type="checkbox"
                className="check"
                checked={parts[flag] === true}
                onChange={({ target }) => set(flag, target.checked || undefined)}
              />
              {t(`flag.${flag}`)}
            </label>
          ))}
          <SelectInput
            name="span"
            label={t('width')}
            value={String(field.span ?? 1)}
            options={['1', '2', '3'].map((value) => ({ value, label: t('columns', { count: Number(value) }) }))}
            onChange={(value) => set('span', value === '1' ? undefined : Number(value))}
          />
          {'options' in field && field.type !== 'cascading_select' && (
            <OptionsInput options={field.options} onChange={(options: Option[]) => set('options', options)} />
          )}
          {field.type === 'cascading_select' && (
            <OptionsInput
              options={field.options}
              onChange={(options) => {
                const children = new Map(field.options.map((one) => [one.value, one.children]));
                set(
                  'options',
                  options.map((one) => ({
                    ...one,
                    ...(children.get(one.value) ? { children: children.get(one.value) } : {}),
                  })),
                );
              }}
            />
          )}
          {field.type === 'formula' && (
            <FormulaInput field={field} onChange={(expression) => set('expression', expression)} />
          )}
          <div className="localized">
            {(numbers[field.type] ?? []).map((name) => (
              <TextInput
                key={name}
                name={name}
                type="number"
                label={t(`limit.${name as 'min'}`)}
                value={parts[name] === undefined ? '' : String(parts[name] as number)}
                onChange={(text) => set(name, text === '' ? undefined : Number(text))}
              />
            ))}
          </div>
          <LocalizedInput name="hint" label={t('hint')} value={textOf('hint')} onChange={(text) => set('hint', text)} />
          <LocalizedInput
            name="placeholder"
            label={t('placeholder')}
            value={textOf('placeholder')}
            onChange={(text) => set('placeholder', text)}
          />
        </>
      )}
      <fieldset className="grant">
        <legend>{t('access.title')}</legend>
        {stops.map((node) => (
          <SelectInput
            key={node.id}
            name={`access-${node.id}`}
            label={localize(node.name, i18n.language)}
            value={field.nodes?.[node.id] ?? ''}
            options={[
              { value: '', label: t('access.usual') },
              ...NODE_ACCESS.map((value) => ({ value, label: t(`access.${value}`) })),
            ]}
            onChange={(value) => {
              const { [node.id]: _before, ...rest } = field.nodes ?? {};
              const nodes = value ? { ...rest, [node.id]: value } : rest;
              set('nodes', Object.keys(nodes).length > 0 ? nodes : undefined);
            }}
          />
        ))}
      </fieldset>
    </div>
  );
}
