import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;
const ID_NUMBER = /^\d{17}[\dX]$/;
const CHECK_CHARACTERS = '10X98765432';

/** A phone number in any writing, kept as E.164; without a country code it is read as one of `country`. */
export function parsePhone(raw: unknown, country = 'CN'): ParsedValue {
  if (raw === '') return accepted(null);
  const text = typeof raw === 'string' && raw.length <= 40 ? raw : '';
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : 'CN');
  if (number?.isValid()) return accepted(number.number);
  return refused(
    'not_a_phone',
    'Enter a phone number, with +country code if it is abroad.',
    '请输入有效的电话号码,境外号码请加国家代码。',
  );
}

/** An e-mail address, its domain in lower case. */
export function parseEmail(raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (text.length > 254 || !EMAIL.test(text)) {
    return refused(
      'not_an_email',
      'Enter an e-mail address such as name@example.com.',
      '请输入邮箱地址,例如 name@example.com。',
    );
  }
  const at = text.lastIndexOf('@');
  return accepted(text.slice(0, at) + text.slice(at).toLowerCase());
}

/** A Chinese resident identity number: birth date and check character (GB 11643-1999, ISO 7064 MOD 11-2). */
export function parseIdNumber(raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  const text = typeof raw === 'string' ? raw.trim().toUpperCase() : '';
  if (ID_NUMBER.test(text) && isDate(text.slice(6, 14)) && checkCharacterOf(text) === text[17]) return accepted(text);
  return refused('not_an_id_number', 'Enter an identity number of 18 characters.', '请输入有效的 18 位身份证号。');
}

function checkCharacterOf(text: string): string | undefined {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(text[index]) * (2 ** (17 - index) % 11);
  return CHECK_CHARACTERS[sum % 11];
}

function isDate(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
