import type { SelectOption } from '~/form/select-input.tsx';

/** The values of the lists that customers' facts are of. */
export interface CustomerChoices {
  types: readonly SelectOption[];
  sources: readonly SelectOption[];
}

interface ListValue {
  key: string;
  label: { text: string };
}

/** Values of a list as conditions choose and name them. */
export const choicesOf = (values: readonly ListValue[] = []): SelectOption[] =>
  values.map(({ key, label }) => ({ value: key, label: label.text }));
