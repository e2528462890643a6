import type { ValueField } from '@handoff/core/form/field-definition';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import type { ExternalFormRecord } from './external-form-operations.ts';
import { FieldChoice } from './field-choice.tsx';
import { FormOptions } from './form-options.tsx';

interface FormEditorProps {
  form: ExternalFormRecord;
  agents: readonly { id: string; name: string }[];
}

const textOf = (text: { en: string; zh: string } | null): LocalizedText | undefined =>
  text ? { en: text.en, zh: text.zh } : undefined;

/** Words, fields and options of a form; saved together, and in force at once where it is in use. */
export function FormEditor({ form, agents }: FormEditorProps) {
  const { t } = useTranslation('external-form');
  const toast = useToast();
  const [draft, setDraft] = useState(() => ({
    title: textOf(form.title),
    intro: textOf(form.intro),
    thanks: textOf(form.thanks),
    responsibleId: form.responsible?.id ?? null,
    fields: form.fields.map(({ key, isRequired, label }) => ({ key, isRequired, label: textOf(label) ?? null })),
    contact: form.contact,
    needsCaptcha: form.needsCaptcha,
    maxFiles: String(form.maxFiles),
    maxFileMegabytes: String(form.maxFileMegabytes),
    fileKinds: form.fileKinds,
  }));
  const { save, fault, isSaving } = useSave(() => toast(t('saved')));
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      noValidate
      className="admin-section"
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaving) return;
        save('update', {
          ...draft,
          intro: draft.intro ?? null,
          thanks: draft.thanks ?? null,
          responsibleId: draft.responsibleId ?? undefined,
          maxFiles: Number(draft.maxFiles) || 0,
          maxFileMegabytes: Number(draft.maxFileMegabytes) || 0,
          formId: form.id,
          expectedVersion: form.version,
        });
      }}
    >
      <FaultNote fault={fault} />
      <div className="admin-columns">
        <section className="admin-section" aria-labelledby="form-words">
          <h2 id="form-words">{t('words')}</h2>
          <LocalizedInput
            name="title"
            label={t('name')}
            isRequired
            value={draft.title}
            onChange={(title) => set({ title })}
          />
          <LocalizedInput
            name="intro"
            label={t('intro')}
            rows={3}
            value={draft.intro}
            onChange={(intro) => set({ intro })}
          />
          <LocalizedInput
            name="thanks"
            label={t('thanks')}
            rows={2}
            value={draft.thanks}
            onChange={(thanks) => set({ thanks })}
          />
          <SelectInput
            name="responsible"
            label={t('responsible')}
            hint={t('responsibleHint')}
            isRequired
            value={draft.responsibleId}
            options={agents.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(responsibleId) => set({ responsibleId })}
          />
          <FormOptions options={draft} onChange={set} />
        </section>
        <FieldChoice
          offered={form.offeredFields as ValueField[]}
          chosen={draft.fields}
          onChange={(fields) => set({ fields })}
        />
      </div>
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
