import type { ValueField } from './field-definition.ts';
import { parseChoice, parseChoices, parsePath } from './values/parse-choice.ts';
import { parseEmail, parseIdNumber, parsePhone } from './values/parse-contact.ts';
import { parseLines } from './values/parse-lines.ts';
import { parseAmount, parseNumber } from './values/parse-number.ts';
import { parseAddress, parseFiles, parseReference, parseText } from './values/parse-text.ts';
import { parseDate, parseDateTime } from './values/parse-time.ts';
import { accepted, refused, type ParsedValue } from './values/parsed-value.ts';

/** Reads one value as its field's type wants it; null and blank text empty the field. */
export function parseValue(field: ValueField, raw: unknown): ParsedValue {
  if (raw === null) return accepted(null);
  switch (field.type) {
    case 'text':
    case 'multiline':
    case 'rich_text':
      return parseText(field, raw);
    case 'number':
      return parseNumber(field, raw);
    case 'amount':
      return parseAmount(field, raw);
    case 'date':
      return parseDate(field, raw);
    case 'datetime':
      return parseDateTime(raw);
    case 'single_select':
    case 'radio':
      return parseChoice(field, raw);
    case 'multi_select':
    case 'checkbox':
      return parseChoices(field, raw);
    case 'cascading_select':
      return parsePath(field, raw);
    case 'phone':
      return parsePhone(raw, field.country);
    case 'email':
      return parseEmail(raw);
    case 'id_number':
      return parseIdNumber(raw);
    case 'address':
      return parseAddress(raw);
    case 'member':
    case 'department':
    case 'customer':
      return parseReference(raw);
    case 'attachment':
    case 'image':
      return parseFiles(field, raw);
    case 'product_lines':
      return parseLines(field, raw);
    case 'formula':
    case 'serial_number':
      return refused('computed', 'This field is filled in by the system.', '该字段由系统填写。');
  }
}
