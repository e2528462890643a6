import { localizedText, type LocalizedText } from '@handoff/core/platform/text/localized-text';
import { z } from 'zod';

/** A field of a plugin's form; `json` is whatever no other kind can draw. */
export interface PluginField {
  name: string;
  kind: 'text' | 'number' | 'boolean' | 'lines' | 'select' | 'secret' | 'json';
  title: LocalizedText;
  description?: LocalizedText;
  isRequired: boolean;
  options: readonly string[];
  standard: unknown;
}

export type PluginValues = Readonly<Record<string, string | boolean>>;

const property = z.object({
  type: z.string().optional(),
  items: z.object({ type: z.string().optional() }).optional(),
  enum: z.array(z.string()).optional().catch(undefined),
  title: localizedText.optional(),
  description: localizedText.optional(),
  secret: z.boolean().optional(),
  default: z.unknown().optional(),
});
type Property = z.infer<typeof property>;

const formSchema = z.object({
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).default([]),
});

/** The fields of a plugin's JSON Schema, in its order. Throws if it is no form. */
export function readPluginForm(schema: unknown): PluginField[] {
  const { properties, required } = formSchema.parse(schema);
  return Object.entries(properties).map(([name, each]) => ({
    name,
    kind: kindOf(each),
    title: each.title ?? { en: name, zh: name },
    description: each.description,
    isRequired: required.includes(name),
    options: each.enum ?? [],
    standard: each.default,
  }));
}

function kindOf({ type, items, enum: options, secret }: Property): PluginField['kind'] {
  if (secret) return 'secret';
  if (options) return 'select';
  if (type === 'string') return 'text';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'array' && items?.type === 'string') return 'lines';
  return 'json';
}

/** What the form shows at first: the stored entries, else the standard ones. Secrets are never shown. */
export const shownValues = (fields: readonly PluginField[], stored: Record<string, unknown>): PluginValues =>
  Object.fromEntries(fields.map((field) => [field.name, shownValue(field, stored[field.name] ?? field.standard)]));

function shownValue({ kind }: PluginField, entry: unknown): string | boolean {
  if (kind === 'boolean') return entry === true;
  if (entry === undefined || entry === null || kind === 'secret') return '';
  if (kind === 'lines') return (entry as string[]).join('\n');
  return kind === 'json' ? JSON.stringify(entry) : String(entry);
}

/** What was typed as the plugin takes it: an empty field is left out, and what cannot be read is sent to be refused. */
export function entriesOf(fields: readonly PluginField[], values: PluginValues): Record<string, unknown> {
  const filled = fields.filter(({ name }) => typeof values[name] === 'boolean' || values[name]?.trim());
  return Object.fromEntries(filled.map((field) => [field.name, entryOf(field, values[field.name] ?? '')]));
}

function entryOf({ kind }: PluginField, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value;
  if (kind === 'number') return Number.isNaN(Number(value)) ? value : Number(value);
  if (kind === 'json') return readJson(value);
  if (kind !== 'lines') return value;
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
