import type { NodeOf } from '@handoff/core/flow/flow-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { CheckBox } from './check-box.tsx';
import type { KindFieldsProps } from './kind-fields.tsx';
import { useFormFields } from './use-form-fields.ts';

/** Which ticket is made, what it takes over from this one and whether this one waits for it. */
export function SubTicketFields({ node, onChange }: KindFieldsProps<NodeOf<'sub_ticket'>>) {
  const { t } = useTranslation('flow-designer');
  const { lists } = useDraft();
  const own = useFormFields();
  const [child, setChild] = useState('');
  const copied = Object.entries(node.copyFields);
  const setFields = (fields: (readonly [string, string])[]) =>
    onChange({ ...node, copyFields: Object.fromEntries(fields) });
  const [first] = own;
  const isFree = /^[a-z][a-z0-9_]*$/.test(child) && !Object.hasOwn(node.copyFields, child);
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
      {copied.map(([key, from], index) => (
        <div key={key} className="flow-audience">
          <SelectInput
            name={`copy-${key}`}
            label={t('fills', { field: key })}
            isRequired
            value={from}
            options={own}
            onChange={(next) => next && setFields(copied.with(index, [key, next]))}
          />
          <IconButton
            size="small"
            aria-label={t('removeCopy', { field: key })}
            onClick={() => setFields(copied.toSpliced(index, 1))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {first && (
        <div className="flow-audience">
          <TextInput
            name="child"
            label={t('childField')}
            hint={t('childFieldHint')}
            autoComplete="off"
            value={child}
            onChange={setChild}
          />
          <Button
            size="small"
            startIcon={<Plus size={14} />}
            disabled={!isFree}
            onClick={() => {
              setFields([...copied, [child, first.value]]);
              setChild('');
            }}
          >
            {t('addCopy')}
          </Button>
        </div>
      )}
      <CheckBox
        label={t('waitForEnd')}
        checked={node.waitForEnd}
        onChange={(waitForEnd) => onChange({ ...node, waitForEnd })}
      />
    </>
  );
}
