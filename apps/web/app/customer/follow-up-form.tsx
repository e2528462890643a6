import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime } from '~/format/wall-time.ts';
import { useToast } from '~/shell/toast.tsx';
import { followUpMethods, followUpStages } from './customer-choices.ts';

const nothing = { method: 'CALL', stage: '', body: '', nextAt: '' };

/** What was talked about, and when to talk again. A record stays as it is. */
export function FollowUpForm({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer');
  const { timeZone } = useFormat();
  const toast = useToast();
  const [entry, setEntry] = useState(nothing);
  const [isMissing, setIsMissing] = useState(false);
  const { save, fault, isSaving } = useSave(() => {
    setEntry(nothing);
    toast(t('followUp.saved'));
  });
  const change = (part: Partial<typeof nothing>) => setEntry((before) => ({ ...before, ...part }));
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  return (
    <form
      noValidate
      className="customer-section"
      onSubmit={(event) => {
        event.preventDefault();
        const { method, stage, body, nextAt } = entry;
        setIsMissing(!body.trim());
        if (!body.trim() || isSaving) return;
        save('followUp', {
          customerId,
          method,
          body,
          stage: stage || null,
          nextAt: fromWallTime(nextAt, timeZone) || null,
        });
      }}
    >
      <h2>{t('followUp.title')}</h2>
      <FaultNote fault={fault} shown={['body', 'nextAt']} />
      <SelectInput
        name="method"
        label={t('followUp.method')}
        isRequired
        value={entry.method}
        options={followUpMethods.map((method) => ({ value: method, label: t(`method.${method}`) }))}
        onChange={(method) => change({ method: method ?? 'CALL' })}
      />
      <SelectInput
        name="stage"
        label={t('followUp.stage')}
        value={entry.stage || null}
        options={followUpStages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
        onChange={(stage) => change({ stage: stage ?? '' })}
      />
      <TextInput
        name="body"
        label={t('followUp.body')}
        isRequired
        rows={4}
        value={entry.body}
        error={isMissing && !entry.body.trim() ? t('followUp.missing') : errorAt('body')}
        onChange={(body) => change({ body })}
      />
      <TextInput
        name="nextAt"
        type="datetime-local"
        label={t('followUp.next')}
        value={entry.nextAt}
        error={errorAt('nextAt')}
        onChange={(nextAt) => change({ nextAt })}
      />
      <p className="small quiet">{t('followUp.stays')}</p>
      <div>
        <Button type="submit" aria-disabled={isSaving}>
          {t('followUp.save')}
        </Button>
      </div>
    </form>
  );
}
