import { checkForm } from '../form/check-form.ts';
import { fieldDefinition } from '../form/field-definition.ts';
import { ValidationError } from '../platform/errors.ts';
import { fault, type Fault } from '../platform/fault.ts';
import { schemaFaults } from '../platform/schema-faults.ts';
import { isSharedType, SHARED_TYPES, type SharedField } from './shared-field.ts';

const LABEL = { en: 'Form', zh: '表单' };

/** Reads a shared field's definition. Throws ValidationError that names every fault, with paths into the definition. */
export function parseSharedField(input: unknown): SharedField {
  const parsed = fieldDefinition.safeParse(input);
  const faults = parsed.success ? checkField(parsed.data) : schemaFaults(parsed.error, input);
  if (parsed.success && faults.length === 0) return parsed.data as SharedField;
  throw new ValidationError(
    faults.map(({ path, code, message }) => ({ path: ['definition', ...path.map(String)], code, message })),
  );
}

function checkField(field: ReturnType<typeof fieldDefinition.parse>): Fault[] {
  if (!isSharedType(field.type)) {
    const types = SHARED_TYPES.join(', ');
    return [fault(['type'], 'not_allowed', `type must be one of: ${types}.`, `type 只能是以下之一:${types}。`)];
  }
  if (field.nodes || 'isShared' in field) {
    return [
      fault(
        [field.nodes ? 'nodes' : 'isShared'],
        'not_allowed',
        'A shared field says nothing about a form. Leave this out.',
        '全局字段不涉及具体表单，请去掉此项。',
      ),
    ];
  }
  const found = checkForm({ sections: [{ key: 'all', label: LABEL, columns: 1, fields: [field] }], rules: [] });
  return found.map((one) => ({ ...one, path: one.path.slice(4) }));
}
