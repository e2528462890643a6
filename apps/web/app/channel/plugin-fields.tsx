import type { Fault } from '~/graphql/mutation-result.ts';
import { PluginFieldInput } from './plugin-field-input.tsx';
import type { PluginField, PluginValues } from './plugin-form.ts';

interface PluginFieldsProps {
  fields: readonly PluginField[];
  values: PluginValues;
  secretsSet?: readonly string[];
  /** Where the mutation's input holds the entries: the first step of the path of each issue. */
  place: 'settings' | 'input';
  fault: Fault | null;
  onChange: (values: PluginValues) => void;
}

/** The fields of a plugin's form, each with what the server has against it. */
export function PluginFields({ fields, values, secretsSet = [], place, fault, onChange }: PluginFieldsProps) {
  return fields.map((field) => (
    <PluginFieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      isSet={secretsSet.includes(field.name)}
      error={fault?.issues.find(({ path }) => path[0] === place && path[1] === field.name)?.message}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

/** The fault without the issues that stand at a field, for the note above the form. */
export const faultElsewhere = (fault: Fault | null, fields: readonly PluginField[], place: string): Fault | null => {
  if (!fault || fault.issues.length === 0) return fault;
  const names = fields.map((field) => field.name);
  const issues = fault.issues.filter(({ path }) => path[0] !== place || !names.includes(path[1] ?? ''));
  return issues.length > 0 ? { ...fault, issues } : null;
};
