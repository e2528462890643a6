/** `complaint-by-post` → `ComplaintByPost`; parts of keys are joined by - or _. */
export const pascalOf = (key: string): string =>
  key
    .split(/[-_]/)
    .filter((part) => part !== '')
    .map((part) => `${part[0]?.toUpperCase() ?? ''}${part.slice(1)}`)
    .join('');

/** `by_diagnosis` → `byDiagnosis`. */
export function camelOf(key: string): string {
  const pascal = pascalOf(key);
  return `${pascal[0]?.toLowerCase() ?? ''}${pascal.slice(1)}`;
}

/** Names of GraphQL begin with a letter or `_`; a key may begin with a digit. */
export const typeName = (key: string): string => pascalOf(key).replace(/^(?=\d)/, '_');
