import { z } from 'zod';
import { localizedText, type LocalizedText } from '../platform/text/localized-text.ts';
import { stableKey } from '../platform/text/stable-key.ts';
import { expression } from './expression.ts';

export const NODE_ACCESS = ['hidden', 'read_only', 'editable', 'required'] as const;
export type NodeAccess = (typeof NODE_ACCESS)[number];

export const option = z.strictObject({ value: z.string().min(1).max(60), label: localizedText });
export type Option = z.infer<typeof option>;

export interface TreeOption {
  value: string;
  label: LocalizedText;
  children?: TreeOption[];
}

export const treeOption: z.ZodType<TreeOption> = z.lazy(() =>
  z.strictObject({
    value: z.string().min(1).max(60),
    label: localizedText,
    children: z.array(treeOption).max(500).optional(),
  }),
);

const base = {
  key: stableKey,
  label: localizedText,
  hint: localizedText.optional(),
  placeholder: localizedText.optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  searchable: z.boolean().optional(),
  /** The field of this key that forms share; what it says is taken over from there at each publishing. */
  isShared: z.literal(true).optional(),
  /** How many of the section's columns the field spans. */
  span: z.int().min(1).max(3).optional(),
  /** What a person may do with the field at each flow node; `*` speaks for the nodes not named. Unnamed: editable. */
  nodes: z.record(z.string().max(60), z.enum(NODE_ACCESS)).optional(),
};

const options = z.array(option).min(1).max(500);
const choice = { ...base, options, default: z.string().max(60).optional() };
const choices = {
  ...base,
  options,
  minCount: z.int().min(0).optional(),
  maxCount: z.int().min(1).optional(),
  default: z.array(z.string().max(60)).max(500).optional(),
};
const written = { ...base, minLength: z.int().min(0).optional(), default: z.string().max(20000).optional() };
const files = { ...base, maxCount: z.int().min(1).max(50).optional(), maxBytes: z.int().min(1).optional() };
const currency = z.string().regex(/^[A-Z]{3}$/, 'use a currency code such as CNY | 请用货币代码,例如 CNY');

/** One field of a form. Length counts characters, amounts are in minor units of their currency (CNY unless named). */
export const fieldDefinition = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...written,
    maxLength: z.int().min(1).max(1000).optional(),
    /** What its text stands for: parcels of which the ticket's page tells where they are. */
    holds: z.literal('courier_number').optional(),
  }),
  z.strictObject({ type: z.literal('multiline'), ...written, maxLength: z.int().min(1).max(20000).optional() }),
  z.strictObject({ type: z.literal('rich_text'), ...written, maxLength: z.int().min(1).max(100000).optional() }),
  z.strictObject({
    type: z.literal('number'),
    ...base,
    min: z.number().optional(),
    max: z.number().optional(),
    precision: z.int().min(0).max(6).optional(),
    unit: localizedText.optional(),
    default: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('amount'),
    ...base,
    currency: currency.optional(),
    minMinor: z.int().optional(),
    maxMinor: z.int().optional(),
    default: z.int().optional(),
  }),
  z.strictObject({ type: z.literal('date'), ...base, min: z.iso.date().optional(), max: z.iso.date().optional() }),
  z.strictObject({ type: z.literal('datetime'), ...base }),
  z.strictObject({ type: z.literal('single_select'), ...choice }),
  z.strictObject({ type: z.literal('radio'), ...choice }),
  z.strictObject({ type: z.literal('multi_select'), ...choices }),
  z.strictObject({ type: z.literal('checkbox'), ...choices }),
  z.strictObject({
    type: z.literal('cascading_select'),
    ...base,
    options: z.array(treeOption).min(1).max(500),
    mustReachLeaf: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('phone'),
    ...base,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'use a country code such as CN | 请用国家代码,例如 CN')
      .optional(),
  }),
  z.strictObject({ type: z.literal('email'), ...base }),
  z.strictObject({ type: z.literal('id_number'), ...base }),
  z.strictObject({ type: z.literal('address'), ...base }),
  z.strictObject({ type: z.literal('member'), ...base }),
  z.strictObject({ type: z.literal('department'), ...base }),
  z.strictObject({ type: z.literal('customer'), ...base }),
  z.strictObject({ type: z.literal('attachment'), ...files }),
  z.strictObject({ type: z.literal('image'), ...files }),
  z.strictObject({
    type: z.literal('product_lines'),
    ...base,
    currency: currency.optional(),
    maxCount: z.int().min(1).max(500).optional(),
  }),
  z.strictObject({
    type: z.literal('formula'),
    ...base,
    expression,
    result: z.enum(['number', 'amount']),
    currency: currency.optional(),
    precision: z.int().min(0).max(6).optional(),
  }),
  z.strictObject({
    type: z.literal('serial_number'),
    ...base,
    prefix: z.string().max(20).optional(),
    digits: z.int().min(3).max(12).optional(),
  }),
  z.strictObject({ type: z.literal('divider'), key: stableKey, label: localizedText.optional(), nodes: base.nodes }),
]);

export type FieldDefinition = z.infer<typeof fieldDefinition>;
export type FieldType = FieldDefinition['type'];
export type FieldOf<T extends FieldType> = Extract<FieldDefinition, { type: T }>;
/** A field that holds a value, i.e. everything but a divider. */
export type ValueField = Exclude<FieldDefinition, { type: 'divider' }>;
