import { z } from 'zod';
import { condition } from '../condition/condition.ts';
import { localizedText } from '../platform/text/localized-text.ts';
import { stableKey } from '../platform/text/stable-key.ts';
import { fieldDefinition } from './field-definition.ts';

const fields = z.array(stableKey).min(1).max(200);
const written = z.union([z.string().max(20000), z.number(), z.array(z.string().max(500)).max(500), z.null()]);

/** What a rule does to other fields while its condition holds. */
export const ruleAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('show'), fields }),
  z.strictObject({ action: z.literal('hide'), fields }),
  z.strictObject({ action: z.literal('read_only'), fields }),
  z.strictObject({ action: z.literal('editable'), fields }),
  z.strictObject({ action: z.literal('require'), fields }),
  z.strictObject({
    action: z.literal('set_value'),
    field: stableKey,
    value: written,
    /** `always` forces the value; `when_empty` offers it where nothing was entered. */
    mode: z.enum(['always', 'when_empty']),
  }),
  z.strictObject({
    action: z.literal('set_options'),
    field: stableKey,
    options: z.array(z.string().max(60)).min(1).max(500),
  }),
]);

export const formRule = z.strictObject({
  key: stableKey,
  name: localizedText.optional(),
  when: condition,
  then: z.array(ruleAction).min(1).max(20),
});

export const formSection = z.strictObject({
  key: stableKey,
  label: localizedText,
  columns: z.int().min(1).max(3),
  fields: z.array(fieldDefinition).max(200),
});

/** A form as an admin designs it: sections in order, each with its fields in order, and the rules between fields. */
export const formDefinition = z.strictObject({
  sections: z.array(formSection).min(1).max(50),
  rules: z.array(formRule).max(500),
});

export type RuleAction = z.infer<typeof ruleAction>;
export type FormRule = z.infer<typeof formRule>;
export type FormSection = z.infer<typeof formSection>;
export type FormDefinition = z.infer<typeof formDefinition>;
