import { localize } from '@handoff/core/platform/text/localize';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from './error-summary.tsx';
import { FieldInput } from './field-input.tsx';
import type { FieldSources } from './field-sources.ts';
import type { DesignedFormState } from './use-designed-form.ts';

interface DesignedFormProps {
  state: DesignedFormState;
  sources: FieldSources;
  /** Everything to read and nothing to change. */
  isReadOnly?: boolean;
  /** The level below the heading that stands over the form. */
  headingLevel?: 2 | 3;
  /** Grows by one with each refused submit, which moves the focus to the first error. */
  refusals?: number;
}

/** The form that an admin designed, drawn field by field as its rules say right now. */
export function DesignedForm({
  state,
  sources,
  isReadOnly = false,
  headingLevel = 3,
  refusals = 0,
}: DesignedFormProps) {
  const { i18n } = useTranslation('form');
  const Heading = `h${headingLevel}` as const;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  return (
    <div ref={place} className="designed-form">
      {refusals > 0 && <ErrorSummary state={state} />}
      {state.form.sections.map((section) => {
        const shown = section.fields.flatMap((field) => {
          const resolved = state.resolved[field.key];
          return resolved?.visible ? [{ field, resolved }] : [];
        });
        if (shown.length === 0) return null;
        return (
          <section key={section.key} className="form-section" aria-label={localize(section.label, i18n.language)}>
            {state.form.sections.length > 1 && <Heading>{localize(section.label, i18n.language)}</Heading>}
            <div className="form-grid" data-columns={section.columns}>
              {shown.map(({ field, resolved }) => (
                <div
                  key={field.key}
                  id={`field-${field.key}`}
                  className={`span-${field.type === 'divider' ? 3 : Math.min(section.columns, field.span ?? 1)}`}
                >
                  <FieldInput
                    field={field}
                    resolved={resolved}
                    entered={state.values[field.key]}
                    error={state.errors[field.key]}
                    setValue={state.setValue}
                    leave={state.leave}
                    sources={sources}
                    isReadOnly={isReadOnly}
                  />
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
