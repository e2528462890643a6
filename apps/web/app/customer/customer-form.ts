import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { ResultOf } from '~/graphql/graphql.ts';
import type { customerOwnersQuery } from './customer-operations.ts';

type Owners = ResultOf<typeof customerOwnersQuery>;

/** What the form of a customer has besides its built-in fields, and which of those have to be filled in. */
export const readCustomerForm = ({ customerForm, customerFields }: Owners) => ({
  form: customerForm as FormDefinition | null,
  required: customerFields
    .filter(({ kind, isRequired }) => kind === 'REQUIRED_SYSTEM' && isRequired)
    .map(({ key }) => key),
});
