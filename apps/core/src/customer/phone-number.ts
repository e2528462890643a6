import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number as it is kept: as typed, as E.164 where it is one, and its digits from the end. */
export interface PhoneNumber {
  typed: string;
  e164: string | null;
  /** Reversed digits, so that "ends with" is a prefix of the index. */
  digits: string;
}

const reverse = (text: string): string => [...text].reverse().join('');

/** Reads a number in any writing; without a country code it is a Chinese one. */
export function readPhone(typed: string): PhoneNumber {
  const text = typed.normalize('NFKC').trim();
  const parsed = parsePhoneNumberFromString(text, 'CN');
  const e164 = parsed?.isPossible() ? parsed.number : null;
  return { typed: text, e164, digits: reverse((e164 ?? text).replace(/\D/g, '')).slice(0, 20) };
}

/** The index prefix of every number that ends with these digits; null if there are fewer than four. */
export function endingWith(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.length >= 4 ? reverse(digits) : null;
}

/** 138 0571 5678 within China, +44 20 … from elsewhere. */
export function formatPhone(phone: { typed: string; e164: string | null }): string {
  const parsed = phone.e164 ? parsePhoneNumberFromString(phone.e164) : undefined;
  if (!parsed) return phone.typed;
  return parsed.country === 'CN' ? parsed.formatNational() : parsed.formatInternational();
}
