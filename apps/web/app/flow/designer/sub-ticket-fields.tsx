import type { NodeOf } from '@handoff/core/flow/flow-definition';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { mayFill } from '@handoff/core/form/may-fill';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useFetcher } from '@remix-run/react';
import { CopyCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { CheckBox } from './check-box.tsx';
import type { loader } from './child-fields-route.ts';
import type { KindFieldsProps } from './kind-fields.tsx';

/** The published fields of a type by which sub-tickets are made; null until they are there, or where there are none. */
function useChildFields(typeKey: string) {
  const { lists } = useDraft();
  const { data, load } = useFetcher<typeof loader>();
  const id = lists.ticketTypes.find(({ key }) => key === typeKey)?.id;
  useEffect(() => {
    if (id !== undefined) load(`/ticket-types/child-fields?type=${encodeURIComponent(id)}`);
  }, [id, load]);
  const isLoaded = id === undefined || data?.id === id;
  return { isLoaded, fields: isLoaded && data?.form ? formFields(data.form) : null };
}

/** Which ticket is made, what it takes over from this one and whether this one waits for it. */
export function SubTicketFields({ node, onChange }: KindFieldsProps<NodeOf<'sub_ticket'>>) {
  const { t } = useTranslation('flow-designer');
  const { lists } = useDraft();
  return (
    <>
      <SelectInput
        name="ticketType"
        label={t('ticketType')}
        isRequired
        value={node.ticketType}
        options={lists.ticketTypes.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(ticketType) => ticketType && onChange({ ...node, ticketType })}
      />
      <CopiedFields node={node} onChange={onChange} />
      <CheckBox
        label={t('waitForEnd')}
        checked={node.waitForEnd}
        onChange={(waitForEnd) => onChange({ ...node, waitForEnd })}
      />
    </>
  );
}

/** The fields of the sub-ticket that are filled from this ticket, where their kinds fit. */
function CopiedFields({ node, onChange }: KindFieldsProps<NodeOf<'sub_ticket'>>) {
  const { t, i18n } = useTranslation('flow-designer');
  const own = formFields(useDraft().definition.form);
  const { isLoaded, fields } = useChildFields(node.ticketType);
  const copied = Object.entries(node.copyFields);
  const setFields = (next: (readonly [string, string])[]) =>
    onChange({ ...node, copyFields: Object.fromEntries(next) });
  const childOf = (key: string) => fields?.find((field) => field.key === key);
  const nameOf = (field: FieldDefinition | undefined, key: string) =>
    field?.label ? localize(field.label, i18n.language) : key;
  const fitting = (child: FieldDefinition) => own.filter((field) => mayFill(field, child));
  const choice = (field: FieldDefinition) => ({ value: field.key, label: nameOf(field, field.key) });
  const free = (fields ?? []).filter(({ key }) => !Object.hasOwn(node.copyFields, key));
  const offered = free.filter((child) => fitting(child).length > 0);
  const sameNamed = offered.filter((child) => fitting(child).some(({ key }) => key === child.key));
  const missing = free.filter((child) => 'required' in child && child.required === true);
  return (
    <fieldset className="flow-rule grant">
      <legend>{t('copied.title')}</legend>
      {!isLoaded && <p className="small quiet">{t('copied.loading')}</p>}
      {isLoaded && !fields && <p className="small quiet">{t('copied.unpublished')}</p>}
      {copied.map(([key, from], index) => {
        const child = childOf(key);
        const fits = child ? fitting(child) : own.filter((field) => field.key === from);
        const isWrong = fields !== null && !fits.some((field) => field.key === from);
        return (
          <div key={key} className="flow-audience">
            <SelectInput
              name={`copy-${key}`}
              label={t('fills', { field: nameOf(child, key) })}
              isRequired
              value={from}
              options={fits.map(choice)}
              error={fields && !child ? t('copied.unknown') : isWrong ? t('copied.misfit', { field: from }) : undefined}
              onChange={(next) => next && setFields(copied.with(index, [key, next]))}
            />
            <IconButton
              size="small"
              aria-label={t('removeCopy', { field: nameOf(child, key) })}
              onClick={() => setFields(copied.toSpliced(index, 1))}
            >
              <X size={14} />
            </IconButton>
          </div>
        );
      })}
      {offered.length > 0 && (
        <SelectInput
          name="child"
          label={t('copied.add')}
          placeholder={t('copied.choose')}
          value={null}
          options={offered.map(choice)}
          onChange={(key) => {
            const child = key === null ? undefined : childOf(key);
            const fits = child ? fitting(child) : [];
            const from = fits.find((field) => field.key === key) ?? fits[0];
            if (key !== null && from) setFields([...copied, [key, from.key]]);
          }}
        />
      )}
      {sameNamed.length > 1 && (
        <div>
          <Button
            size="small"
            startIcon={<CopyCheck size={14} />}
            onClick={() => setFields([...copied, ...sameNamed.map(({ key }) => [key, key] as const)])}
          >
            {t('copied.addSame', { count: sameNamed.length })}
          </Button>
        </div>
      )}
      {missing.length > 0 && (
        <p className="small quiet">
          {t('copied.missing', { fields: missing.map((field) => nameOf(field, field.key)).join(t('comma')) })}
        </p>
      )}
    </fieldset>
  );
}
