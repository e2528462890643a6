import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import type { SelectOption } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

/** The fields of the form as choices; dividers hold nothing. */
export function useFormFields(types?: readonly string[]): SelectOption[] {
  const { i18n } = useTranslation();
  return formFields(useDraft().definition.form).flatMap((field) =>
    field.type === 'divider' || (types && !types.includes(field.type))
      ? []
      : [{ value: field.key, label: localize(field.label, i18n.language) }],
  );
}
