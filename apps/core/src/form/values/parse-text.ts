import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

const LONGEST = { text: 1000, multiline: 20_000, rich_text: 100_000 } as const;

/** Text as written, without white space around it; length counts Unicode characters. */
export function parseText(field: FieldOf<'text' | 'multiline' | 'rich_text'>, raw: unknown): ParsedValue {
  if (typeof raw !== 'string') return refused('wrong_type', 'Enter text.', '请输入文本。');
  const value = raw.trim();
  const maximum = field.maxLength ?? LONGEST[field.type];
  const length = value.length > maximum * 2 ? value.length : [...value].length;
  if (length > maximum) return refused('too_long', `Use at most ${maximum} characters.`, `最多 ${maximum} 个字符。`);
  const minimum = field.minLength ?? 0;
  if (value !== '' && length < minimum) {
    return refused('too_short', `Use at least ${minimum} characters.`, `至少 ${minimum} 个字符。`);
  }
  return accepted(value === '' ? null : value);
}

/** The id of a record (member, department, customer); whether it exists is for the caller to ask. */
export function parseReference(raw: unknown): ParsedValue {
  if (typeof raw !== 'string' || raw.length > 60) return refused('wrong_type', 'Choose a record.', '请选择一条记录。');
  return accepted(raw === '' ? null : raw);
}

/** A list of file ids; size and type are checked when a file is uploaded. */
export function parseFiles(field: FieldOf<'attachment' | 'image'>, raw: unknown): ParsedValue {
  const maximum = field.maxCount ?? 20;
  if (!Array.isArray(raw) || !raw.every((id) => typeof id === 'string' && id.length <= 60)) {
    return refused('wrong_type', 'Attach files.', '请上传文件。');
  }
  if (raw.length > maximum)
    return refused('too_many', `Attach at most ${maximum} files.`, `最多上传 ${maximum} 个文件。`);
  return accepted([...new Set<string>(raw)]);
}

const LONGEST_ADDRESS_PART = 200;

/** An address: up to five region names from the largest to the smallest, and the detail. */
export function parseAddress(raw: unknown): ParsedValue {
  const wrong = refused('wrong_type', 'Enter a region and an address.', '请填写地区和详细地址。');
  if (typeof raw !== 'object' || raw === null || !('region' in raw) || !('detail' in raw)) return wrong;
  const { region, detail } = raw;
  if (!Array.isArray(region) || region.length > 5 || !region.every(isAddressPart) || !isAddressPart(detail))
    return wrong;
  return accepted({ region, detail: detail.trim() });
}

function isAddressPart(part: unknown): part is string {
  return typeof part === 'string' && part.length <= LONGEST_ADDRESS_PART;
}
