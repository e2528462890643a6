/**
 * A phone number as people read it: Chinese mobiles in 3-4-4 (`138 0571 5678`), others with their country code. Masked
 * numbers (`138****5678`) keep their stars.
 */
export function formatPhone(number: string): string {
  const compact = number.replace(/[\s()-]/g, '');
  const national = compact.replace(/^\+86(?=1[\d*]{10}$)/, '');
  if (/^1[\d*]{10}$/.test(national)) return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`;
  const landline = /^\+86(10|2\d|[3-9]\d{2})([\d*]{3,4})([\d*]{4})$/.exec(compact);
  if (landline) return `0${landline[1]} ${landline[2]} ${landline[3]}`;
  const foreign = /^(\+(?:1|7|[2-9]\d))([\d*]+)$/.exec(compact);
  if (!foreign) return number;
  return `${foreign[1]} ${(foreign[2] ?? '').replace(/(.{2,4}?)(?=(?:.{4})+$)/g, '$1 ')}`;
}
