import { z } from 'zod';
import { idOf } from '../platform/id.ts';

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

/** The facts of a customer: one schema for form, API and use-case. */
const customerFacts = z.object({
  name: z.string().trim().min(1).max(200),
  company: z.string().trim().max(200).nullish(),
  kind: customerKindSchema,
  level: customerLevelSchema.nullish(),
  source: customerSourceSchema.nullish(),
  email: z.email().max(200).nullish(),
  region: z.string().trim().max(100).nullish(),
  address: z.string().trim().max(500).nullish(),
  remark: z.string().trim().max(2000).nullish(),
  ownerId: idOf('Agent').nullish(),
  phones: z.array(customerPhoneInput).max(20),
  identities: z.array(customerIdentityInput).max(20),
});

export const createCustomerInput = customerFacts.extend({
  kind: customerKindSchema.default('household'),
  phones: z.array(customerPhoneInput).max(20).default([]),
  identities: z.array(customerIdentityInput).max(20).default([]),
});
export const updateCustomerInput = customerFacts
  .partial()
  .extend({ customerId: idOf('Customer'), expectedVersion: z.int().min(1) });
export type CreateCustomerInput = z.input<typeof createCustomerInput>;
export type UpdateCustomerInput = z.input<typeof updateCustomerInput>;
