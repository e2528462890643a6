import { NODE_ACCESS, type FieldDefinition } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { FieldFacts, FieldName, withPart, type Part } from './field/field-facts.tsx';

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
  const set = (name: string, value: Part) => onChange(withPart(field, name, value), `${field.key}.${name}`);
  const isValue = field.type !== 'divider';
  const isShared = field.type !== 'divider' && field.isShared === true;
  const stops = definition.flow.nodes.filter(({ kind }) => kind === 'start' || kind === 'handle' || kind === 'approve');
  return (
    <div className="inspector" role="group" aria-label={t('inspector', { key: field.key })}>
      <h2>
        {t(`type.${field.type}`)} <span className="mono small quiet">{field.key}</span>
      </h2>
      {isShared ? (
        <p className="small quiet">
          {t('shared.follows', { name: localize(field.label ?? { en: field.key, zh: field.key }, i18n.language) })}{' '}
          <Link to="/admin/fields">{t('shared.open')}</Link>{' '}
          <button type="button" className="link-button" onClick={() => set('isShared', undefined)}>
            {t('shared.detach')}
          </button>
        </p>
      ) : (
        <FieldName field={field} set={set} />
      )}
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
          {!isShared && <FieldFacts field={field} set={set} />}
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
