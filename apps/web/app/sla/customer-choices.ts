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

interface ValueLists {
  types: { options: readonly ListValue[] } | null;
  sources: { options: readonly ListValue[] } | null;
}

const choicesOf = (values: readonly ListValue[]): SelectOption[] =>
  values.map(({ key, label }) => ({ value: key, label: label.text }));

/** Values of lists as conditions choose and name them. */
export const customerChoicesOf = ({ types, sources }: ValueLists): CustomerChoices => ({
  types: choicesOf(types?.options ?? []),
  sources: choicesOf(sources?.options ?? []),
});
