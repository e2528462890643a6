import { z } from 'zod';
import { ValidationError } from '../platform/errors.ts';
import { idOf } from '../platform/id.ts';
import { isMasked } from '../platform/text/mask.ts';
import { answersSchema } from '../ticket/ticket-input.ts';

export const customerKindSchema = z.enum(['household', 'business', 'property', 'dealer']);
export const customerLevelSchema = z.enum(['standard', 'silver', 'gold']);
export const customerSourceSchema = z.enum(['inbound_call', 'referral', 'web', 'shop', 'campaign', 'other']);

export const customerPhoneInput = z.object({
  label: z.string().trim().max(60).nullish(),
  number: z.string().trim().min(3).max(40),
});

export const customerIdentityInput = z.object({
  channel: z.string().trim().min(1).max(30),
  externalId: z.string().trim().min(1).max(190),
  label: z.string().trim().max(100).nullish(),
});

/** An address, or the covered form of the stored one, which leaves it as it is. */
const emailSchema = z
  .string()
  .trim()
  .max(200)
  .refine(
    (text) => isMasked(text) || z.email().safeParse(text).success,
    'Enter an e-mail address such as name@example.com. | 请输入邮箱地址，例如 name@example.com。',
  );

/** The facts of a customer: one schema for form, API and use-case. */
const customerFacts = z.object({
  name: z.string().trim().min(1).max(200),
  company: z.string().trim().max(200).nullish(),
  kind: customerKindSchema,
  level: customerLevelSchema.nullish(),
  source: customerSourceSchema
    .nullish()
    .meta({ description: 'One of the sources that there were from the start; use sourceKey.' }),
  sourceKey: z.string().trim().max(60).nullish().meta({
    description: 'Where the customer comes from: the key of a value of the list customer-source. Wins over source.',
  }),
  typeKey: z.string().trim().max(60).nullish().meta({
    description: 'What sort of customer it is: the key of a value of the list customer-type.',
  }),
  email: emailSchema.nullish(),
  region: z.string().trim().max(100).nullish(),
  address: z.string().trim().max(500).nullish(),
  remark: z.string().trim().max(2000).nullish(),
  ownerId: idOf('Agent').nullish(),
  phones: z.array(customerPhoneInput).max(20),
  identities: z.array(customerIdentityInput).max(20),
  answers: answersSchema.meta({
    description: 'Answers to the chosen fields by their keys, as `customerFields` names them; those left out stay.',
  }),
});

export const createCustomerInput = customerFacts.extend({
  kind: customerKindSchema.default('household'),
  phones: z.array(customerPhoneInput).max(20).default([]),
  identities: z.array(customerIdentityInput).max(20).default([]),
  answers: answersSchema.default({}),
});
export const updateCustomerInput = customerFacts.partial().extend({
  customerId: idOf('Customer'),
  expectedVersion: z.int().min(1),
  before: customerFacts.partial().nullish().meta({
    description:
      'What the named facts were when they were read. With it, a change is merged with those that others made since; only facts that both changed are a conflict.',
  }),
});
export type CreateCustomerInput = z.input<typeof createCustomerInput>;
export type UpdateCustomerInput = z.input<typeof updateCustomerInput>;

interface ListedKeys {
  source?: string | null;
  sourceKey?: string | null;
  typeKey?: string | null;
}

/** The facts as they are kept: keys of lists under the facts' own names, that of the source in the place of its older name. */
export function withListed<Facts extends ListedKeys>(
  facts: Facts,
): Omit<Facts, keyof ListedKeys> & { source?: string | null; type?: string | null } {
  const { sourceKey, source, typeKey, ...rest } = facts;
  return {
    ...rest,
    ...(typeKey !== undefined && { type: typeKey || null }),
    ...(sourceKey !== undefined ? { source: sourceKey || null } : source !== undefined && { source }),
  };
}

/** The refusal of a covered address that is not the stored one's. */
export const coveredEmail = (): ValidationError =>
  ValidationError.at('email', 'masked_value', {
    en: 'This address is covered. Type it in full, or leave it as it was.',
    zh: '该邮箱已脱敏，请填写完整邮箱，或保持原样。',
  });
