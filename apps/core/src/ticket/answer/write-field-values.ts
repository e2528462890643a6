import type { AnswerValue, Answers } from '../../form/answers.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { formFields, formKinds } from '../../form/form-fields.ts';
import { isSensitive } from '../../form/sensitive-field.ts';
import type { Context } from '../../platform/context.ts';
import { insertSoon, writeSoon } from '../../platform/insert-rows.sql.ts';

interface TypedValue {
  textValue: string | null;
  numberValue: number | null;
  dateValue: Date | null;
}

function typed(kind: string | undefined, value: AnswerValue): TypedValue[] {
  const empty: TypedValue = { textValue: null, numberValue: null, dateValue: null };
  if (typeof value === 'number') return [{ ...empty, numberValue: value }];
  if (typeof value === 'string') {
    const date = kind === 'date' || kind === 'datetime' ? new Date(value) : null;
    return [
      { ...empty, textValue: value.slice(0, 190), dateValue: date && !Number.isNaN(date.getTime()) ? date : null },
    ];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => (typeof item === 'string' ? [{ ...empty, textValue: item.slice(0, 190) }] : []));
}

/** Copies the searchable answers into typed rows, which filters and reports use; all anew where `before` is not known. */
export async function writeFieldValues(
  context: Context,
  owner: { id: string; type: 'ticket' | 'customer'; isNew: boolean },
  form: FormDefinition,
  before: Answers | null,
  answers: Answers,
): Promise<void> {
  const searchable = formFields(form).filter((field) => field.type !== 'divider' && field.searchable);
  const isChanged = ({ key }: { key: string }): boolean =>
    JSON.stringify(before?.[key] ?? null) !== JSON.stringify(answers[key] ?? null);
  if (!owner.isNew && before && !searchable.some(isChanged)) return;
  const kinds = formKinds(form);
  const rows = searchable.flatMap((field) =>
    typed(kinds[field.key], answers[field.key] ?? null).map((value, position) => ({
      ownerId: owner.id,
      ownerType: owner.type,
      field: field.key,
      isSensitive: isSensitive(field),
      position,
      ...value,
    })),
  );
  if (!owner.isNew) await writeSoon(context, context.db.deleteFrom('fieldValue').where('ownerId', '=', owner.id));
  await insertSoon(context, 'fieldValue', rows);
}
