/** 138 **** 5678: what is shown to those who may not see the number. */
export function maskPhone(phone: { typed: string; e164: string | null }): string {
  const digits = (phone.e164?.replace(/^\+86/, '') ?? phone.typed).replace(/\D/g, '');
  if (digits.length < 7) return '****';
  return `${digits.slice(0, 3)} **** ${digits.slice(-4)}`;
}

/** l***@example.com */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '****' : `${[...email][0]}***${email.slice(at)}`;
}

/** 3301**********1234: region and the end, without the birthday. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 12) return '****';
  return `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`;
}

/** Whether a text is the covered form of a value, which nobody can mean to store. */
export const isMasked = (text: string): boolean => text.includes('***');
