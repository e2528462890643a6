import type { FieldDefinition, FieldType } from '../form/field-definition.ts';

/** Kinds that say something on their own; the others live off the form or the ticket around them. */
export const SHARED_TYPES = [
  'text',
  'multiline',
  'number',
  'amount',
  'date',
  'datetime',
  'single_select',
  'radio',
  'multi_select',
  'checkbox',
  'cascading_select',
  'phone',
  'email',
  'id_number',
  'address',
  'member',
  'department',
  'customer',
  'attachment',
  'image',
  'rich_text',
] as const satisfies readonly FieldType[];

export type SharedType = (typeof SHARED_TYPES)[number];
export type SharedField = Extract<FieldDefinition, { type: SharedType }>;

export const isSharedType = (type: unknown): type is SharedType => SHARED_TYPES.some((known) => known === type);

/** What a form says of a field for itself, even where the field is a shared one. */
const OWN_PARTS = ['required', 'unique', 'searchable', 'span', 'nodes'] as const;

/** A shared field as it stands in a form: what it is comes from the registry, how it is used from the form. */
export function asInForm(shared: SharedField, inForm: Readonly<Record<string, unknown>> = {}): FieldDefinition {
  const own = Object.fromEntries(OWN_PARTS.flatMap((part) => (part in inForm ? [[part, inForm[part]]] : [])));
  const { required: _required, ...facts } = shared;
  return { ...facts, ...own, isShared: true };
}

/**
 * A form, as it was sent in, whose shared fields are what the registry says now. What is no form, or not in the
 * registry, stays as it is.
 */
export function followShared(form: unknown, shared: ReadonlyMap<string, SharedField>): unknown {
  const sections = propertyOf(form, 'sections');
  if (!Array.isArray(sections)) return form;
  return {
    ...(form as object),
    sections: sections.map((section: unknown) => {
      const fields = propertyOf(section, 'fields');
      if (!Array.isArray(fields)) return section;
      return { ...(section as object), fields: fields.map((field: unknown) => followed(field, shared)) };
    }),
  };
}

function followed(field: unknown, shared: ReadonlyMap<string, SharedField>): unknown {
  if (propertyOf(field, 'isShared') !== true) return field;
  const known = shared.get(String(propertyOf(field, 'key')));
  return known ? asInForm(known, field as Record<string, unknown>) : field;
}

/** The chosen fields of customers that a definition's policies read, as they were sent in. */
export function policyFields(definition: unknown): unknown[] {
  const fields = propertyOf(propertyOf(definition, 'sla'), 'customerFields');
  return Array.isArray(fields) ? (fields as unknown[]) : [];
}

export const policyFieldKeys = (definition: unknown): string[] =>
  policyFields(definition).map((field) => String(propertyOf(field, 'key')));

/** A definition whose policies read customers' fields as the registry has them now. */
export function followInPolicies(definition: unknown, shared: ReadonlyMap<string, SharedField>): unknown {
  const fields = policyFields(definition);
  if (fields.length === 0) return definition;
  const followedOnes = fields.map((field) => {
    const known = shared.get(String(propertyOf(field, 'key')));
    return known ? asInForm(known) : field;
  });
  const { sla } = definition as { sla: object };
  return { ...(definition as object), sla: { ...sla, customerFields: followedOnes } };
}

/** The shared fields in a form, as it was sent in, by key and place. */
export const sharedPlaces = (form: unknown): FieldPlace[] => fieldPlaces(form).filter(({ isShared }) => isShared);

interface FieldPlace {
  key: string;
  isShared: boolean;
  path: (string | number)[];
}

/** Every field in a form, as it was sent in. */
export function fieldPlaces(form: unknown): FieldPlace[] {
  const sections = propertyOf(form, 'sections');
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section: unknown, at) => {
    const fields = propertyOf(section, 'fields');
    if (!Array.isArray(fields)) return [];
    return fields.map((field: unknown, index) => ({
      key: String(propertyOf(field, 'key')),
      isShared: propertyOf(field, 'isShared') === true,
      path: ['sections', at, 'fields', index],
    }));
  });
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
