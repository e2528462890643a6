import type { SelectOption } from '~/form/select-input.tsx';

/** A field of a form of administration, by the name that the mutation's input has for it. */
export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'long' | 'email' | 'tel' | 'date' | 'password' | 'number' | 'select' | 'zone' | 'many' | 'flag';
  options?: readonly SelectOption[];
  isRequired?: boolean;
  hint?: string;
}

export type FormValue = string | readonly string[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** The values as the mutation takes them: what is left empty is nothing. */
export const toInput = (fields: readonly FormField[], values: FormValues): Record<string, unknown> =>
  Object.fromEntries<unknown>(
    fields.map(({ name, kind, isRequired }): [string, unknown] => {
      const value = values[name] ?? (kind === 'many' ? [] : '');
      if (kind === 'flag') return [name, value === 'true'];
      if (value !== '' && kind === 'number') return [name, Number(value)];
      if (value !== '' && kind === 'date') return [name, `${String(value)}T23:59:59Z`];
      return [name, value === '' && !isRequired ? null : value];
    }),
  );

/** The required fields that are empty. */
export const missingOf = (fields: readonly FormField[], values: FormValues): string[] =>
  fields
    .filter(({ name, isRequired }) => isRequired && (values[name] === undefined || values[name].length === 0))
    .map((field) => field.name);
