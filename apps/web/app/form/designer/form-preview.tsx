import type { FormDefinition } from '@handoff/core/form/form-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { newRecordSources } from '~/form/find-choices.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

function Running({ form, nodeId }: { form: FormDefinition; nodeId: string }) {
  const state = useDesignedForm({ form, nodeId });
  return <DesignedForm state={state} sources={newRecordSources} />;
}

/** The form as people will see it at a step, with its rules running in the engine that the server runs too. */
export function FormPreview() {
  const { t, i18n } = useTranslation('form-designer');
  const { definition } = useDraft();
  const form = useDeferredValue(definition.form);
  const stops = definition.flow.nodes.filter(({ kind }) => kind === 'start' || kind === 'handle' || kind === 'approve');
  const [nodeId, setNodeId] = useState(stops[0]?.id ?? '');
  return (
    <section className="form-preview" aria-label={t('preview')}>
      <SelectInput
        name="preview-node"
        label={t('previewAs')}
        value={nodeId}
        options={stops.map(({ id, name }) => ({ value: id, label: localize(name, i18n.language) }))}
        onChange={(value) => value && setNodeId(value)}
      />
      <Running form={form} nodeId={nodeId} />
    </section>
  );
}
