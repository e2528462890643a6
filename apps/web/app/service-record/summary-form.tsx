import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { inTreeOrder } from '~/parameter/option-tree.ts';
import { useToast } from '~/shell/toast.tsx';
import type { ServiceSummary } from './service-operations.ts';

interface SummaryFormProps {
  call: ServiceSummary;
  path: string;
}

/** The lists that the group's template asks for, and room for words. A value out of use is offered only where it was noted. */
export function SummaryForm({ call: { id, serviceTemplate, serviceRecord }, path }: SummaryFormProps) {
  const { t } = useTranslation('service-record');
  const toast = useToast();
  const noted = Object.fromEntries(
    (serviceRecord?.values ?? []).map(({ parameter, option }) => [parameter?.id ?? '', option?.id ?? '']),
  );
  const [values, setValues] = useState<Record<string, string>>(noted);
  const [remark, setRemark] = useState(serviceRecord?.remark ?? '');
  const { save, fault, isSaving } = useSave(() => toast(t('saved')), path);
  const parts = (serviceTemplate?.parts ?? []).flatMap(({ parameter, isRequired }) =>
    parameter && (parameter.isActive || noted[parameter.id])
      ? [{ ...parameter, isRequired: isRequired && parameter.isActive }]
      : [],
  );
  const errorAt = (parameterId: string) =>
    fault?.issues.find(({ path: [, place] }) => place !== undefined && atob(parameterId).endsWith(`:${place}`))
      ?.message;
  return (
    <form
      noValidate
      className="admin-form"
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaving) return;
        const chosen = Object.entries(values).filter(([, optionId]) => optionId !== '');
        save('note', {
          callId: id,
          expectedVersion: serviceRecord?.version ?? 0,
          values: chosen.map(([parameterId, optionId]) => ({ parameterId, optionId })),
          remark: remark || null,
        });
      }}
    >
      <FaultNote fault={fault} />
      {parts.map((part) => (
        <SelectInput
          key={part.id}
          name={part.id}
          label={part.label.text}
          isRequired={part.isRequired}
          value={values[part.id] || null}
          error={errorAt(part.id)}
          options={inTreeOrder(part.options.filter((option) => option.isOffered || option.id === noted[part.id])).map(
            ({ option, level }) => ({ value: option.id, label: `${'– '.repeat(level)}${option.label.text}` }),
          )}
          onChange={(optionId) => setValues((before) => ({ ...before, [part.id]: optionId ?? '' }))}
        />
      ))}
      <TextInput name="remark" label={t('remark')} rows={3} maxLength={4000} value={remark} onChange={setRemark} />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
        {serviceRecord && (
          <span className="small quiet">
            {t('noted', { name: serviceRecord.agent?.name ?? '' })} <Moment at={serviceRecord.updatedAt} />
          </span>
        )}
      </div>
    </form>
  );
}
